"""Watches the renderer at work and notes what it takes for headings, content, links and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

HEADING = re.compile("h[1-6]")
SHOWN = frozenset({"img", "svg", "hr", "input", "audio", "video", "object", "iframe"})
"""Elements that show something although they hold no text."""
INVISIBLE = re.compile(r"<!--.*?-->|<[^>]*>|&nbsp;|[\s\u00ad\u200b-\u200f\u2060\ufeff]", re.DOTALL)


@dataclass(slots=True)
class Heading:
    """A heading as it is rendered."""

    id: str | None
    level: int
    title: str
    has_content: bool = False


@dataclass(slots=True)
class Outline:
    """What one page holds, in the order of the page."""

    headings: list[Heading] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    raw: list[str] = field(default_factory=list)
    """Blocks of HTML that Markdown passes on unread."""


class OutlineExtension(Extension):
    """Keeps the outline of the page rendered last."""

    outline = Outline()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the name is Markdown's
        """Look after attr_list (8) has set the written ids, before toc (5) invents the others."""
        md.treeprocessors.register(_Watcher(md, self), "parity-outline", 6)


class _Watcher(Treeprocessor):
    def __init__(self, md: Markdown, extension: OutlineExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        outline = self.extension.outline = Outline()
        outline.raw = [html for html in self.md.htmlStash.rawHtmlBlocks if isinstance(html, str)]
        for node in _nodes(root):
            if isinstance(node, str):
                self._note_text(outline, node)
            elif HEADING.fullmatch(node.tag):
                title = " ".join("".join(node.itertext()).split())
                outline.headings.append(Heading(node.get("id"), int(node.tag[1]), title))
            elif node.tag in SHOWN:
                self._mark(outline)
        for element in root.iter():
            outline.anchors.update(filter(None, [element.get("id")]))
            if element.tag == "a" and "href" in element.attrib:
                outline.links.append(element.attrib["href"])

    def _note_text(self, outline: Outline, text: str) -> None:
        shown = HTML_PLACEHOLDER_RE.sub(lambda match: self._stashed(int(match[1])), text)
        if INVISIBLE.sub("", shown) or any(f"<{tag}" in shown for tag in SHOWN):
            self._mark(outline)

    def _stashed(self, number: int) -> str:
        blocks = self.md.htmlStash.rawHtmlBlocks
        return str(blocks[number]) if number < len(blocks) else ""

    @staticmethod
    def _mark(outline: Outline) -> None:
        if outline.headings:
            outline.headings[-1].has_content = True


def _nodes(element: Element) -> Iterator[Element | str]:
    """Elements and texts in reading order; headings whole, footnotes not at all."""
    yield element.text or ""
    for child in element:
        if child.get("class") == "footnote":
            continue  # stands at the end of the page, but belongs to no section
        yield child
        if not HEADING.fullmatch(str(child.tag)):
            yield from _nodes(child)
        yield child.tail or ""
