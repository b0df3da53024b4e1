"""Faults of links, footnotes and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts.parity.model import Kind
from tests.mutants.changes import (
    each_line,
    end_of,
    fault,
    with_line,
    without,
)
from tests.real import Place


@fault
def _dropped_link(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\[([^\]^]+)\]\([^)]+\)", r"\1")


@fault
def _link_to_another_page(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\]\((bpo|call-center|difference|locations)\.md", "](bpo-types.md")


@fault
def _link_to_another_section(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\]\(([a-z-]+\.md)#[a-z-]+\)", r"](\1)")


@fault
def _link_to_nothing(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\]\(([a-z-]+)\.md", r"](\1s.md")


@fault
def _link_to_another_language(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\]\(([a-z-]+)\.md", r"](../en/\1.md")


@fault
def _dropped_footnote_reference(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\[\^[\w-]+\]", "")


@fault
def _other_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    labels = [note.detail for note in place.page.footnotes]
    if len(labels) > 1:
        yield from each_line(
            place,
            r"\[\^([\w-]+)\]",
            lambda match: f"[^{labels[labels.index(match[1]) - 1]}]" if match[1] in labels else match[0],
        )


@fault
def _dropped_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    for note in place.page.footnotes:
        yield without(place.lines, note.line, note.line), note.line


@fault
def _other_address(place: Place) -> Iterator[tuple[list[str], int]]:
    for note in place.page.footnotes:
        line = place.lines[note.line - 1]
        if "https://" in line:
            yield with_line(place.lines, note.line, line.replace("https://", "https://example.org/", 1)), note.line


@fault
def _other_year_in_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    for note in place.page.footnotes:
        line = place.lines[note.line - 1]
        changed = re.sub(r"(?<=[ ,(])(20\d|19\d)\d(?=[.,;। ]|$)", r"\g<1>x", line).replace("x", "3")
        if re.search(r"(?<=[ ,(])(?:20|19)\d\d(?=[.,;। ]|$)", line) and changed != line:
            yield with_line(place.lines, note.line, changed), note.line


@fault
def _dropped_description(place: Place) -> Iterator[tuple[list[str], int]]:
    yield place.lines[3:], 1


@fault
def _english_description(place: Place) -> Iterator[tuple[list[str], int]]:
    yield with_line(place.lines, 2, place.model_lines[1]), 1


@fault
def _misspelled_key(place: Place) -> Iterator[tuple[list[str], int]]:
    yield with_line(place.lines, 2, place.lines[1].replace("description", "descripton")), 1


@fault
def _long_description(place: Place) -> Iterator[tuple[list[str], int]]:
    yield with_line(place.lines, 2, f'description: "{place.page.metadata["description"]} {"BPO " * 30}"'), 1


@fault
def _open_front_matter(place: Place) -> Iterator[tuple[list[str], int]]:
    yield without(place.lines, 3, 3), 1


@fault
def _footnote_in_another_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        texts = [block for block in section.blocks if block.kind is Kind.PARAGRAPH]
        for one, two in pairwise(texts):
            end, last = end_of(place, one), end_of(place, two)
            notes = re.search(r"(?:\[\^[\w-]+\])+$", place.lines[end - 1])
            if notes and two.line > end and place.lines[last - 1][-1] in ".।":
                lines = with_line(place.lines, end, place.lines[end - 1][: notes.start()])
                yield with_line(lines, last, lines[last - 1] + notes[0]), last
