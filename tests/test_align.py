"""Bringing blocks together: on the real pages, the piece that is missing is the one that is named."""

from __future__ import annotations

from collections import Counter

import pytest

from scripts.parity import order
from scripts.parity.align import Named, align
from scripts.parity.model import Finding, Kind, Section
from tests.real import CODES, VOCABULARIES, Place, places


def _sections(code: str) -> list[tuple[Place, Section, Section, tuple[Named, Named]]]:
    """The sections of the real pages of a language, each with the English one."""
    return [
        (place, wanted, section, (VOCABULARIES["en"].named, VOCABULARIES[code].named))
        for place in places()
        if place.page.language == code
        for wanted, section in zip(place.model.sections, place.page.sections, strict=True)
    ]


SURE = {Kind.PARAGRAPH: 0.99, Kind.ROW: 0.95, Kind.ITEM: 0.8}
"""The share of missing pieces that must be named rightly; short list items are told apart with difficulty."""


@pytest.mark.parametrize("code", CODES[1:])
def test_missing_pieces_are_named(code: str) -> None:
    """Of all pieces that have others of their kind beside them, nearly each is missed by its name."""
    named: Counter[Kind] = Counter()
    of: Counter[Kind] = Counter()
    for _, wanted, section, named_by in _sections(code):
        kinds = Counter(block.key for block in section.blocks)
        for number, block in enumerate(section.blocks):
            if kinds[block.key] > 1 and block.kind in SURE:
                rest = [*section.blocks[:number], *section.blocks[number + 1 :]]
                missing = [one for one, other in align(wanted.blocks, rest, named_by) if one and not other]
                named[block.kind] += missing == [wanted.blocks[number]]
                of[block.kind] += 1
    assert {kind: named[kind] / of[kind] for kind in SURE if named[kind] < SURE[kind] * of[kind]} == {}


@pytest.mark.parametrize("code", CODES[1:])
def test_right_order_is_left_alone(code: str) -> None:
    """No pieces of a real page seem to be exchanged."""
    found: list[Finding] = []
    for place, wanted, section, named_by in _sections(code):
        found += order.findings(place.model, place.page, wanted, section, named_by)
    assert found == []
