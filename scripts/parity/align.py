"""Brings the blocks of a section together with those of the English section.

The order of blocks is kept and only equal kinds are matched, by the method of Needleman and Wunsch (1970).
Which ones belong together is told by what both languages write alike (numbers, links, notes, code, abbreviations),
by the concepts they name, and by their length (after Gale and Church, 1993).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import log

from scripts.parity.model import Block

ALIKE = re.compile(r"\d+|\b[A-Z]{2,}\b|\?")
"""What looks the same in every language: digits, abbreviations, questions."""
MATCH = 20.0
"""What a pair counts for before its likeness is looked at: more than likeness ever does, so that none is left out."""

Pair = tuple[Block | None, Block | None]
"""A block of the model and its counterpart; None where there is none."""
Concepts = tuple[Callable[[Block], frozenset[str]], Callable[[Block], frozenset[str]]]
"""What tells the concepts that a block names, for the model and for the other side."""


def align(model: Sequence[Block], blocks: Sequence[Block], concepts: Concepts) -> list[Pair]:
    """All blocks of both sides in order, in pairs where they belong together."""
    if [block.key for block in model] == [block.key for block in blocks]:
        return list(zip(model, blocks, strict=True))
    likeness = Likeness(model, blocks, concepts)
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


class Likeness:
    """How well blocks of two languages go together, by their numbers in `model` and `blocks`."""

    def __init__(self, model: Sequence[Block], blocks: Sequence[Block], concepts: Concepts) -> None:
        self._model, self._blocks = model, blocks
        self._features = [
            [alike(block) | named(block) for block in side]
            for side, named in zip((model, blocks), concepts, strict=True)
        ]
        self._sizes = [[_size(block) for block in side] for side in (model, blocks)]
        self._shares = Counter(feature for side in self._features for features in side for feature in features)
        self._weights = [[self._weight(features) for features in side] for side in self._features]

    def __call__(self, i: int, j: int) -> float:
        """The likeness of block `i` of the model and block `j`; minus infinity if they are not of one kind."""
        if self._model[i].key != self._blocks[j].key:
            return float("-inf")
        return MATCH + self._shared(i, j) - self._weights[0][i] - self._weights[1][j]

    def gain(self, i: int, j: int) -> float:
        """How much better blocks `i` and `j`, which are of one kind, fit in each other's place than in their own."""
        return self._shared(i, j) + self._shared(j, i) - self._shared(i, i) - self._shared(j, j)

    def differing(self, i: int, j: int) -> int:
        """How many things block `i` or block `j` has on one side only; at least 2 if there are none."""
        here, there = self._features
        return len((here[i] ^ there[i]) | (here[j] ^ there[j])) or 2

    def _shared(self, i: int, j: int) -> float:
        """What two blocks have in common, counted once for itself and once for each as not being on one side only."""
        here, there = self._sizes[0][i], self._sizes[1][j]
        common = self._weight(self._features[0][i] & self._features[1][j])
        return 3 * common - 2 * abs(here[0] - there[0]) - abs(here[1] - there[1]) / 2

    def _weight(self, features: frozenset[str]) -> float:
        """What few blocks have tells more than what many have."""
        return sum(2 / self._shares[feature] for feature in features) if features else 0.0


@lru_cache(maxsize=4096)  # the English block is compared with four others
def alike(block: Block) -> frozenset[str]:
    """What of `block` is the same in every language."""
    written = ALIKE.findall(" ".join(block.texts))
    return frozenset((*written, *block.links, *block.notes, *block.codes, *(image.source for image in block.images)))


def _size(block: Block) -> tuple[float, int]:
    """The length of a block on a scale of ratios, and its lines, which are sentences."""
    return log(10 + sum(map(len, block.texts))), sum(text.count("\n") for text in block.texts)


def _scores(rows: int, columns: int, likeness: Callable[[int, int], float]) -> list[list[float]]:
    """At [i][j] the best sum of likenesses for the first i and the first j blocks."""
    scores = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            matched = scores[i - 1][j - 1] + likeness(i - 1, j - 1)
            scores[i][j] = max(matched, scores[i - 1][j], scores[i][j - 1])
    return scores
