"""Faults of numbers and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from tests.mutants.changes import (
    each_line,
    fault,
)
from tests.real import WRITTEN, Place


@fault
def _other_number(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(
        place, r"(?<![\w.#^-])([1-9])(\d+)(?![\w×]*\])", lambda match: f"{9 - int(match[1]) or 7}{match[2]}"
    )


@fault
def _dropped_digit(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=\d)\d(?!\d|×)(?![^[]*\]\()", "")


@fault
def _dropped_percent_sign(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=\d)\u00a0?%|asilimia (?=\d)", "")


@fault
def _notation_of_another_language(place: Place) -> Iterator[tuple[list[str], int]]:
    other = {",": ".", ".": ","}
    yield from each_line(place, r"(?<=\d)[.,](?=\d)", lambda match: other[match[0]])


@fault
def _dropped_scale(place: Place) -> Iterator[tuple[list[str], int]]:
    scales = "|".join(map(re.escape, sorted(WRITTEN[place.page.language].scales, key=len, reverse=True)))
    yield from each_line(place, rf"(?i)(?:(?<=\d) (?:{scales})|\b(?:{scales}) (?=\d))", "")


CURRENCIES = {"€": "$", "euro": "dola", "Euro": "Dollar", "евро": "долара", "यूरो": "डॉलर"}
TIMES = {
    **{"Sekunden": "Minuten", "секунди": "минути", "सेकंड": "मिनट", "sekunde": "dakika"},
    **{"Minuten": "Stunden", "минути": "часа", "मिनट": "घंटे", "dakika": "saa"},
}


@fault
def _other_currency(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_unit(place, CURRENCIES)


@fault
def _other_unit_of_time(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_unit(place, TIMES)


def _each_unit(place: Place, others: Mapping[str, str]) -> Iterator[tuple[list[str], int]]:
    """Each of the words beside a number replaced by its other."""
    names = "|".join(others)
    pattern = rf"(?:(?<=\d)[ \u00a0](?:{names})(?!\w)|(?:{names}) ?(?=\d))"
    yield from each_line(place, pattern, lambda match: re.sub(names, lambda name: others[name[0]], match[0]))


@fault
def _lost_unit(place: Place) -> Iterator[tuple[list[str], int]]:
    """What a number counts, where the paragraph says it once."""
    names = "|".join({*CURRENCIES, *TIMES, *TIMES.values()})
    pattern = rf"(?:(?<=\d)[ \u00a0](?:{names})(?!\w)|(?<!\w)(?:{names}) ?(?=\d))"
    for lines, line in each_line(place, pattern, ""):
        start = next(number for number in range(line - 1, 0, -1) if not lines[number - 1].strip())
        if not WRITTEN[place.page.language].units.search(" ".join(takewhile(str.strip, lines[start:]))):
            yield lines, line


@fault
def _lost_decimal_sign(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=\d)[.,](?=\d(?!\d))", "")
