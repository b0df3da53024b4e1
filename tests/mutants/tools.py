"""Faults that tools leave."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.parity.faults import LONG
from scripts.parity.model import Kind
from tests.mutants.changes import (
    each_line,
    fault,
    with_line,
)
from tests.real import Place


@fault
def _merge_conflict(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in place.page.blocks():
        if block.kind is Kind.PARAGRAPH:
            line = place.lines[block.line - 1]
            both = ["<<<<<<< HEAD", line, "=======", f"{line} ", ">>>>>>> main"]
            yield [*place.lines[: block.line - 1], *both, *place.lines[block.line :]], block.line


@fault
def _wrong_encoding(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"[^\x00-\x7f]", lambda match: match[0].encode().decode("latin-1"))


@fault
def _double_escaped_entity(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=\w)(?= \w)", "&amp;nbsp;")


@fault
def _emphasis_not_closed(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=[^\s*])\*\*(?=[\s.,:;])", "")


@fault
def _sentence_doubled(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in place.page.blocks():
        line = place.lines[block.line - 1]
        if block.kind is Kind.PARAGRAPH and len(block.texts[0].split("\n")[0].strip()) > LONG:
            yield [*place.lines[: block.line], line, *place.lines[block.line :]], block.line


@fault
def _answer_in_the_open(place: Place) -> Iterator[tuple[list[str], int]]:
    """The text of a disclosure without the indentation that keeps it there."""
    for number, line in enumerate(place.lines):
        if line.startswith("??? "):
            body = number + 2
            yield with_line(place.lines, body + 1, place.lines[body].lstrip()), body + 1


@fault
def _pasted_tag(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(?<=\w) (?=\w)", "<br> ")
