"""How each language is written on this site: docs/data/conventions/, one file a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import data
from scripts.parity.conventions_file import validate
from scripts.parity.forms import NOTHING, any_of, begun, clock, whole


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each language, so it can be a key
class Conventions:
    """The notation of one language."""

    code: str
    locale: str
    """CLDR's name of the locale whose numbers are used."""
    script: str
    quotation_marks: tuple[str, ...]
    """Pairs, the outer first."""
    percent: frozenset[str]
    """Words that make a number a percentage."""
    scales: dict[str, int]
    """Words that multiply a number, by the power of ten."""
    between: re.Pattern[str]
    """What stands between two numbers that share what one of them counts, such as the word to in 4 to 5 million."""
    words: frozenset[str]
    """Words so common that nearly every sentence has some, and that other languages lack."""
    sentence_end: str
    """What ends a statement."""
    no_break_before_percent: bool
    unit_before_number: bool
    """Whether words such as percent or million stand before their number."""
    grouped_from: int
    """Digits from which a number is grouped; CLDR's minimumGroupingDigits, which Babel does not read, plus 3."""
    may_double: frozenset[str]
    """Words that may stand twice in a row."""
    never: re.Pattern[str]
    """Words that the register rules out, such as the familiar form of address; small and capital letters differ."""
    instead: Mapping[str, str]
    """By what is to be written in their place, the patterns of such words."""
    numbers: Mapping[str, str]
    """By number the forms of what spells it out, blanks between them."""
    compound_numbers: str
    """How others up to 99 are made of these, such as `{tens}-{ones}`; empty if there is no way."""
    spelled: Mapping[str, Sequence[str]]
    """The same words as far as they are whole, the plain number first."""
    countries: Mapping[str, Sequence[str]]
    """By ISO's code, what countries are called here in place of CLDR's name."""
    peoples: Mapping[str, Sequence[str]]
    """By the same code, words for who or what is from there that begin otherwise than the country's name."""
    counted: str
    """A pattern for all words that are units."""
    units: re.Pattern[str]
    """What finds units and currencies; the name of the group that matches is what other languages call it, too."""
    clock: re.Pattern[str]
    """What finds times of day, which languages count from other hours, but for those in digits only."""
    clock_words: tuple[str, ...]
    """What a text with such times has some of."""
    abbreviations: frozenset[str]
    """Words that end with a full stop where no sentence does."""
    percent_points: frozenset[str]
    """Words after which a percentage is none: a difference of percentages."""


def read(docs: Path, code: str) -> Conventions:
    """The conventions of the language `code`.

    Raises SiteError where the file is missing or not as it must be.
    """
    path = docs / "data" / "conventions" / f"{code}.yml"
    content = data.read(path)
    validate(path, content)
    units = "|".join(f"(?P<{unit}>{any_of(forms)})" for unit, forms in content["units"].items())
    counted = "|".join(any_of(forms) for forms in content["units"].values())
    numbers = {str(number): forms for number, forms in enumerate(content["small-numbers"], 1)}
    for number, forms in content.get("other-numbers", {}).items():
        numbers[str(number)] = f"{numbers.get(str(number), '')} {forms}"
    spelled = {number: _phrases(forms) for number, forms in numbers.items()}
    instead = {right: "|".join(map(begun, forms.split())) for right, forms in content.get("never", {}).items()}
    return Conventions(
        code,
        content["locale"],
        content["script"],
        tuple(content["quotation-marks"]),
        frozenset(word.lower() for word in content["percent"]),
        {word.lower(): power for word, power in content["scales"].items()},
        re.compile(rf"\s*(?:–|{'|'.join(map(re.escape, content['between']))})\s*"),
        frozenset(content["words"]),
        content.get("sentence-end", "."),
        content.get("no-break-before-percent", False),
        content.get("unit-before-number", False),
        content.get("grouped-from", 4),
        frozenset(content.get("may-double", [])),
        re.compile("|".join(instead.values()) or NOTHING),
        instead,
        numbers,
        content.get("compound-numbers", ""),
        spelled,
        {code: _phrases(forms) for code, forms in content.get("countries", {}).items()},
        {code: _phrases(forms) for code, forms in content.get("peoples", {}).items()},
        counted,
        re.compile(f"(?<![/'’]){whole(units)}"),
        clock(content.get("clock", []), spelled),
        tuple(content.get("clock", [])),
        frozenset(content.get("abbreviations", [])),
        frozenset(content.get("percent-points", [])),
    )


def _phrases(forms: str) -> list[str]:
    """Those of `forms`, which blanks part, that are whole; `_` stands for a blank."""
    return [form.replace("_", " ") for form in forms.split() if "*" not in form]
