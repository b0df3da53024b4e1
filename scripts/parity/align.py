"""Brings the blocks of a section together with those of the English section.

The order of blocks is kept and only equal kinds are matched, by the method of Needleman and Wunsch (1970).
Which ones belong together is told by what both languages write alike (numbers, links, notes, code, abbreviations),
by the concepts they name, and by their length (after Gale and Church, 1993).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum, log

from scripts.parity.model import Block, Kind

ALIKE = re.compile(r"[\dA-Z?](?:(?<=\?)|(?<=\d)\d*|(?<=\b[A-Z])[A-Z]+\b)")
"""What looks the same in every language: digits, abbreviations, questions. As all begin with one class of characters,
they are found in a quarter of the time."""
MATCH = 20.0
"""What a pair counts for before its likeness is looked at: more than likeness ever does, so that none is left out."""

Pair = tuple[Block | None, Block | None]
"""A block of the model and its counterpart; None where there is none."""
Named = Callable[[str], frozenset[str]]
"""What tells the concepts that a text of one language names."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a text from others, and its translation as well."""

    key: tuple[Kind, str]
    """Texts with another key are no counterparts."""
    features: frozenset[str]
    """Numbers, links, concepts and the like."""
    length: float
    """The logarithm of its letters, so that equal differences are equal ratios."""
    lines: int
    """How often it goes on in another line; lines are sentences."""


def align(model: Sequence[Block], blocks: Sequence[Block], named: tuple[Named, Named]) -> list[Pair]:
    """All blocks of both sides in order, in pairs where they belong together; `named` has a function for each side."""
    if [block.key for block in model] == [block.key for block in blocks]:
        return list(zip(model, blocks, strict=True))
    likeness = Likeness([traits(block, named[0]) for block in model], [traits(block, named[1]) for block in blocks])
    scores = _scores(len(model), len(blocks), likeness)
    pairs: list[Pair] = []
    i, j = len(model), len(blocks)
    while i or j:
        if i and j and scores[i][j] == scores[i - 1][j - 1] + likeness(i - 1, j - 1):
            i, j = i - 1, j - 1
            pairs.append((model[i], blocks[j]))
        elif i and scores[i][j] == scores[i - 1][j]:
            i -= 1
            pairs.append((model[i], None))
        else:
            j -= 1
            pairs.append((None, blocks[j]))
    return pairs[::-1]


@lru_cache(maxsize=1024)  # the English block is compared with four others
def traits(block: Block, named: Named) -> Traits:
    """What tells `block` from others."""
    things = (*block.links, *block.notes, *block.codes, *(image.source for image in block.images))
    return _traits(block, block.texts, things, named)


@lru_cache(maxsize=1024)
def cell_traits(row: Block, named: Named) -> tuple[Traits, ...]:
    """What tells the cells of a row from each other."""
    return tuple(_traits(row, (text,), (), named) for text in row.texts)


def _traits(block: Block, texts: tuple[str, ...], things: tuple[str, ...], named: Named) -> Traits:
    written = ALIKE.findall(" ".join(texts))
    features = frozenset((*written, *things)).union(*map(named, texts))
    return Traits(block.key, features, log(10 + sum(map(len, texts))), sum(text.count("\n") for text in texts))


class Likeness:
    """How well texts of two languages go together, by their numbers in `model` and `others`."""

    def __init__(self, model: Sequence[Traits], others: Sequence[Traits]) -> None:
        self._model, self._others = model, others
        self._shares = Counter(feature for side in (model, others) for one in side for feature in one.features)

    def __call__(self, i: int, j: int) -> float:
        """The likeness of text `i` of the model and text `j`; minus infinity if they are not of one kind."""
        one, other = self._model[i], self._others[j]
        if one.key != other.key:
            return float("-inf")
        return MATCH + self._shared(one, other) - self._weights[0][i] - self._weights[1][j]

    def gain(self, i: int, j: int) -> float:
        """How much better texts `i` and `j`, which are of one kind, fit in each other's place than in their own."""
        crossed = self._shared(self._model[i], self._others[j]) + self._shared(self._model[j], self._others[i])
        return crossed - self._fits[i] - self._fits[j]

    def differing(self, i: int, j: int) -> int:
        """How many things text `i` or text `j` has on one side only; at least 2 if there are none."""
        one, other = (self._model[number].features ^ self._others[number].features for number in (i, j))
        return len(one | other) or 2

    @cached_property
    def _weights(self) -> list[list[float]]:
        """Those of all features of each text, on both sides."""
        return [[self._weight(one.features) for one in side] for side in (self._model, self._others)]

    @cached_property
    def _fits(self) -> list[float]:
        """What each text shares with that in the same place, where both sides have as many."""
        return [self._shared(one, other) for one, other in zip(self._model, self._others, strict=True)]

    def _shared(self, one: Traits, other: Traits) -> float:
        """What two texts have in common, counted once for itself and once for each as not being on one side only."""
        both = one.features & other.features
        common = 3 * self._weight(both) if both else 0.0
        return common - 2 * abs(one.length - other.length) - abs(one.lines - other.lines) / 2

    def _weight(self, features: frozenset[str]) -> float:
        """What few texts have tells more than what many have."""
        return fsum([2 / self._shares[feature] for feature in features])  # whatever their order


def _scores(rows: int, columns: int, likeness: Callable[[int, int], float]) -> list[list[float]]:
    """At [i][j] the best sum of likenesses for the first i and the first j blocks."""
    scores = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            matched = scores[i - 1][j - 1] + likeness(i - 1, j - 1)
            scores[i][j] = max(matched, scores[i - 1][j], scores[i][j - 1])
    return scores
