"""Faults of characters and typography."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from scripts.parity.identify import WORD
from scripts.parity.model import Kind
from tests.mutants.changes import (
    blocks_of,
    each_line,
    end_of,
    fault,
)
from tests.real import WRITTEN, Place


@fault
def _look_alike_letter(place: Place) -> Iterator[tuple[list[str], int]]:
    swap = {"а": "a", "о": "o", "е": "e", "a": "а", "o": "о", "e": "е"}
    yield from each_line(
        place, r"(?<=[^\W\d_A-Z])[аоеaoe](?=[^\W\d_])(?![^(]*\))(?![^{]*\})", lambda match: swap[match[0]]
    )


@fault
def _zero_width_space(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=[^\W\d_]) (?=[^\W\d_])", " \u200b")


@fault
def _bidirectional_mark(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=[^\W\d_]) (?=[^\W\d_])", " \u202e")


@fault
def _soft_hyphen(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})(?![^(]*\))", "\u00ad")


@fault
def _decomposed_letter(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"^.*$", lambda match: unicodedata.normalize("NFD", match[0]))


@fault
def _straight_quotation_marks(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"[“„]([^“”„]*)[”“]", r'"\1"')


@fault
def _quotation_marks_of_another_language(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"[“„]([^“”„]*)[”“]", r"«\1»")


@fault
def _unclosed_quotation(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"([“„][^“”„]*)[”“]", r"\1")


@fault
def _unclosed_bracket(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<!\])(\([^()\]\[]*)\)", r"\1")


@fault
def _doubled_word(place: Place) -> Iterator[tuple[list[str], int]]:
    doubles = WRITTEN[place.page.language].may_double
    yield from each_line(
        place,
        rf"(?<= )({WORD.pattern})(?= [^\W\d_])(?![^(]*\))",
        lambda match: match[0] if match[0].lower() in doubles else f"{match[0]} {match[0]}",
    )


@fault
def _hyphen_for_a_dash(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r" – ", " - ")


@fault
def _full_stop_for_a_danda(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=[\u0900-\u0963])।$", ".")


@fault
def _breaking_space_before_percent(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=\d)\u00a0?%", " %")


@fault
def _paragraph_in_another_alphabet(place: Place) -> Iterator[tuple[list[str], int]]:
    table = {ord(a): b for a, b in zip("абвгдезиклмнопрстуфх", "abvgdeziklmnoprstufh", strict=True)}
    if place.page.language == "bg":
        for block in list(blocks_of(place, Kind.PARAGRAPH))[:8]:
            end = end_of(place, block)
            latin = [line.translate(table) for line in place.lines[block.line - 1 : end]]
            yield [*place.lines[: block.line - 1], *latin, *place.lines[end:]], block.line
