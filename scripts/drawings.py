"""Drawings: shapes drawn once as SVG, words from the page of each language.

A page writes

    <figure class="drawing" data-drawing="overlap" markdown>
    The text alternative, a paragraph.

    - first word
    - second word
    <figcaption markdown>The caption.</figcaption>
    </figure>

and `overlap.svg` has one `<text data-word="1" data-width="14">` per word.
`data-width` is the room of that text in letters; longer words are broken into lines around its `y`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

SVG = "http://www.w3.org/2000/svg"
LINE_HEIGHT = 1.25
"""Distance of lines in the unit of the font size."""


class DrawingError(Exception):
    """A page asks for a drawing that cannot be made; the text says why."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"drawing {name}: {message}")
        self.name = name


class DrawingExtension(Extension):
    """Puts the words of a page's figures into the drawings of a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the name is Markdown's
        """Run after inline markup, when the words are complete."""
        md.treeprocessors.register(Drawings(md, self.folder), "site-drawings", 3)


class Drawings(Treeprocessor):
    """Replaces the words of a figure by what `draw` makes of them."""

    def __init__(self, md: Markdown, folder: Path) -> None:
        super().__init__(md)
        self.folder = folder
        self.draw: Callable[[Path, Sequence[str], str], str] = draw

    def run(self, root: Element) -> None:
        """Draw all that the page asks for."""
        for figure in root.iter("figure"):
            if name := figure.attrib.pop("data-drawing", None):
                self._draw(figure, name)

    def _draw(self, figure: Element, name: str) -> None:
        alternative, words = figure.find("p"), figure.find("ul")
        if alternative is None or words is None:
            raise DrawingError(name, "needs a paragraph (the text alternative) and a list (the words)")
        svg = self.draw(self.folder / f"{name}.svg", [_plain(word) for word in words], _plain(alternative))
        words.clear()
        words.tag, words.text = "div", self.md.htmlStash.store(svg)
        figure.remove(alternative)


def draw(path: Path, words: Sequence[str], alternative: str) -> str:
    """The drawing at `path` as inline SVG, its slots filled with `words`, described by `alternative`.

    Raises DrawingError as `slots` does.
    """
    svg, places = slots(path, words)
    for slot, word in zip(places, words, strict=True):
        _fill(slot, word)
    svg.set("role", "img")
    svg.set("aria-label", alternative)
    svg.set("data-search-exclude", "")  # the search plugin would join the lines of a word
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(svg, encoding="unicode")


def slots(path: Path, words: Sequence[str]) -> tuple[Element, list[Element]]:
    """The drawing at `path`, and where each of `words` belongs in it.

    Raises DrawingError where the file is missing or not SVG, or has not one slot for each word.
    """
    try:
        svg = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DrawingError(path.stem, f"there is no {path.name}; the name is the same in every language") from error
    except (OSError, UnicodeError, ElementTree.ParseError) as error:
        raise DrawingError(path.stem, f"{path}: {error}") from error
    places = sorted(svg.iterfind(f".//{{{SVG}}}text[@data-word]"), key=lambda slot: int(slot.attrib["data-word"]))
    if len(places) != len(words):
        raise DrawingError(path.stem, f"has {len(words)} words, the drawing has room for {len(places)}")
    for slot in places:
        if missing := {"x", "y", "data-width"} - slot.attrib.keys():
            raise DrawingError(path.stem, f"a place for a word lacks {', '.join(sorted(missing))}")
        if not (width := slot.attrib["data-width"]).isdecimal():
            raise DrawingError(path.stem, f"data-width={width} is no whole number of letters")
    return svg, places


def _fill(slot: Element, word: str) -> None:
    lines = wrap(word, int(slot.attrib.pop("data-width")))
    del slot.attrib["data-word"]
    first = (1 - len(lines)) / 2 * LINE_HEIGHT
    for number, line in enumerate(lines):
        shift = first if number == 0 else LINE_HEIGHT
        span = ElementTree.SubElement(slot, f"{{{SVG}}}tspan", x=slot.attrib["x"], dy=f"{shift:.3g}em")
        span.text = line


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` letters; marks that sit on a letter take no room, no word is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and _letters(lines[-1]) + 1 + _letters(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _letters(text: str) -> int:
    return sum(unicodedata.category(character) not in {"Mn", "Mc", "Cf"} for character in text)


def _plain(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
