"""Numbers count the same in every language, such as euros or seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from scripts.parity.conventions import Conventions
from scripts.parity.model import Block, Finding, Kind, Page, Rule
from scripts.parity.notation import Number

CHANGED_UNIT = Rule(
    "changed-unit",
    "A number counts something else than in English, such as euros for dollars, or no longer says what it counts. "
    "The words that say so are the `units` in docs/data/conventions/; one that they lack can be added there.",
    "en: $300 in 20 seconds\nde: 300 Euro in 20 Minuten",
    "de: 300 Dollar in 20 Sekunden",
)

Place = tuple[Number, Block, Block]
"""A number, and the pair of blocks in one of which it stands."""


def findings(
    model: Page, page: Page, wanted: Sequence[Place], found: Sequence[Place], written: Conventions
) -> Iterator[Finding]:
    """Numbers of a pair of blocks, `wanted` in English and `found` here, that do not count the same."""
    counted = [place for place in wanted if place[0].unit and not _is_year(place[0])]
    if not counted:
        return  # nearly always
    sides = [Counter((number.value, number.unit) for number, _, _ in side if number.unit) for side in (counted, found)]
    missing, extra = sides[0] - sides[1], sides[1] - sides[0]
    for (value, unit), times in missing.items():
        number, one = next(place[:2] for place in counted if (place[0].value, place[0].unit) == (value, unit))
        place = f"{model.path}:{one.line_of(number.written)}"
        same = [(number, other) for number, _, other in found if number.value == value]
        rivals = [(number, other) for number, other in same if _alike(number.unit, unit)]
        for number, other in rivals:
            if times and extra[value, number.unit] > 0:
                times, extra[value, number.unit] = times - 1, extra[value, number.unit] - 1
                message = f"number {number.written} counts {number.unit}, expected {unit} as in {place}"
                yield _finding(page, number, other, message, place, unit)
        # A footnote says what a work is called, in the language of that.
        if not rivals and one.kind is not Kind.FOOTNOTE:
            bare = ((number, other) for number, other in same if not _names(other, unit, written))
            for number, other in islice(bare, 1):
                message = f"number {number.written} does not say that it counts {unit}, as in {place}; write it"
                yield _finding(page, number, other, message, place, unit)


def _is_year(number: Number) -> bool:
    """Whether it may be a year, beside which a word such as “hourly” counts something else; amounts may be anything."""
    return not number.unit.isupper() and number.amount is not None and 1900 <= number.amount < 2100


def _alike(unit: str, other: str) -> bool:
    """Whether both are currencies or neither is; a number may have one of each, as in “$300 a year”."""
    return bool(unit) and unit.isupper() == other.isupper()


def _names(block: Block, unit: str, written: Conventions) -> bool:
    return any(match.lastgroup == unit for text in block.texts for match in written.units.finditer(text))


def _finding(page: Page, number: Number, block: Block, message: str, place: str, unit: str) -> Finding:
    return Finding(page.path, block.line_of(number.written), CHANGED_UNIT, message, place, unit, number.unit)
