"""Reads single elements of a rendered page: their text, and what else is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from scripts.parity.model import Block, Image, Kind

SHOWN = re.compile("<(img|svg|hr|input|audio|video|object|iframe)")
"""Elements that show something although they hold no text."""
BLANKS = r"\s\u00ad\u200b-\u200f\u2060\ufeff"
INVISIBLE = re.compile(rf"<!--.*?-->|<[^>]*>|&nbsp;|[{BLANKS}]", re.DOTALL)
VISIBLE = re.compile(f"[^{BLANKS}]")


def shows(text: str) -> bool:
    """Whether a reader sees anything of `text`, which may have HTML."""
    if "<" not in text and "&" not in text:
        return bool(VISIBLE.search(text))
    return bool(INVISIBLE.sub("", text) or SHOWN.search(text))


def container(tag: str, names: list[str]) -> Kind | None:
    """What an element with this tag and these classes contains other blocks as; None if it does not."""
    if "admonition" in names:
        return Kind.NOTE
    return {"details": Kind.DISCLOSURE, "figure": Kind.FIGURE, "blockquote": Kind.QUOTE}.get(tag)


def block(kind: Kind, detail: str, element: Element, texts: tuple[str, ...]) -> Block:
    """A block of `texts`, with the links, footnotes, code and pictures of `element`."""
    pieces = element if kind is Kind.ROW else (element,)
    if not any(len(piece) for piece in pieces):  # nothing but text, so no links, pictures or the like
        return Block(kind, detail, texts)
    links = tuple(
        link.attrib["href"]
        for link in element.iter("a")
        if "href" in link.attrib and not link.get("class", "").startswith("footnote")
    )
    notes = tuple(
        link.attrib["href"].partition(":")[2] for link in element.iter("a") if link.get("class") == "footnote-ref"
    )
    codes = tuple(map(code, element.iter("code")))
    images = tuple(Image(image.get("src", ""), image.get("alt", "")) for image in element.iter("img"))
    return Block(kind, detail, texts, links, notes, codes, images)


def code(element: Element) -> str:
    """The text of a piece of code; blanks at its end are the renderer's."""
    return text(element, code=True).rstrip()


def text(element: Element, *, code: bool = False) -> str:
    """What a reader reads of `element`: not code, not the numbers of footnotes."""
    if len(element) == 0:
        return element.text or ""
    return "".join(_pieces(element, code))


def _pieces(element: Element, code: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        skipped = child.tag == "sup" or "footnote-backref" in child.get("class", "")
        if not skipped and (code or child.tag != "code"):
            yield from _pieces(child, code)
        yield child.tail or ""
