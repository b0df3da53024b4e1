"""How mutants are made: each change of a page is a function in one of the files beside this."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from scripts.parity.model import Block, Kind, Source
from tests.real import CODES, Place, findings, places

LINES = 6
"""How many lines of a page are changed at least, where there are so many, by a fault that any line can have."""

Change = Callable[[Place], Iterator[tuple[list[str], int]]]
"""Makes one mutant after another: the changed lines, and the line where the fault is."""

FAULTS: dict[str, Change] = {}
EDITS: dict[str, Change] = {}
HARD: dict[str, Change] = {}
"""Faults that a program can find often but not always: pieces that differ in nothing it can see."""


def fault(change: Change) -> Change:
    """Register a fault under its name."""
    FAULTS[change.__name__.strip("_").replace("_", " ")] = change
    return change


def hard(change: Change) -> Change:
    """Register a fault that only meaning tells."""
    HARD[change.__name__.strip("_").replace("_", " ")] = change
    return change


def edit(change: Change) -> Change:
    """Register an edit that is no fault."""
    EDITS[change.__name__.strip("_").replace("_", " ")] = change
    return change


def mutants(change: Change, codes: list[str]) -> Iterator[tuple[Source, int]]:
    """Every mutant that `change` makes of the pages in the languages `codes`, with the line of the fault."""
    for place in places():
        if place.page.language in codes:
            for lines, line in change(place):
                yield replace(place.source, text="\n".join(lines)), line


def caught(source: Source, line: int) -> bool:
    """Whether the gate finds the fault on its page, in the section or front matter where it is."""
    place = next(p for p in places() if p.source.path == source.path)
    starts = [section.line for section in place.page.sections if section.line <= line]
    ends = [section.line for section in place.page.sections if section.line > line]
    longer = max(0, len(source.text.split("\n")) - len(place.lines))
    first, last = (starts[-1] if starts else 1), (ends[0] + longer if ends else 10**6)
    return any(finding.path == source.path and first - 1 <= finding.line <= last for finding in findings(source))


def blocks_of(place: Place, *kinds: Kind) -> Iterator[Block]:
    """The blocks of these kinds, in the order of the page."""
    return (block for section in place.page.sections for block in section.blocks if block.kind in kinds)


def pairs_of(place: Place) -> Iterator[tuple[Block, Block]]:
    """The English blocks, each with its translation."""
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        yield from zip(model.blocks, section.blocks, strict=True)


def end_of(place: Place, block: Block) -> int:
    """The number of the first line behind a block of lines."""
    lines, line = place.lines, block.line
    while line < len(lines) and lines[line].strip() and not lines[line].startswith("</"):
        line += 1
    return line


def without(lines: list[str], first: int, last: int) -> list[str]:
    """`lines` without those from `first` to `last`, counted from 1."""
    return lines[: first - 1] + lines[last:]


def with_line(lines: list[str], number: int, line: str) -> list[str]:
    """`lines` with another in the place of `number`, counted from 1."""
    return [*lines[: number - 1], line, *lines[number:]]


def each_line(place: Place, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Iterator[tuple[list[str], int]]:
    """The page with `pattern` replaced in one line, for some lines all over the page."""
    begin = place.page.sections[0].line
    changed = [
        (number, re.sub(pattern, new, line, count=1))
        for number, line in enumerate(place.lines, 1)
        if number >= begin and not line.startswith(("[^", "<", "#"))
    ]
    changed = [(number, line) for number, line in changed if line != place.lines[number - 1]]
    for number, line in changed[:: max(1, len(changed) // LINES)]:
        yield with_line(place.lines, number, line), number


def section_lines(place: Place) -> Iterator[tuple[int, int, int]]:
    """Of each section its number, its first line, and the first behind it."""
    edges = [section.line for section in place.page.sections] + [len(place.lines) + 1]
    for number in range(len(edges) - 1):
        yield number, edges[number], edges[number + 1]


def wrong(kind: str) -> tuple[int, list[str]]:
    """How many mutants of `kind` there are, and where the gate was wrong about one: a fault missed, a false alarm."""
    changes, expected = (EDITS, False) if kind in EDITS else (FAULTS | HARD, True)
    count, misses = 0, []
    for source, line in mutants(changes[kind], CODES[1:]):
        count += 1
        if (caught(source, line) if expected else bool(findings(source))) is not expected:
            misses.append(f"{source.path}:{line}")
    return count, misses
