"""Faults of tables, figures and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.parity.model import Kind
from tests.mutants.changes import (
    blocks_of,
    end_of,
    fault,
    hard,
    section_lines,
    with_line,
    without,
)
from tests.real import Place


@fault
def _dropped_table_row(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for row in [block for block in section.blocks if block.kind is Kind.ROW][1:]:
            yield without(place.lines, row.line, row.line), row.line


@fault
def _doubled_table_row(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for row in [block for block in section.blocks if block.kind is Kind.ROW][1:]:
            yield [*place.lines[: row.line], place.lines[row.line - 1], *place.lines[row.line :]], row.line


@fault
def _dropped_table_column(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        rows = [number for number in range(section.line, len(place.lines)) if place.lines[number - 1].startswith("|")]
        last = max((block.line for block in section.blocks if block.kind is Kind.ROW), default=0)
        rows = [number for number in rows if number <= last]
        if rows:
            lines = place.lines
            for number in rows:
                lines[number - 1] = lines[number - 1].rstrip("|").rpartition("|")[0] + "|"
            yield lines, rows[0]


@fault
def _emptied_table_cell(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for row in [block for block in section.blocks if block.kind is Kind.ROW][1:]:
            cells = place.lines[row.line - 1].split("|")
            yield with_line(place.lines, row.line, "|".join([*cells[:-2], "  ", cells[-1]])), row.line


def _exchanged(place: Place, kind: Kind) -> Iterator[tuple[list[str], int]]:
    """The page with two neighbours of `kind` exchanged, if each is one run of lines."""
    for section in place.page.sections:
        blocks = [block for block in section.blocks if block.kind is kind]
        for one, two in pairwise(blocks[1:] if kind is Kind.ROW else blocks):
            end = two.line if kind is Kind.ROW else end_of(place, two)
            if kind is Kind.PARAGRAPH and two.line != end_of(place, one) + 2:
                continue
            if kind is not Kind.PARAGRAPH and two.line != one.line + 1:
                continue
            if kind is Kind.ITEM:
                end = two.line
            lines = place.lines
            first = lines[one.line - 1 : end_of(place, one) if kind is Kind.PARAGRAPH else one.line]
            between = lines[one.line - 1 + len(first) : two.line - 1]
            second = lines[two.line - 1 : end]
            if kind is Kind.ITEM and (lines[end].startswith(" ") if end < len(lines) else False):
                continue
            yield [*lines[: one.line - 1], *second, *between, *first, *lines[end:]], one.line


@hard
def _exchanged_paragraphs(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _exchanged(place, Kind.PARAGRAPH)


@hard
def _exchanged_list_items(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _exchanged(place, Kind.ITEM)


@hard
def _exchanged_rows(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _exchanged(place, Kind.ROW)


@fault
def _dropped_figure(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if line.startswith("<figure"):
            yield without(place.lines, number, place.lines.index("</figure>", number) + 1), number


@fault
def _other_drawing(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if 'data-drawing="places"' in line:
            yield without(place.lines, number + 5, number + 5), number  # a word too few


@fault
def _dropped_caption(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if line.startswith("<figcaption"):
            yield without(place.lines, number, place.lines.index("</figcaption>", number) + 1), number


@fault
def _note_instead_of_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(blocks_of(place, Kind.PARAGRAPH))[2:6]:
        lines, end = place.lines, end_of(place, block)
        inner = [f"    {line}" for line in lines[block.line - 1 : end]]
        yield [*lines[: block.line - 1], '!!! note "BPO"', "", *inner, *lines[end:]], block.line


@fault
def _paragraph_drawn_into_the_list(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for one, two in pairwise(section.blocks):
            if one.kind is Kind.ITEM and two.key == (Kind.PARAGRAPH, "") and not place.lines[two.line - 2].strip():
                lines, end = place.lines, end_of(place, two)
                inner = [f"    {line}" for line in lines[two.line - 1 : end]]
                yield [*lines[: two.line - 1], *inner, *lines[end:]], two.line


@fault
def _code_instead_of_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(blocks_of(place, Kind.PARAGRAPH))[2:6]:
        lines, end = place.lines, end_of(place, block)
        inner = [f"    {line}" for line in lines[block.line - 1 : end]]
        if not re.match(r"\s|[-*] |\d+\. ", lines[block.line - 3]):  # else it would go on with the list
            yield [*lines[: block.line - 1], *inner, *lines[end:]], block.line


@fault
def _heading_as_html(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, _ in section_lines(place):
        if number:
            title = place.page.sections[number].title
            yield with_line(place.lines, first, f"<h2>{title}</h2>"), place.page.sections[number - 1].line


@hard
def _exchanged_cells(place: Place) -> Iterator[tuple[list[str], int]]:
    for row in blocks_of(place, Kind.ROW):
        cells = place.lines[row.line - 1].split("|")
        for number in range(1, len(cells) - 2):
            one, two = cells[number : number + 2]
            changed = "|".join([*cells[:number], two, one, *cells[number + 2 :]])
            if one.strip() != two.strip():
                yield with_line(place.lines, row.line, changed), row.line
