"""Faults of sections and their headings."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutants.changes import (
    fault,
    section_lines,
    with_line,
    without,
)
from tests.real import Place


@fault
def _dropped_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in section_lines(place):
        if number:
            yield without(place.lines, first, end - 1), place.page.sections[number - 1].line


@fault
def _dropped_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, _ in section_lines(place):
        if number:
            yield without(place.lines, first, first), place.page.sections[number - 1].line


@fault
def _swapped_sections(place: Place) -> Iterator[tuple[list[str], int]]:
    edges = [first for _, first, _ in section_lines(place)] + [len(place.lines) + 1]
    for number in range(1, len(edges) - 3):
        one, two, end = edges[number : number + 3]
        lines = place.lines
        yield lines[: one - 1] + lines[two - 1 : end - 1] + lines[one - 1 : two - 1] + lines[end - 1 :], one


@fault
def _deeper_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for _, first, _ in section_lines(place):
        yield with_line(place.lines, first, "#" + place.lines[first - 1]), first


@fault
def _translated_id(place: Place) -> Iterator[tuple[list[str], int]]:
    for _, first, _ in section_lines(place):
        yield with_line(place.lines, first, place.lines[first - 1].replace("{ #", "{ #x")), first


@fault
def _lost_id(place: Place) -> Iterator[tuple[list[str], int]]:
    for _, first, _ in section_lines(place):
        yield with_line(place.lines, first, place.lines[first - 1].split(" {")[0]), first


@fault
def _doubled_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in section_lines(place):
        if number and number < len(place.page.sections) - 1:
            lines = place.lines
            yield lines[: end - 1] + lines[first - 1 : end - 1] + lines[end - 1 :], first


@fault
def _emptied_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in section_lines(place):
        if 0 < number < len(place.page.sections) - 1:
            yield [*place.lines[:first], "", *place.lines[end - 1 :]], first


@fault
def _commented_out_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in section_lines(place):
        if 0 < number < len(place.page.sections) - 1:
            lines = place.lines
            text = [line for line in lines[first : end - 1] if "-->" not in line]
            yield [*lines[:first], "", "<!--", *text, "-->", "", *lines[end - 1 :]], first
