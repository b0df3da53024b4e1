"""Reads the numbers of a text in the notation of its language, and writes them in that of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from babel.numbers import NumberFormatError, format_decimal, get_decimal_symbol, get_group_symbol, parse_decimal

from scripts.parity.conventions import Conventions
from scripts.parity.model import Block

NUMBER = re.compile(
    r"\d(?:(?<![\w×].)(?<!\w[.,].)|(?<=\bQ.)|(?<=Sh.)|(?<=Rs.))"
    r"(?:(?<=2)4[/×]7(?![\d/]|[.,]\d)|\d*(?:[.,\u00a0\u202f]\d+)*)(?![×])"
)
"""A run of digits with what may group them, also of a quarter such as Q3 or a sum such as Sh500, or the name 24/7;
2×2 is another name."""
CLOCK = re.compile(r":(?<=\d:)\d\d")
"""A time of day, such as 16:30."""
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"\d+")
DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
WORD = re.compile(r"[^\s.,;:!?।()“”„‘’\"]+\.?")
APART = re.compile(r"[\d,;:!?।()\n]|\.(?=\s|$)")
"""What parts a number from words that belong to something else."""
SMALL = 1000
"""Below it, a number may share what another counts; from it on, it is a year or an amount."""
LONG = 5
"""Digits from which a number is grouped in every language, if it is in English."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    value: str
    """In one notation for all languages, with % if it is a percentage."""
    written: str
    """As the text has it, without words such as million."""
    amount: Decimal | None = None
    """What it is, with such words; None for what is no number in the notation, such as 310.4 in German."""
    unit: str = ""
    """What it counts, as the conventions call it, such as USD or minute; empty if they know no word beside it."""


def numbers(block: Block, conventions: Conventions) -> list[Number]:
    """The numbers of `block` in the order of the text."""
    return [number for text in block.texts for number in _numbers(text, conventions)]


@lru_cache(maxsize=1024)  # the English block is compared with four others
def _numbers(text: str, conventions: Conventions) -> tuple[Number, ...]:
    return tuple(_read(text, conventions)) if DIGIT.search(text) else ()


@lru_cache(maxsize=1024)
def tells_time(texts: tuple[str, ...], conventions: Conventions) -> bool:
    """Whether any of `texts` tells a time of day."""
    return any(
        (":" in text and CLOCK.search(text))
        or (any(map(text.__contains__, conventions.clock_words)) and conventions.clock.search(text))
        for text in texts
    )


def _read(text: str, conventions: Conventions) -> Iterator[Number]:
    matches = [part for match in NUMBER.finditer(text) for part in _parts(text, match) if not _repeats(text, match)]
    scales = [_scale(text, match, conventions) for match in matches]
    _share(text, matches, scales, conventions)
    for match, (power, percent, word) in zip(matches, scales, strict=True):
        value = _value(match[0], conventions.locale)
        if isinstance(value, str):  # as other languages would write it only if it is a name, such as 310.4
            yield Number(value, match[0])
        else:
            amount = value * 10**power
            unit = "" if percent else _unit(text, match, word, conventions)
            yield Number(f"{amount.normalize():f}{'%' if percent else ''}", match[0], amount, unit)


def _parts(text: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """A number, or the day and the year of a date such as 31.12.2027, whose month other languages have as a word."""
    if DATE.fullmatch(match[0]):
        yield from (part for part in (DIGITS.match(text, match.start()), DIGITS.search(text, match.end() - 4)) if part)
    else:
        yield match


def _repeats(text: str, match: re.Match[str]) -> bool:
    """Whether a number is only told twice, as in “20-20”, which is Hindi for 20 each."""
    return (
        text[: match.start()].endswith(f"{match[0]}-") and not text[: match.start() - 1 - len(match[0])][-1:].isdigit()
    )


def _scale(text: str, match: re.Match[str], conventions: Conventions) -> tuple[int, bool, str]:
    """By which power of ten a number is multiplied, whether it is a percentage, and the word beside it."""
    word, after = _word(text, match, conventions), text[match.end() :].lstrip("\u00a0\u202f ")
    percent = after.startswith("%") or (
        word in conventions.percent and not conventions.percent_points.intersection(WORD.findall(after[:30])[1:2])
    )
    return conventions.scales.get(word, 0), percent, word


def _share(
    text: str, matches: Sequence[re.Match[str]], scales: list[tuple[int, bool, str]], conventions: Conventions
) -> None:
    """Give all numbers of “4 to 5 million” and “5, 8 or 10%” what only one of them has."""
    if len(matches) < 2:
        return  # nearly always
    gaps = [text[one.end() : other.start()] for one, other in pairwise(matches)]
    together = [bool(conventions.between.fullmatch(gap)) for gap in gaps]
    for number in range(len(gaps) - 2, -1, -1):
        together[number] |= together[number + 1] and gaps[number].strip() == ","
    values = [_value(match[0], conventions.locale) for match in matches]
    small = [isinstance(value, Decimal) and value < SMALL for value in values]
    order = range(len(gaps)) if conventions.unit_before_number else range(len(gaps) - 1, -1, -1)
    for number in (number for number in order if together[number]):
        one, other = (number, number + 1) if conventions.unit_before_number else (number + 1, number)
        if small[one] and small[other] and scales[one][:2] != (0, False) == scales[other][:2]:
            scales[other] = scales[one]


def _word(text: str, match: re.Match[str], conventions: Conventions) -> str:
    """The word, or two, beside a number that may multiply it or make it a percentage, empty if there is none."""
    if conventions.unit_before_number:
        words = WORD.findall(text[max(0, match.start() - 30) : match.start()])[-2:]
    else:
        words = WORD.findall(text[match.end() : match.end() + 30])[:2]
    two = " ".join(words).lower()
    word = words[-1 if conventions.unit_before_number else 0].lower() if words else ""
    # with its point, such as млн.
    known = (name for name in (two, word) if name in conventions.scales or name in conventions.percent)
    return next(known, word.rstrip("."))


def _unit(text: str, match: re.Match[str], word: str, conventions: Conventions) -> str:
    """What a number counts: a sign such as € right before it, or the unit near it on the side where units stand."""
    before = APART.split(text[max(0, match.start() - 40) : match.start()])[-1]
    found = list(conventions.units.finditer(before))
    gap = before[found[-1].end() :] if found else ""
    if found and (not gap or (conventions.unit_before_number and len(gap.split()) <= 3)):
        return found[-1].lastgroup or ""
    after = text[match.end() : match.end() + 40]
    if word in conventions.scales and not conventions.unit_before_number:
        after = after[after.lower().find(word) + len(word) :]
    near = None if after[:1].isalpha() else conventions.units.search(APART.split(after)[0])  # not the s of 1990s
    if near and len(after[: near.start()].split()) <= 1:
        return near.lastgroup or ""
    return (found[-1].lastgroup or "") if found and not gap.split() else ""


@lru_cache(maxsize=4096)
def _value(run: str, locale: str) -> Decimal | str:
    """The value of `run`; the run itself where it is no number in this notation, such as 310.4 in German."""
    if "×" in run:
        return run.replace("×", "/")
    if run.isdigit():
        return Decimal(run) if not run.startswith("0") or run == "0" else run
    signs = {get_decimal_symbol(locale), get_group_symbol(locale)}
    if {sign for sign in run if sign in ".,"} - signs:  # Babel takes a point for a decimal sign where there is none
        return run.replace("\u202f", "\u00a0")
    try:
        return parse_decimal(run, locale=locale, strict=True)
    except NumberFormatError:
        return run.replace("\u202f", "\u00a0")


def shown(number: Number, conventions: Conventions) -> str:
    """`number` as the language writes it; years and the like as they are."""
    plain = number.written.isdigit() and number.written == str(number.amount)  # as years and names are written
    if number.amount is None or plain:
        text = number.written
    else:
        grouped = abs(number.amount) >= 10 ** (conventions.grouped_from - 1)
        text = format_decimal(
            number.amount, locale=conventions.locale, decimal_quantization=False, group_separator=grouped
        )
    if not number.value.endswith("%"):
        return text
    if conventions.unit_before_number:
        return f"{min(conventions.percent)} {text}"
    return f"{text}\u00a0%" if conventions.no_break_before_percent else f"{text}%"


def explained(number: Number) -> str:
    """`number` as it is written, and as it is read where that is something else."""
    value = number.value.removesuffix("%")
    plain = number.written.replace("\u00a0", "").replace("\u202f", "")
    percent = "%" if number.value.endswith("%") else ""
    if number.amount is None or value in (plain, plain.replace(",", "."), re.sub("[.,]", "", plain)):
        return number.written + percent
    return f"{number.written}{percent} (read as {value}{percent})"
