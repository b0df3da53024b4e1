"""Numbers mean the same in every language, each written in its own notation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel.numbers import (
    NumberFormatError,
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
    parse_decimal,
)

from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.model import Block, Finding, Kind, Page, Rule

CHANGED_NUMBER = Rule(
    "changed-number",
    "A number, year, percentage or amount differs from the English, or is written in the notation of another language.",
    "en: 104,690 jobs, 5.8%\nde: 104,690 Arbeitsplätze, 58 %",
    "de: 104.690 Arbeitsplätze, 5,8 %",
)

NUMBER = re.compile(r"(?<![\w×])\d+(?:[.,\u00a0\u202f]\d+)*(?![×])")
"""A run of digits with what may group them; 2×2 is a name."""
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\s.,;:!?।()“”„‘’\"]+\.?")
ALONE = frozenset({Kind.ROW, Kind.ITEM, Kind.FOOTNOTE})
"""Kinds whose numbers belong to them; those of paragraphs may move within their section."""
LONG = 5
"""Digits from which a number is grouped in every language, if it is in English."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    value: str
    """In one notation for all languages, with % if it is a percentage."""
    written: str
    """As the text has it."""
    amount: Decimal | None = None
    """What is written, before words such as million; None for what is no number in the notation, such as 310.4."""


Place = tuple[Number, Block, Block]
"""A number, and the pair of blocks in one of which it stands."""


def findings(
    model: Page, page: Page, pairs: Sequence[Pair], written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    """Numbers of paired blocks that are not the same in both languages."""
    both = [(one, other) for one, other in pairs if one and other]
    groups = [[pair] for pair in both if pair[0].kind in ALONE]
    groups.append([pair for pair in both if pair[0].kind not in ALONE])
    for group in groups:
        wanted = [(number, one, other) for one, other in group for number in numbers(one, reference)]
        found = [(number, one, other) for one, other in group for number in numbers(other, written)]
        if wanted or found:
            yield from _group(model, page, wanted, found, written, reference)


def _group(
    model: Page,
    page: Page,
    wanted: Sequence[Place],
    found: Sequence[Place],
    written: Conventions,
    reference: Conventions,
) -> Iterator[Finding]:
    values = [Counter(number.value for number, _, _ in side) for side in (wanted, found)]
    missing, extra = _left(wanted, values[0] - values[1]), _left(found, values[1] - values[0])
    missing, extra = _spelled(missing, found or wanted, written, 2), _spelled(extra, wanted or found, reference, 1)
    for number, one, other in missing:
        place, right = f"{model.path}:{one.line_of(number.written)}", shown(number, written)
        if extra:
            wrong, _, other = extra.pop(0)
            message = f"number {_read(wrong)}, expected {right} as in {place}"
            yield Finding(page.path, other.line_of(wrong.written), CHANGED_NUMBER, message, place, right, wrong.written)
        else:
            message = f"number {right} is missing; {place} has it"
            yield Finding(page.path, other.line, CHANGED_NUMBER, message, place, right)
    for number, one, other in extra:
        message = f"number {_read(number)} is not in {model.path}:{one.line}; correct it, or add it there"
        line = other.line_of(number.written)
        yield Finding(page.path, line, CHANGED_NUMBER, message, f"{model.path}:{one.line}", "", number.written)
    yield from _ungrouped(model, page, wanted, found, written)


def _ungrouped(
    model: Page, page: Page, wanted: Sequence[Place], found: Sequence[Place], written: Conventions
) -> Iterator[Finding]:
    """Long numbers without the signs that group their digits, which the English ones have."""
    grouped = {number.value: one for number, one, _ in wanted if not number.written.isdigit()}
    for number, _, other in found:
        if number.written.isdigit() and len(number.written) >= LONG and number.value in grouped:
            place = f"{model.path}:{grouped[number.value].line}"
            right = shown(number, written)
            message = f"number {number.written} is hard to read; write {right}"
            yield Finding(page.path, other.line_of(number.written), CHANGED_NUMBER, message, place, right, "")


def _spelled(places: Sequence[Place], others: Sequence[Place], conventions: Conventions, side: int) -> list[Place]:
    """`places` without small numbers that the blocks on the other side, `side` of each place, spell out."""
    if not any(number.value in conventions.small_numbers for number, _, _ in places):
        return list(places)
    text = " ".join(text for place in (*places, *others) for text in place[side].texts)  # type: ignore[union-attr]
    return [
        place
        for place in places
        if not (pattern := conventions.small_numbers.get(place[0].value)) or not pattern.search(text)
    ]


def shown(number: Number, conventions: Conventions) -> str:
    """`number` as the language writes it."""
    if number.amount is None or (number.written.isdigit() and len(number.written) < LONG):
        text = number.written
    else:
        text = format_decimal(number.amount, locale=conventions.locale, decimal_quantization=False)
    if not number.value.endswith("%"):
        return text
    return f"{text}\u00a0%" if conventions.no_break_before_percent else f"{text}%"


def _read(number: Number) -> str:
    """`number` as it is written, and as it is read where that is something else."""
    value = number.value.removesuffix("%")
    plain = number.written.replace("\u00a0", "").replace("\u202f", "")
    if number.amount is None or value in (plain, plain.replace(",", "."), re.sub("[.,]", "", plain)):
        return number.written
    return f"{number.written} (read as {number.amount.normalize():f})"


def _left(places: Sequence[Place], values: Counter[str]) -> list[Place]:
    """The last of `places` that hold each of `values`, as often as it is counted."""
    left = []
    for place in reversed(places):
        if values[place[0].value] > 0:
            values[place[0].value] -= 1
            left.append(place)
    return left[::-1]


def numbers(block: Block, conventions: Conventions) -> list[Number]:
    """The numbers of `block` in the order of the text."""
    return [number for text in block.texts if DIGIT.search(text) for number in _numbers(text, conventions)]


def _numbers(text: str, conventions: Conventions) -> Iterator[Number]:
    for match in NUMBER.finditer(text):
        value = _value(match[0], conventions.locale)
        word = _unit(text, match, conventions)
        scale = conventions.scales.get(word, 0)
        percent = text[match.end() :].lstrip("\u00a0 ").startswith("%") or word in conventions.percent
        sign = "%" if percent else ""
        if isinstance(value, str):  # as other languages would write it only if it is a name, such as 310.4
            yield Number(value, match[0])
        else:
            yield Number(f"{(value * 10**scale).normalize():f}{sign}", match[0], value)


def _unit(text: str, match: re.Match[str], conventions: Conventions) -> str:
    """The word beside a number that may say what it counts, empty if there is none."""
    if conventions.unit_before_number:
        words = WORD.findall(text[max(0, match.start() - 30) : match.start()])[-1:]
    else:
        words = WORD.findall(text[match.end() : match.end() + 30])[:1]
    word = words[0].lower() if words else ""
    known = word in conventions.scales or word in conventions.percent  # with its point, such as млн.
    return word if known else word.rstrip(".")


@lru_cache(maxsize=4096)
def _value(run: str, locale: str) -> Decimal | str:
    """The value of `run`; the run itself where it is no number in this notation, such as 310.4 in German."""
    if run.isdigit():
        return Decimal(run) if not run.startswith("0") or run == "0" else run
    signs = {get_decimal_symbol(locale), get_group_symbol(locale)}
    if {sign for sign in run if sign in ".,"} - signs:  # Babel takes a point for a decimal sign where there is none
        return run.replace("\u202f", "\u00a0")
    try:
        return parse_decimal(run, locale=locale, strict=True)
    except NumberFormatError:
        return run.replace("\u202f", "\u00a0")
