"""Edits that are no faults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.parity.model import Kind
from tests.mutants.changes import (
    blocks_of,
    each_line,
    edit,
    end_of,
    with_line,
)
from tests.real import VOCABULARIES, Place


@edit
def _lines_joined(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(blocks_of(place, Kind.PARAGRAPH))[:6]:
        end = end_of(place, block)
        if place.lines[end - 1].startswith("{"):  # classes, which need a line of their own
            continue
        joined = " ".join(place.lines[block.line - 1 : end])
        yield [*place.lines[: block.line - 1], joined, *place.lines[end:]], block.line


@edit
def _lines_broken_elsewhere(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(blocks_of(place, Kind.PARAGRAPH))[:6]:
        line = place.lines[block.line - 1]
        words, indent = line.split(), " " * (len(line) - len(line.lstrip(" ")))
        if len(words) > 8 and not re.match(r"[-+*#>\d]", words[6]):
            lines, two = place.lines, [indent + " ".join(part) for part in (words[:6], words[6:])]
            yield [*lines[: block.line - 1], *two, *lines[block.line :]], block.line


@edit
def _further_empty_lines(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(blocks_of(place, Kind.PARAGRAPH))[:6]:
        yield [*place.lines[: block.line - 1], "", "", *place.lines[block.line - 1 :]], block.line


@edit
def _comment(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[:6]:
        yield [*place.lines[: section.line], "", "<!-- ## Not a heading { #no } -->", *place.lines[section.line :]], 1


@edit
def _heading_reworded(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[1:5]:
        line = place.lines[section.line - 1].replace(section.title, f"{section.title} (BPO)")
        yield with_line(place.lines, section.line, line), section.line


@edit
def _emphasis(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from list(each_line(place, r"^([^\W\d_]{4,})(?= [^\W\d_])", r"*\1*"))[:6]


@edit
def _closed_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[1:4]:
        line = place.lines[section.line - 1].replace(" { #", " {#").replace(" }", "}")
        yield with_line(place.lines, section.line, line), section.line


@edit
def _class_beside_the_id(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[1:4]:
        yield (
            with_line(place.lines, section.line, place.lines[section.line - 1].replace(" }", " .wide }")),
            section.line,
        )


@edit
def _sentence_reordered(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(blocks_of(place, Kind.PARAGRAPH))[:8]:
        end = end_of(place, block)
        if end > block.line + 1 and not place.lines[end - 1].startswith("{"):
            lines = place.lines
            yield [*lines[: block.line - 1], *reversed(lines[block.line - 1 : end]), *lines[end:]], block.line


@edit
def _other_bullets(place: Place) -> Iterator[tuple[list[str], int]]:
    if any(line.startswith("- ") for line in place.lines):
        yield [f"* {line[2:]}" if line.startswith("- ") else line for line in place.lines], 1


@edit
def _aligned_table(place: Place) -> Iterator[tuple[list[str], int]]:
    if any(line.startswith("|---") for line in place.lines):
        yield [line.replace("|---", "| :--- ") if line.startswith("|---") else line for line in place.lines], 1


@edit
def _wide_table(place: Place) -> Iterator[tuple[list[str], int]]:
    if any(line.startswith("| ") for line in place.lines):
        yield [line.replace(" | ", "   |   ") if line.startswith("| ") else line for line in place.lines], 1


@edit
def _footnotes_in_another_order(place: Place) -> Iterator[tuple[list[str], int]]:
    notes = [line for line in place.lines if re.match(r"\[\^[\w-]+\]:", line)]
    if len(notes) > 1:
        yield [line for line in place.lines if line not in notes] + notes[::-1], 1


@edit
def _blanks_at_line_ends(place: Place) -> Iterator[tuple[list[str], int]]:
    yield [f"{line} " if line and not line.startswith(("---", "desc")) else line for line in place.lines], 1


@edit
def _no_line_end_at_the_end(place: Place) -> Iterator[tuple[list[str], int]]:
    yield place.lines[:-1], 1


@edit
def _description_reworded(place: Place) -> Iterator[tuple[list[str], int]]:
    words = str(place.page.metadata["description"]).split(" ")
    yield with_line(place.lines, 2, f'description: "{" ".join(words[:-1])}"'), 2


@edit
def _setext_title(place: Place) -> Iterator[tuple[list[str], int]]:
    line = place.lines[place.page.sections[0].line - 1]
    number = place.page.sections[0].line
    yield [*place.lines[: number - 1], line.removeprefix("# "), "=====", *place.lines[number:]], number


@edit
def _synonym(place: Place) -> Iterator[tuple[list[str], int]]:
    vocabulary = VOCABULARIES[place.page.language]

    def word(match: re.Match[str]) -> str:
        line = match.string
        without = line[: match.start()] + "BPO" + line[match.end() :]
        return (
            "BPO"
            if vocabulary.mentions(line).accepted.keys() <= vocabulary.mentions(without).accepted.keys()
            else match[0]
        )

    yield from list(each_line(place, r"(?<=\D )[^\W\d_]{5,}(?= [^\W\d_]{5,})(?![^(]*\)|[^„“”]*[“”])", word))[:8]


@edit
def _escaped_characters(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from list(each_line(place, r"(?<=[^\W\d_])\.$|।$", lambda match: match[0].replace(".", "\\.")))[:4]


@edit
def _entity(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from list(each_line(place, r"\u00a0", "&nbsp;"))[:4]
