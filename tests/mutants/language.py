"""Faults of language: what was left in English, or is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.parity.model import Kind
from tests.mutants.changes import (
    blocks_of,
    each_line,
    end_of,
    fault,
    pairs_of,
    with_line,
    without,
)
from tests.real import VOCABULARIES, Place


@fault
def _paragraph_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for wanted, block in pairs_of(place):
        if block.kind is Kind.PARAGRAPH:
            end, model_end = end_of(place, block), wanted.line
            while model_end < len(place.model_lines) and place.model_lines[model_end].strip():
                model_end += 1
            english = place.model_lines[wanted.line - 1 : model_end]
            yield [*place.lines[: block.line - 1], *english, *place.lines[end:]], block.line


@fault
def _heading_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        if re.search(r"\b[a-z]{2,}", model.title):
            yield with_line(place.lines, section.line, place.model_lines[model.line - 1]), section.line


@fault
def _row_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for wanted, block in pairs_of(place):
        if block.kind is Kind.ROW and re.search(r"\b[a-z]{2,}", " ".join(wanted.texts)):
            yield with_line(place.lines, block.line, place.model_lines[wanted.line - 1]), block.line


@fault
def _item_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for wanted, block in pairs_of(place):
        english = place.model_lines[wanted.line - 1]
        single = not place.lines[block.line].startswith("  ")
        if block.kind is Kind.ITEM and single and len(english.split()) > 5:
            yield with_line(place.lines, block.line, english), block.line


@fault
def _sentence_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for wanted, block in pairs_of(place):
        lines = place.model_lines[wanted.line - 1].split("\n")
        if block.kind is Kind.PARAGRAPH and end_of(place, block) > block.line + 1 and len(lines[0].split()) > 5:
            yield with_line(place.lines, block.line + 1, lines[0]), block.line + 1


@fault
def _added_english_sentence(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        if len(" ".join(block.texts)) > 150:
            added = "This sentence is not the one that they have on the page."
            yield [*place.lines[: block.line], added, *place.lines[block.line :]], block.line + 1


@fault
def _misspelled_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"\[\^([\w-]+)\]", r"[^\1x]")


@fault
def _reference_to_a_lost_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if match := re.match(r"\[\^([\w-]+)\]:", line):
            used = next(n for n, other in enumerate(place.lines, 1) if f"[^{match[1]}]" in other)
            yield without(place.lines, number, number), used


@fault
def _ungrouped_number(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from each_line(place, r"(\d{2,3})[.,\u00a0](\d{3})(?!\d)|(\d),(\d\d),(\d{3})", r"\1\2\3\4\5")


@fault
def _avoided_term_in_the_description(place: Place) -> Iterator[tuple[list[str], int]]:
    form = next(
        form for concept in VOCABULARIES[place.page.language].concepts for form in concept.avoided if "*" not in form
    )
    words = str(place.page.metadata["description"]).split(" ")
    yield with_line(place.lines, 2, f'description: "{" ".join(words[: len(words) // 2])} {form}."'), 1


@fault
def _placeholder_instead_of_text(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        yield [*place.lines[: block.line - 1], "TODO", *place.lines[end_of(place, block) :]], block.line


@fault
def _half_a_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        words = place.lines[block.line - 1].split()
        if len(" ".join(block.texts)) > 250:
            rest = place.lines[end_of(place, block) :]
            yield [*place.lines[: block.line - 1], " ".join(words[:4]), *rest], block.line
