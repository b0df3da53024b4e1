"""Texts that stand twice in a translation, where the English has two: one was pasted over the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scripts.parity.align import Likeness, Named, Pair, traits
from scripts.parity.faults import LONG
from scripts.parity.model import Block, Finding, Kind, Page, Rule

REPEATED_TEXT = Rule(
    "repeated-text",
    "A translation has the same text in two places where the English has two different ones.",
    "en: Outsourcing is buying work. … Offshoring is moving it.\n"
    "de: Auslagern heißt Arbeit einkaufen. … Auslagern heißt Arbeit einkaufen.",
    "de: Auslagern heißt Arbeit einkaufen. … Verlagern heißt sie verlegen.",
)

ALIKE = 0.6
"""The share of common words from which two English texts may well have the same translation, as those that
differ in a name only."""


class _Use(NamedTuple):
    one: Block
    other: Block


def findings(
    model: Page, page: Page, sections: Sequence[Sequence[Pair]], named: tuple[Named, Named]
) -> Iterator[Finding]:
    """Long texts of `page` that stand for different English texts; told where they fit less well."""
    seen: dict[str, tuple[int, str, _Use]] = {}
    for number, pairs in enumerate(sections):
        for one, other in pairs:
            if one and other and one.kind not in (Kind.CODE, Kind.HTML, Kind.FOOTNOTE):
                for wanted, text in zip(one.readings, other.readings, strict=False):
                    here = number, wanted, _Use(one, other)
                    before = seen.setdefault(text, here) if len(text) > LONG else here
                    told = before[0] == number and other.kind is Kind.PARAGRAPH  # as a doubled sentence
                    if before is not here and not told and _differ(before[1], wanted):
                        yield _finding(model, page, text, (before[2], here[2]), named)


def _differ(one: str, other: str) -> bool:
    if one == other:
        return False  # nearly always
    words, others = set(one.split()), set(other.split())
    return len(words & others) < ALIKE * max(len(words), len(others))


def _finding(model: Page, page: Page, text: str, uses: tuple[_Use, _Use], named: tuple[Named, Named]) -> Finding:
    sides = (
        [traits(block, own) for block in blocks] for blocks, own in zip(zip(*uses, strict=True), named, strict=True)
    )
    likeness = Likeness(*sides)
    wrong, right = uses if likeness(0, 0) < likeness(1, 1) else uses[::-1]
    line, place = right.other.line_of(text), f"{model.path}:{wrong.one.line}"
    message = f"“{' '.join(text.split()[:6])} …” stands in line {line}, too, for another text; translate {place}"
    return Finding(page.path, wrong.other.line_of(text), REPEATED_TEXT, message, place, found=text)
