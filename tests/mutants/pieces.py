"""Faults of paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.parity.faults import LONG
from scripts.parity.model import Kind
from tests.mutants.changes import (
    blocks_of,
    end_of,
    fault,
    hard,
    with_line,
    without,
)
from tests.real import Place


@fault
def _dropped_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        yield without(place.lines, block.line, end_of(place, block)), block.line


@fault
def _doubled_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        end = end_of(place, block)
        lines = place.lines
        yield [*lines[:end], "", *lines[block.line - 1 : end], *lines[end:]], block.line


@fault
def _joined_paragraphs(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for one, two in zip(section.blocks, section.blocks[1:], strict=False):
            indented = [place.lines[block.line - 1].startswith(" ") for block in (one, two)]  # else they stay apart
            if one.kind is two.kind is Kind.PARAGRAPH and two.line == end_of(place, one) + 2 and len({*indented}) == 1:
                yield without(place.lines, two.line - 1, two.line - 1), one.line


@hard
def _paragraph_pasted_over_another(place: Place) -> Iterator[tuple[list[str], int]]:
    paragraphs = [
        block for block in blocks_of(place, Kind.PARAGRAPH) if not place.lines[block.line - 1].startswith((" ", "<"))
    ]
    for one, other in pairwise(paragraphs):
        lines, end = place.lines, end_of(place, other)
        copied = lines[one.line - 1 : end_of(place, one)]
        if len("".join(copied)) > LONG:
            yield [*lines[: other.line - 1], *copied, *lines[end:]], other.line


@fault
def _split_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        if end_of(place, block) > block.line + 1:
            lines = place.lines
            yield [*lines[: block.line], "", *lines[block.line :]], block.line


@fault
def _dropped_list_item(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.ITEM):
        end = block.line
        while end < len(place.lines) and place.lines[end].startswith("  "):
            end += 1
        if re.match(r" *(?:-|\d+\.) ", place.lines[block.line - 1]):
            yield without(place.lines, block.line, end), block.line


@fault
def _added_list_item(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.ITEM):
        line = place.lines[block.line - 1]
        if line.startswith("- ") and not place.lines[block.line].startswith(" "):
            yield [*place.lines[: block.line], line, *place.lines[block.line :]], block.line


@fault
def _other_kind_of_list(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        items = [block for block in section.blocks if block.kind is Kind.ITEM]
        if items and all(place.lines[item.line - 1].startswith("- ") for item in items):
            lines = place.lines
            for item in items:
                lines[item.line - 1] = "1. " + lines[item.line - 1][2:]
            yield lines, items[0].line


@fault
def _nested_list_item(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        items = [block for block in section.blocks if block.kind is Kind.ITEM]
        for item in items[1:]:
            if place.lines[item.line - 1].startswith("- ") and place.lines[item.line - 2].startswith("- "):
                yield with_line(place.lines, item.line, "    " + place.lines[item.line - 1]), item.line


@fault
def _no_empty_line_before_the_list(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for one, two in pairwise(section.blocks):
            text, empty = place.lines[two.line - 3 : two.line - 1]
            if one.kind is Kind.PARAGRAPH and two.kind is Kind.ITEM and not empty and re.match(r"\w", text):
                yield without(place.lines, two.line - 1, two.line - 1), two.line - 1
