"""Numbers that a text tells otherwise than in digits of their own, which Unicode's CLDR has no data for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from scripts.parity.conventions import Conventions
from scripts.parity.forms import LETTER, any_of, whole
from scripts.parity.notation import Number

DECADE = re.compile(r"(?<!\d)\d\d(\d0)s(?!\w)")
"""A decade in English; other languages may write it without the century, as “90-те години” and “90er Jahre” are."""
ROMAN = {10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
"""The signs, and pairs of signs, of the numbers that centuries have."""
LAST_CENTURY = 21


@cache
def in_words(number: str, conventions: Conventions) -> str:
    """A pattern for what spells `number` out; empty if the conventions have no words for it."""
    forms = f"{conventions.numbers.get(number, '')} {_compound(number, conventions)}"
    return whole(any_of(forms)) if forms.strip() else ""


def _compound(number: str, conventions: Conventions) -> str:
    """The words that are made of those for tens and ones."""
    tens, ones = (conventions.spelled.get(part, ()) for part in (f"{number[:1]}0", number[1:]))
    pairs = [(ten, one) for ten in tens for one in ones] if len(number) == 2 else []
    return " ".join(conventions.compound_numbers.format(tens=ten, ones=one).replace(" ", "_") for ten, one in pairs)


def told(number: Number, text: str, conventions: Conventions) -> bool:
    """Whether `text` has `number` in words, or in Roman numerals."""
    return any(re.search(pattern, text) for pattern in _patterns(number, conventions))


def _patterns(number: Number, conventions: Conventions) -> Iterator[str]:
    """What tells `number` in other ways, as far as there are words for it."""
    value = number.value.removesuffix("%")
    if value != number.value:
        yield from _multiples(value, dict.fromkeys(conventions.percent, 0), conventions)
    elif pattern := in_words(value, conventions):
        yield pattern
        forms = "|".join(map(re.escape, conventions.spelled.get(value, ())))
        if forms:  # a word of two, such as Fünftagewoche
            yield rf"(?i:(?<![{LETTER}])(?:{forms})(?:{conventions.counted}))"
    elif number.amount is not None:
        yield from _multiples(value, conventions.scales, conventions)
    if number.value.isdigit() and int(value) <= LAST_CENTURY and len(roman := _roman(int(value))) > 1:
        yield rf"(?<!\w){roman}(?!\w)"  # a single letter may be a word


def _multiples(value: str, scales: dict[str, int], conventions: Conventions) -> Iterator[str]:
    """Patterns for `value` as so many of one of `scales`, such as three million."""
    for scale, power in scales.items():
        if spelled := in_words(f"{Decimal(value).scaleb(-power).normalize():f}", conventions):
            word, between = f"(?i:{re.escape(scale)})(?![{LETTER}])", f"(?:{conventions.between.pattern})"
            if conventions.unit_before_number:
                yield rf"{word}\s+(?:\S+{between})?{spelled}"
            else:
                yield rf"{spelled}(?:{between}\S+)?\s+{word}"


def _roman(number: int) -> str:
    signs = ""
    for value, sign in ROMAN.items():
        signs += number // value * sign
        number %= value
    return signs


def decade(english: str, year: Number) -> str:
    """The last two digits of `year` if `english` has that as a decade, such as 1990s; empty if not."""
    return next((match[1] for match in DECADE.finditer(english) if year.written in match[0]), "")
