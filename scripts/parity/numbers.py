"""Numbers mean the same in every language, each written in its own notation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.parity import units
from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.forms import NOTHING
from scripts.parity.model import Finding, Kind, Page, Rule
from scripts.parity.notation import LONG, Number, explained, numbers, shown, tells_time
from scripts.parity.spelled import decade, in_words, told
from scripts.parity.surplus import surplus
from scripts.parity.units import Place

CHANGED_NUMBER = Rule(
    "changed-number",
    "A number, year, percentage or amount differs from the English, or is written in the notation of another language.",
    "en: 104,690 jobs, 5.8%\nde: 104,690 Arbeitsplätze, 58 %",
    "de: 104.690 Arbeitsplätze, 5,8 %",
)

TIME = re.compile(r"[0-5]?\d(?:[.,][0-5]\d)?")
"""An hour, minutes, or both, such as 16.30."""
ALONE = frozenset({Kind.ROW, Kind.ITEM, Kind.FOOTNOTE})
"""Kinds whose numbers belong to them; those of paragraphs may move within their section."""


def findings(
    model: Page, page: Page, pairs: Sequence[Pair], written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    """Numbers of paired blocks that are not the same in both languages."""
    loose: tuple[list[Place], list[Place]] = [], []
    for one, other in pairs:
        if one and other:
            wanted = [(number, one, other) for number in numbers(one, reference)]
            found = [(number, one, other) for number in numbers(other, written)]
            if not wanted and not found:
                continue  # nearly always
            if tells_time(one.texts, reference) or tells_time(other.texts, written):
                wanted, found = ([place for place in side if not _is_time(place[0])] for side in (wanted, found))
            yield from units.findings(model, page, wanted, found, written)
            if one.kind in ALONE:
                yield from _group(model, page, wanted, found, written, reference)
            else:
                loose[0].extend(wanted)
                loose[1].extend(found)
    yield from _group(model, page, *loose, written, reference)


def _is_time(number: Number) -> bool:
    """Whether it may be an hour or minutes, as far as its form tells."""
    return bool(TIME.fullmatch(number.written)) and not number.value.endswith("%") and not number.unit.isupper()


def _group(
    model: Page,
    page: Page,
    wanted: Sequence[Place],
    found: Sequence[Place],
    written: Conventions,
    reference: Conventions,
) -> Iterator[Finding]:
    if not wanted and not found:
        return  # nearly always
    missing, extra = surplus(wanted, found, _value), surplus(found, wanted, _value)
    both = (*wanted, *found)
    missing, extra = _untold(missing, both, written, 2), _untold(extra, both, reference, 1)
    missing = _without_decades(missing, extra, written)
    for wrong, (number, one, other) in _paired(missing, extra):
        place, right = f"{model.path}:{one.line_of(number.written)}", shown(number, written)
        if wrong:
            message = f"number {explained(wrong[0])}, expected {right} as in {place}"
            line, actual = wrong[2].line_of(wrong[0].written), wrong[0].written
            yield Finding(page.path, line, CHANGED_NUMBER, message, place, right, actual)
        else:
            message = f"number {right} is missing; {place} has it"
            yield Finding(page.path, other.line, CHANGED_NUMBER, message, place, right)
    for number, one, other in extra:
        place = f"{model.path}:{one.line}"
        message = f"number {explained(number)} is not in {place}; correct it, or add it there"
        if any(number.value == there.value for there, _, _ in wanted):
            message = f"number {explained(number)} stands more often than in {place}; compare the two"
        line = other.line_of(number.written)
        yield Finding(page.path, line, CHANGED_NUMBER, message, place, "", number.written)
    yield from _ungrouped(model, page, wanted, found, written)


def _value(place: Place) -> str:
    return place[0].value


def _paired(missing: Sequence[Place], extra: list[Place]) -> Iterator[tuple[Place | None, Place]]:
    """Each of `missing` with what stands for it, which is taken from `extra`: in the same block, or else anywhere."""
    left = []
    for place in missing:
        wrong = next((other for other in extra if other[1] is place[1]), None)
        if wrong:
            extra.remove(wrong)
            yield wrong, place
        else:
            left.append(place)
    for place in left:
        yield extra.pop(0) if extra else None, place


def _ungrouped(
    model: Page, page: Page, wanted: Sequence[Place], found: Sequence[Place], written: Conventions
) -> Iterator[Finding]:
    """Long numbers without the signs that group their digits, which the English ones have."""
    grouped = {number.value: (number, one) for number, one, _ in wanted if not number.written.isdigit()}
    for number, _, other in found:
        if number.written.isdigit() and len(number.written) >= LONG and number.value in grouped:
            english, one = grouped[number.value]
            place, right = f"{model.path}:{one.line}", shown(english, written)
            message = f"number {number.written} is hard to read; write {right}"
            yield Finding(page.path, other.line_of(number.written), CHANGED_NUMBER, message, place, right, "")


def _untold(places: Sequence[Place], others: Sequence[Place], conventions: Conventions, side: int) -> list[Place]:
    """`places` without numbers that the blocks on the other side, `side` of each place, tell in another way."""
    if not places:
        return []  # nearly always
    text = " ".join(text for place in others for text in place[side].texts)  # type: ignore[union-attr]
    return [place for place in places if not told(place[0], text, conventions)]


def _without_decades(missing: list[Place], extra: list[Place], written: Conventions) -> list[Place]:
    """`missing` without decades that the text has without the century; such numbers are taken from `extra`, too."""
    left = []
    for place in missing:
        number, one, other = place
        years = decade(" ".join(one.texts), number)
        short = next((p for p in extra if p[1] is one and p[0].value == years), None)
        if short:
            extra.remove(short)
        elif not years or not re.search(in_words(years, written) or NOTHING, " ".join(other.texts)):
            left.append(place)
    return left
