"""Drawings: the words of the page, in lines, in the slots of the drawing, with a text alternative."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown import markdown

from scripts.drawings import SVG, DrawingError, DrawingExtension, draw, wrap

DRAWING = (
    f'<svg xmlns="{SVG}" viewBox="0 0 9 9">'
    '<text data-word="2" data-width="20" x="3" y="4"/><text data-word="1" data-width="9" x="1" y="2"/></svg>'
)

LINES = [
    ("one", 9, ["one"]),
    ("one two", 9, ["one two"]),
    ("one two three", 9, ["one two", "three"]),
    ("extraordinary", 5, ["extraordinary"]),
    ("a\u00a0b c", 3, ["a\u00a0b", "c"]),
    # vowel signs and nasal marks stand on their letters
    ("सेवा प्रदाता", 8, ["सेवा प्रदाता"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), LINES)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    """Words are put into as few lines as fit, never cut."""
    assert wrap(text, width) == lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one drawing."""
    (tmp_path / "two.svg").write_text(DRAWING, encoding="utf-8")
    return tmp_path


def test_words_in_their_slots(folder: Path) -> None:
    """Each word stands in the slot of its number, its lines around the slot's middle."""
    svg = ElementTree.fromstring(draw(folder / "two.svg", ["first word", "second word"], "Two words."))
    texts = {text.attrib["x"]: [(line.attrib["dy"], line.text) for line in text] for text in svg.iter(f"{{{SVG}}}text")}
    assert texts == {"1": [("-0.625em", "first"), ("1.25em", "word")], "3": [("0em", "second word")]}
    assert (svg.attrib["role"], svg.attrib["aria-label"]) == ("img", "Two words.")


def test_figure(folder: Path) -> None:
    """In a page, the paragraph becomes the alternative, the list the drawing, and the caption stays."""
    text = (
        '<figure class="drawing" data-drawing="two" markdown>\n\nAn *alternative*.\n\n- a\n- b & c\n\n'
        "<figcaption markdown>\nCaption.\n</figcaption>\n</figure>\n"
    )
    html = markdown(text, extensions=["md_in_html", DrawingExtension(folder)])
    assert 'aria-label="An alternative."' in html
    assert "b &amp; c</tspan>" in html
    assert "<li>" not in html
    assert "<figcaption>\n<p>Caption.</p>\n</figcaption>" in html


WRONG = [
    ("none.svg", ["a", "b"], "none.svg"),
    ("two.svg", ["a"], "has 1 words, the drawing has room for 2"),
    ("broken.svg", ["a"], "broken.svg"),
    ("wide.svg", ["a", "b"], "data-width=9.5 is no whole number"),
]


@pytest.mark.parametrize(("name", "words", "said"), WRONG)
def test_what_cannot_be_drawn(folder: Path, name: str, words: list[str], said: str) -> None:
    """A missing or broken drawing, or one with other slots, says so."""
    (folder / "broken.svg").write_text("<svg", encoding="utf-8")
    (folder / "wide.svg").write_text(DRAWING.replace('data-width="9"', 'data-width="9.5"'), encoding="utf-8")
    with pytest.raises(DrawingError, match=said):
        draw(folder / name, words, "Alternative.")
