"""Turns sources into pages, with the site's own renderer.

The verdict on what is a heading comes from the renderer; only the line is searched for in the source afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser

import yaml
from markdown import Markdown
from mkdocs.utils.meta import YAML_RE

from scripts.drawings import DrawingError
from scripts.parity.model import Finding, Link, Page, Rule, Section, Source
from scripts.parity.outline import Outline, OutlineExtension

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Parser:
    """Parses one page after another."""

    def __init__(self, renderer: Markdown) -> None:
        self._renderer = renderer
        self._outline = OutlineExtension()
        renderer.registerExtensions([self._outline], {})

    def parse(self, source: Source) -> tuple[Page | None, list[Finding]]:
        """The page, or None if it cannot be rendered, and the faults it has by itself."""
        match = YAML_RE.match(source.text)
        findings = list(_front_matter(source, match))
        try:
            self._renderer.reset()
            self._outline.outline = Outline()  # for an empty page the renderer does not even start
            self._renderer.convert(source.text[match.end() :] if match else source.text)
        except (DrawingError, RecursionError, ValueError) as error:
            return None, [*findings, Finding(source.path, 1, Rule.RENDERING, f"cannot be rendered: {error}")]
        page = _page(source, self._outline.outline)
        return page, [*findings, *_faults(page), *_html_headings(source, self._outline.outline)]


def _page(source: Source, outline: Outline) -> Page:
    lines = source.text.splitlines()
    sections, line = [], 0
    for heading in outline.headings:
        line = _line(lines, line, heading.id, heading.title)  # the search goes on behind the heading before
        sections.append(Section(heading.id, heading.level, heading.title, line, heading.has_content))
    links = tuple(Link(target, _line(lines, 0, None, f"]({target}")) for target in outline.links)
    return Page(source.language, source.key, source.path, tuple(sections), links, frozenset(outline.anchors))


def _line(lines: list[str], start: int, id_: str | None, text: str) -> int:
    """The first line after line `start` with the id or, without one, the text; else `start`, but at least 1."""
    wanted = re.compile(rf"\{{[^}}]*#{re.escape(id_)}[\s}}]" if id_ else re.escape(text))
    found = (number for number in range(start, len(lines)) if wanted.search(lines[number]))
    return next(found, max(start, 1) - 1) + 1


def _front_matter(source: Source, match: re.Match[str] | None) -> Iterator[Finding]:
    if match is None:
        if source.text.startswith("---"):
            yield Finding(source.path, 1, Rule.FRONT_MATTER, "front matter is not closed; end it with a line ---")
        return
    try:
        content = yaml.safe_load(match.group(1))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        message = f"front matter is not YAML: {error.problem}; put texts with a colon in quotation marks"
        yield Finding(source.path, line, Rule.FRONT_MATTER, message)
    except (yaml.YAMLError, ValueError) as error:
        yield Finding(source.path, 1, Rule.FRONT_MATTER, f"front matter is not YAML: {error}".replace("\n", " "))
    else:
        if not isinstance(content, dict):
            yield Finding(source.path, 1, Rule.FRONT_MATTER, "front matter must be lines of the form `key: value`")


def _faults(page: Page) -> Iterator[Finding]:
    for number, section in enumerate(page.sections):
        name = f"#{section.id}" if section.id else f"“{section.title}”"
        below = page.sections[number + 1 : number + 2]
        if not section.has_content and not (below and below[0].level > section.level):
            message = f"section {name} has no text; write it, or remove the section in every language"
            yield Finding(page.path, section.line, Rule.EMPTY_SECTION, message)
        if section.id and not ID.fullmatch(section.id):
            message = f"id {name} must be English words in small letters, joined by hyphens, such as #cost-of-calls"
            yield Finding(page.path, section.line, Rule.INVALID_ID, message)


def _html_headings(source: Source, outline: Outline) -> Iterator[Finding]:
    for html in outline.raw:
        for tag in _Tags.of(html):
            if re.fullmatch("h[1-6]", tag):
                line = _line(source.text.splitlines(), 0, None, html.strip().splitlines()[0])
                message = f"heading written as <{tag}>; write it with # and an id, so that it is a section"
                yield Finding(source.path, line, Rule.HTML_HEADING, message)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002, given by html.parser
        self.names.append(tag)

    @classmethod
    def of(cls, html: str) -> list[str]:
        parser = cls()
        with suppress(AssertionError):  # html.parser's answer to some malformed declarations
            parser.feed(html)
        return parser.names
