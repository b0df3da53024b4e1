"""Turns sources into pages, with the site's own renderer.

The verdict on what is a heading or a paragraph comes from the renderer; only lines are searched for in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html.parser import HTMLParser

from markdown import Markdown

from scripts.drawings import DrawingError
from scripts.parity import faults, frontmatter
from scripts.parity.locate import Lines
from scripts.parity.model import Allowance, Finding, Page, Rule, Section, Source
from scripts.parity.outline import Outline, OutlineExtension
from scripts.parity.quick import hasten

RENDERING = Rule(
    "rendering",
    "The renderer refuses the page, for instance because a drawing has more places than the page has words.",
    '<figure class="drawing" data-drawing="no-such-drawing" markdown>',
    '<figure class="drawing" data-drawing="overlap" markdown>',
)
HTML_HEADING = Rule(
    "html-heading",
    "A heading written as HTML has no section of its own, so nothing under it would be compared.",
    "<h2>Costs</h2>",
    "## Costs { #costs }",
)

EARLY_TEXT = Rule(
    "early-text",
    "Something stands before the title of the page, so it belongs to no section and nothing would be compared with it.",
    "Last changed in May.\n\n# Costs { #costs }",
    "# Costs { #costs }\n\nLast changed in May.",
)

SPOKEN = frozenset({"alt", "title", "aria-label", "lang", "id"})
"""Attributes that are translated, or compared as what they are."""
EXCEPTION = re.compile(r"<!--\s*parity:.*?-->", re.DOTALL)
ALLOW = re.compile(r'<!--\s*parity:\s*allow\s+([\w-]+)\s+"(?=\s*[^"\s])([^"]*)"\s*:\s*(\S.*?)\s*-->', re.DOTALL)


class Parser:
    """Parses one page after another."""

    def __init__(self, renderer: Markdown) -> None:
        self._renderer = renderer
        self._outline = OutlineExtension()
        renderer.registerExtensions([self._outline], {})
        hasten(renderer)

    def parse(self, source: Source) -> tuple[Page | None, list[Finding]]:
        """The page, or None if it cannot be rendered, and the faults it has by itself."""
        metadata, body, findings = frontmatter.split(source)
        try:
            self._renderer.reset()
            self._outline.outline = Outline()  # for an empty page the renderer does not even start
            self._renderer.convert(body)
        except (DrawingError, RecursionError, ValueError) as error:
            figure = f'data-drawing="{error.name}"' if isinstance(error, DrawingError) else "\0"
            line = Lines(source.text).exact(1, figure)
            return None, [*findings, Finding(source.path, line, RENDERING, f"cannot be rendered: {error}")]
        outline = self._outline.outline
        page = _page(source, outline, metadata)
        start = source.text.count("\n", 0, len(source.text) - len(body)) + 1
        unclosed = start == 1 and body.startswith("---")  # front matter that is told already
        early = () if unclosed else _early(source, outline, start)
        return page, [*findings, *early, *faults.findings(page), *_html_headings(source, outline)]


def _page(source: Source, outline: Outline, metadata: Mapping[str, object]) -> Page:
    lines, sections, line = Lines(source.text), [], 0
    for heading in outline.headings:
        line = lines.heading(line, heading.id, heading.title)
        blocks = lines.blocks(line, heading.blocks)
        sections.append(Section(heading.id, heading.level, heading.title, line, bool(blocks), blocks))
    footnotes = lines.blocks(1, outline.footnotes)
    everything = [*(block for section in sections for block in section.blocks), *footnotes]
    return Page(
        source.language,
        source.key,
        source.path,
        tuple(sections),
        (*outline.anchors, *(anchor for html in outline.raw for anchor in _Tags.of(html).ids)),
        tuple((target, block.line) for block in everything for target in block.links),
        footnotes,
        tuple((tag, lines.exact(1, html.splitlines()[0])) for html in outline.raw for tag in _Tags.of(html).tags),
        metadata,
        tuple(_allowances(outline, lines)),
    )


def _allowances(outline: Outline, lines: Lines) -> Iterator[Allowance]:
    for html in outline.raw:
        for comment in EXCEPTION.finditer(html):
            line = lines.exact(1, comment[0].splitlines()[0])
            match = ALLOW.fullmatch(comment[0])
            yield Allowance(match[1], match[2], line) if match else Allowance(None, "", line)


def _early(source: Source, outline: Outline, start: int) -> Iterator[Finding]:
    """Text before the title, from line `start` on; where there is no title, that is the fault."""
    if outline.early and outline.headings and outline.headings[0].level == 1:
        [block] = Lines(source.text).blocks(start, outline.early[:1])
        message = f"{block.name} stands before the title; put it below, or remove it"
        yield Finding(source.path, block.line, EARLY_TEXT, message)


def _html_headings(source: Source, outline: Outline) -> Iterator[Finding]:
    for html in outline.raw:
        for tag in _Tags.of(html).names:
            if re.fullmatch("h[1-6]", tag):
                line = Lines(source.text).exact(1, html.strip().splitlines()[0])
                message = f"heading written as <{tag}>; write it with # and an id, so that it is a section"
                yield Finding(source.path, line, HTML_HEADING, message)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        shown = (name if value is None else f"{name}={value}" for name, value in attrs if name not in SPOKEN)
        self.tags.append(f"<{' '.join([tag, *shown])}>")
        self.ids += (value for name, value in attrs if name == "id" and value)

    @classmethod
    def of(cls, html: str) -> _Tags:
        parser = cls()
        with suppress(AssertionError):  # html.parser's answer to some malformed declarations
            parser.feed(html)
        return parser
