"""Watches the renderer at work and notes what it takes for headings, blocks, links and anchors."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from scripts.parity import elements
from scripts.parity.model import Block, Kind

HEADING = re.compile("h[1-6]")
ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
TAG = re.compile(r"<!--.*?-->|</?[a-z][^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(slots=True)
class Heading:
    """A heading as it is rendered, with the blocks under it."""

    id: str | None
    level: int
    title: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """What one page holds, in the order of the page."""

    early: list[Block] = field(default_factory=list)
    """What stands before the first heading."""
    headings: list[Heading] = field(default_factory=list)
    footnotes: list[Block] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
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
        self.outline = Outline()
        self._inside: list[Kind] = []

    def run(self, root: Element) -> None:
        self.outline, self._inside = Outline(), []
        self.extension.outline = self.outline
        self.outline.raw = [raw for raw in self.md.htmlStash.rawHtmlBlocks if isinstance(raw, str)]
        self._children(root, 0)
        self.outline.anchors.extend(filter(None, (element.get("id") for element in root.iter())))

    def _children(self, parent: Element, depth: int) -> None:
        self._loose(parent.text)
        for child in parent:
            self._element(child, depth)
            self._loose(child.tail)

    def _element(self, element: Element, depth: int) -> None:
        tag, names = str(element.tag), element.get("class", "").split()
        if HEADING.fullmatch(tag):
            self.outline.headings.append(Heading(element.get("id"), int(tag[1]), self._title(element)))
        elif "footnote" in names:
            self._footnotes(element)
        elif tag == "summary":
            pass  # the title of the disclosure, which has it already
        elif tag == "p":
            if "admonition-title" not in names:
                self._paragraph(element, depth)
        elif tag in ("ul", "ol"):
            for item in element:
                self._item(item, f"{tag} {depth + 1}", depth + 1)
        elif tag == "table":
            for row in element.iter("tr"):
                self._add(elements.block(Kind.ROW, str(len(row)), row, tuple(map(self._read, row))))
        elif tag in ("pre", "hr"):
            self._add(Block(Kind.CODE if tag == "pre" else Kind.HTML, tag, codes=(elements.code(element),)))
        elif kind := elements.container(tag, names):
            self._add(self._opening(kind, element, names))
            self._inside.append(kind)
            self._children(element, depth)
            self._inside.pop()
        elif tag == "figcaption" and element.find("p") is None:
            self._add(elements.block(Kind.CAPTION, "", element, (self._read(element),)))
        else:
            self._children(element, depth)

    def _title(self, element: Element) -> str:
        words = TAG.sub("", html.unescape(self._filled(elements.text(element, code=True))))
        return re.sub(r"[ \t\n]+", " ", words).strip()

    def _paragraph(self, element: Element, depth: int) -> None:
        raw = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())
        if raw and len(element) == 0:
            self._loose(element.text)
        else:
            classes = [f".{name}" for name in element.get("class", "").split()]
            detail = " ".join([*classes, *(["in a list item"] if depth else [])])
            self._add(elements.block(Kind.PARAGRAPH, detail, element, (self._read(element),)))

    def _item(self, item: Element, detail: str, depth: int) -> None:
        inner = [child for child in item if str(child.tag) in ("ul", "ol", "p", "pre", "div", "table", "blockquote")]
        first = inner[0] if inner and inner[0].tag == "p" and not (item.text or "").strip() else None
        own = Element("li")
        own.text = item.text
        own.extend([first] if first is not None else [child for child in item if child not in inner])
        self._add(elements.block(Kind.ITEM, detail, own, (self._read(own).strip("\n"),)))
        for child in inner:
            if child is not first:
                self._element(child, depth)

    def _opening(self, kind: Kind, element: Element, names: list[str]) -> Block:
        """The block that begins a container; what it contains follows as blocks of their own."""
        if kind is Kind.FIGURE:
            return Block(kind, " ".join([element.get("data-drawing", ""), *(f".{name}" for name in names)]))
        titles = (part for part in element if part.tag == "summary" or "admonition-title" in part.get("class", ""))
        opened = ["open"] if "open" in element.attrib else []
        detail = " ".join([*(name for name in names if name != "admonition"), *opened])
        return Block(kind, detail, tuple(map(self._read, titles)))

    def _footnotes(self, element: Element) -> None:
        for note in element.iter("li"):
            label = note.get("id", "").partition(":")[2]
            self.outline.footnotes.append(elements.block(Kind.FOOTNOTE, label, note, self._prose_and_titles(note)))

    def _prose_and_titles(self, note: Element) -> tuple[str, str]:
        """What a footnote says itself, and the titles it names: links and emphasised words, which stay as they are."""
        prose, titles = Element("p"), []
        prose.text = ""
        for paragraph in note.iter("p"):
            prose.text += f"{paragraph.text or ''} "
            for child in paragraph:
                if "footnote-backref" not in child.get("class", ""):
                    titles.append(self._read(child))
                    prose.text += f" {child.tail or ''}"
        prose.text = prose.text.replace(NBSP_PLACEHOLDER, "")
        return self._read(prose), ", ".join(titles)

    def _loose(self, text: str | None) -> None:
        """Text outside of any element, and what stands for unread HTML."""
        shown = self._filled(text or "")
        if elements.shows(shown):
            kind = Kind.CODE if re.search("<(pre|code)", shown) else Kind.HTML
            texts = () if kind is Kind.CODE else (elements.INVISIBLE.sub(" ", shown).strip(),)
            self._add(Block(kind, "", texts, codes=(shown,)))

    def _read(self, element: Element) -> str:
        """The text of `element` without HTML, unless that shows something."""
        text = self._filled(elements.text(element))
        if "<" in text and elements.SHOWN.search(text):
            return text
        return html.unescape(TAG.sub("", text) if "<" in text else text)

    def _filled(self, text: str) -> str:
        """`text` with the HTML and the escaped characters that Markdown has put aside."""
        if STX not in text:
            return text
        text = ESCAPED.sub(lambda match: chr(int(match[1])), text).replace(AMP_SUBSTITUTE, "&")
        blocks = self.md.htmlStash.rawHtmlBlocks
        return HTML_PLACEHOLDER_RE.sub(
            lambda match: str(blocks[int(match[1])]) if int(match[1]) < len(blocks) else "", text
        )

    def _add(self, block: Block) -> None:
        shown = block.codes or block.images or any(map(elements.shows, block.texts))
        container = block.kind in (Kind.NOTE, Kind.DISCLOSURE, Kind.FIGURE, Kind.QUOTE, Kind.ROW)
        if shown or container:
            if self._inside:
                block = replace(block, inside=str(self._inside[-1]))
            headings = self.outline.headings
            (headings[-1].blocks if headings else self.outline.early).append(block)
