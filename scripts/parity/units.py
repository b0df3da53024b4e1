"""Numbers count the same in every language, such as euros or seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

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
    if not any(number.unit for number, _, _ in wanted):
        return
    sides = [Counter((number.value, number.unit) for number, _, _ in side if number.unit) for side in (wanted, found)]
    missing, extra = sides[0] - sides[1], sides[1] - sides[0]
    for (value, unit), times in missing.items():
        one = next(one for number, one, _ in wanted if (number.value, number.unit) == (value, unit))
        same = [(number, other) for number, _, other in found if number.value == value]
        wrong = [case for case in same if extra[value, case[0].unit] > 0 and _alike(case[0].unit, unit)]
        for number, other in wrong[:times]:
            extra[value, number.unit] -= 1
            yield _finding(model, page, number, one, other, unit)
        # A footnote says what a work is called, in the language of that.
        if one.kind is not Kind.FOOTNOTE and not any(_alike(number.unit, unit) for number, _ in same):
            bare = [(number, other) for number, other in same if not _names(other, unit, written)]
            yield from (_finding(model, page, number, one, other, unit) for number, other in bare[:1])


def _alike(unit: str, other: str) -> bool:
    """Whether both are currencies or neither is; a number may have one of each, as in “$300 a year”."""
    return bool(unit) and unit.isupper() == other.isupper()


def _names(block: Block, unit: str, written: Conventions) -> bool:
    return any(match.lastgroup == unit for text in block.texts for match in written.units.finditer(text))


def _finding(model: Page, page: Page, number: Number, one: Block, other: Block, unit: str) -> Finding:
    place, line = f"{model.path}:{one.line_of(number.written)}", other.line_of(number.written)
    if number.unit and _alike(number.unit, unit):
        message = f"number {number.written} counts {number.unit}, expected {unit} as in {place}"
    else:
        message = f"number {number.written} does not say that it counts {unit}, as in {place}; write it"
    return Finding(page.path, line, CHANGED_UNIT, message, place, unit, number.unit)
