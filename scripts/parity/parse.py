"""Turns sources into pages, with the site's own renderer.

The verdict on what is a heading or a paragraph comes from the renderer; only lines are searched for in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html.parser import HTMLParser

import yaml
from markdown import Markdown
from mkdocs.utils.meta import YAML_RE

from scripts.drawings import DrawingError
from scripts.parity.locate import Lines
from scripts.parity.model import Allowance, Finding, Page, Rule, Section, Source
from scripts.parity.outline import Outline, OutlineExtension
from scripts.parity.quick import hasten

FRONT_MATTER = Rule(
    "front-matter",
    "The front matter, the lines between `---` at the top of a page, cannot be read, "
    "so the page has no description and readers would see the lines as text.",
    "---\ndescription: BPO: what it is\n---",
    '---\ndescription: "BPO: what it is"\n---',
)
RENDERING = Rule(
    "rendering",
    "The renderer refuses the page, for instance because a drawing has more places than the page has words.",
    '<figure class="drawing" data-drawing="no-such-drawing" markdown>',
    '<figure class="drawing" data-drawing="overlap" markdown>',
)
EMPTY_SECTION = Rule(
    "empty-section",
    "There is nothing between a heading and the next, so a link to the section leads to nothing.",
    "## Costs { #costs }\n\n## Risks { #risks }",
    "## Costs { #costs }\n\nThey are more than wages.\n\n## Risks { #risks }",
)
UNDEFINED_NOTE = Rule(
    "undefined-note",
    "A text refers to a footnote that the page does not have, so readers see the brackets and no source.",
    "Zwei Drittel waren intern.[^holmann]",
    "Zwei Drittel waren intern.[^holman]",
)
UNUSED_NOTE = Rule(
    "unused-note",
    "Nothing refers to a footnote, so it stands at the foot of the page without a number to come back to.",
    "[^holman]: Holman, Batt und Holtgrewe, 2007.",
    "Zwei Drittel waren intern.[^holman]",
)
HTML_HEADING = Rule(
    "html-heading",
    "A heading written as HTML has no section of its own, so nothing under it would be compared.",
    "<h2>Costs</h2>",
    "## Costs { #costs }",
)

EXCEPTION = re.compile(r"<!--\s*parity:.*?-->", re.DOTALL)
ALLOW = re.compile(r'<!--\s*parity:\s*allow\s+([\w-]+)\s+"([^"]*)"\s*:\s*(\S.*?)\s*-->', re.DOTALL)


class Parser:
    """Parses one page after another."""

    def __init__(self, renderer: Markdown) -> None:
        self._renderer = renderer
        self._outline = OutlineExtension()
        renderer.registerExtensions([self._outline], {})
        hasten(renderer)

    def parse(self, source: Source) -> tuple[Page | None, list[Finding]]:
        """The page, or None if it cannot be rendered, and the faults it has by itself."""
        match = YAML_RE.match(source.text)
        metadata, findings = _front_matter(source, match)
        try:
            self._renderer.reset()
            self._outline.outline = Outline()  # for an empty page the renderer does not even start
            self._renderer.convert(source.text[match.end() :] if match else source.text)
        except (DrawingError, RecursionError, ValueError) as error:
            figure = f'data-drawing="{error.name}"' if isinstance(error, DrawingError) else "\0"
            line = Lines(source.text).exact(1, figure)
            return None, [*findings, Finding(source.path, line, RENDERING, f"cannot be rendered: {error}")]
        outline = self._outline.outline
        page = _page(source, outline, metadata)
        return page, [*findings, *_faults(page), *_html_headings(source, outline)]


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
        metadata,
        tuple(_allowances(outline, lines)),
    )


def _allowances(outline: Outline, lines: Lines) -> Iterator[Allowance]:
    for html in outline.raw:
        for comment in EXCEPTION.finditer(html):
            line = lines.exact(1, comment[0].splitlines()[0])
            match = ALLOW.fullmatch(comment[0])
            yield Allowance(match[1], match[2], line) if match else Allowance(None, "", line)


def _front_matter(source: Source, match: re.Match[str] | None) -> tuple[dict[str, object], list[Finding]]:
    def wrong(message: str, line: int = 1) -> tuple[dict[str, object], list[Finding]]:
        return {}, [Finding(source.path, line, FRONT_MATTER, message)]

    if match is None:
        if source.text.startswith("---"):
            return wrong("front matter is not closed; end it with a line ---")
        return {}, []
    try:
        content = yaml.safe_load(match.group(1))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return wrong(f"front matter is not YAML: {error.problem}; put texts with a colon in quotation marks", line)
    except (yaml.YAMLError, ValueError) as error:
        return wrong(f"front matter is not YAML: {error}".replace("\n", " "))
    if not isinstance(content, dict):
        return wrong("front matter must be lines of the form `key: value`")
    return content, []


UNDEFINED = re.compile(r"\[\^([^\]\s]+)\]")


def _notes(page: Page) -> Iterator[Finding]:
    used = {label for block in page.blocks() for label in block.notes}
    for block in page.blocks():
        for text in block.texts:
            for match in UNDEFINED.finditer(text):
                message = f"footnote {match[0]} has no text; write `{match[0]}: …`, or correct its name"
                yield Finding(page.path, block.line_of(match[0]), UNDEFINED_NOTE, message, found=match[1])
    for note in page.footnotes:
        if note.detail not in used:
            message = f"footnote [^{note.detail}] is not referred to; put it where it belongs, or remove it"
            yield Finding(page.path, note.line, UNUSED_NOTE, message, found=note.detail)


def _faults(page: Page) -> Iterator[Finding]:
    yield from _notes(page)
    for number, section in enumerate(page.sections):
        name = f"#{section.id}" if section.id else f"“{section.title}”"
        below = page.sections[number + 1 : number + 2]
        if not section.has_content and not (below and below[0].level > section.level):
            message = f"section {name} has no text; write it, or remove the section in every language"
            yield Finding(page.path, section.line, EMPTY_SECTION, message)


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
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.ids += (value for name, value in attrs if name == "id" and value)

    @classmethod
    def of(cls, html: str) -> _Tags:
        parser = cls()
        with suppress(AssertionError):  # html.parser's answer to some malformed declarations
            parser.feed(html)
        return parser
