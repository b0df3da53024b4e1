"""Whether the pieces of a section stand in the order of the English ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from scripts.parity.align import Concepts, Likeness
from scripts.parity.model import Finding, Page, Rule, Section

BLOCK_ORDER = Rule(
    "block-order",
    "Two paragraphs, list items or rows seem to stand in each other's place: "
    "each has the numbers, links, terms and length of the other.",
    "en: - wages rise\n    - 40% leave\nde: - 40 % gehen\n    - Löhne steigen",
    "de: - Löhne steigen\n    - 40 % gehen",
)

CERTAIN = 1.0
"""How much better two blocks must fit in each other's place. In the site's 28 translated pages no pair in its right
place reaches 0.6; of all pairs put in the wrong one, 93% exceed 1."""
MOVED = 4.0
"""The same where a single thing tells them apart, which may have moved from one to the other alone: it counts for 3."""
POSSIBLE = -1.5
"""What the cheap part of the likeness must reach before the concepts are looked at; no wrong pair is below."""


def findings(model: Page, page: Page, wanted: Section, section: Section, concepts: Concepts) -> Iterator[Finding]:
    """The two blocks of `section`, whose blocks match those of `wanted` in kind, that surely have to be exchanged."""
    keys = [block.key for block in section.blocks]
    equal = [(i, j) for i, j in combinations(range(len(keys)), 2) if keys[i] == keys[j]]
    if not equal:
        return
    cheap = Likeness(wanted.blocks, section.blocks, lambda _: frozenset())
    suspects = [(i, j) for i, j in equal if cheap.gain(i, j) > POSSIBLE]
    if not suspects:
        return
    likeness = Likeness(wanted.blocks, section.blocks, concepts)
    gain, i, j = max((likeness.gain(i, j), -i, -j) for i, j in suspects)
    if gain > (CERTAIN if likeness.differing(-i, -j) > 1 else MOVED):
        one, other, place = section.blocks[-i], section.blocks[-j], f"{model.path}:{wanted.blocks[-i].line}"
        message = (
            f"{one.name} seems to stand in the place of {other.name}, line {other.line}; put them in the order of "
            f"{place} and {model.path}:{wanted.blocks[-j].line}"
        )
        yield Finding(page.path, one.line, BLOCK_ORDER, message, place)
