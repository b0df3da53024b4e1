"""Citations: years, percentages and amounts of money have a footnote in their own paragraph, list item or row."""

from __future__ import annotations

import re

import pytest

from scripts.parity.model import Block, Kind
from tests.real import CODES, places

FIGURE = re.compile(
    r"(?<![\d.,\u00a0])(?:1[89]|20)\d\d(?![\d%]|[.,\u00a0]\d)"  # years, not part of a longer number
    r"|\d0-те"  # decades in Bulgarian
    r"|\d[\s\u00a0]?(?:%|Prozent|процент|प्रतिशत)|asilimia \d"
    r"|[$€£₹]|\d[\s\u00a0](?:(?:million|billion|Millionen|Milliarden|млн\.|млрд\.|लाख|करोड़|अरब)[\s\u00a0])?"
    r"(?:dollar|euro|rupee|Dollar|US-Dollar|Euro|Rupien|долар|евро|рупии|डॉलर|यूरो|रुपय)|(?:dola|yuro|euro|rupia)\b.{0,30}\d"
)

FOUND = [
    "In 2007",
    "1990s",
    "2010–2012",
    "(1899)",
    "86%",
    "86\u00a0%",
    "5,8 Prozent",
    "43 процента",
    "43.3 प्रतिशत",
    "asilimia 86",
    "€500",
    "$1.9 million",
    "300 Euro",
    "54,6 Milliarden US-Dollar",
    "90-те години",
    "19 लाख डॉलर",
    "dola bilioni 54.6",
]
NOT_FOUND = [
    "2,500 centers",
    "1.990 Stellen",
    "104\u00a0690",
    "24/7",
    "2×2",
    "20 seconds",
    "ISO 18295",
    "9001",
    "18295-1",
]


@pytest.mark.parametrize("text", FOUND)
def test_figures(text: str) -> None:
    """What needs a source, in the notation of each language."""
    assert FIGURE.search(text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_no_figures(text: str) -> None:
    """Other numbers are not taken for it."""
    assert not FIGURE.search(text)


EXCEPTIONS = {
    # worked examples with invented numbers
    "bpo-people-and-contract",  # Tamu's contract
    "cc-metrics",
    "decide-total-cost",
    "check-sla-target",
    "check-service-level-sum",
    "check-attrition-sum",
    "check-abandoned-sum",
    "check-total-cost",
    # 80/20, a convention that nobody has laid down
    "check-eighty-twenty",
    "term-service-level",
    # the day on which we looked
    "sources",
}
"""Sections whose figures need no footnote."""


def figures(block: Block) -> set[str]:
    """The figures of a block, as they are written."""
    return set() if block.kind is Kind.CODE else {found[0] for found in FIGURE.finditer(" | ".join(block.texts))}


@pytest.mark.parametrize("code", CODES)
def test_figures_have_sources(code: str) -> None:
    """No figure is without a footnote, but for what a drawing repeats of its section; no exception is without need."""
    bare = {
        f"{place.page.path}:{block.line}: {figure}": section.id
        for place in places()
        if place.page.language == code
        for section in place.page.sections
        for cited in [set[str]().union(*(figures(block) for block in section.blocks if block.notes))]
        for block in section.blocks
        if not block.notes
        for figure in figures(block) - cited
    }
    assert [where for where, section in bare.items() if section not in EXCEPTIONS] == []
    assert EXCEPTIONS - set(bare.values()) == set()
