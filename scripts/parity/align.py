"""Brings the blocks of a section together with those of the English section.

The order of blocks is kept and only equal kinds are matched; among these, blocks that share links, notes, code or
numbers belong together, then blocks of like length. The method is that of Needleman and Wunsch (1970).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.parity.model import Block

DIGITS = re.compile(r"\d+")

Pair = tuple[Block | None, Block | None]
"""A block of the model and its counterpart; None where there is none."""


def align(model: Sequence[Block], blocks: Sequence[Block]) -> list[Pair]:
    """All blocks of both sides in order, in pairs where they belong together."""
    if [_key(block) for block in model] == [_key(block) for block in blocks]:
        return list(zip(model, blocks, strict=True))
    scores = _scores(model, blocks)
    pairs: list[Pair] = []
    i, j = len(model), len(blocks)
    while i or j:
        if i and j and scores[i][j] == scores[i - 1][j - 1] + _likeness(model[i - 1], blocks[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((model[i], blocks[j]))
        elif i and scores[i][j] == scores[i - 1][j]:
            i -= 1
            pairs.append((model[i], None))
        else:
            j -= 1
            pairs.append((None, blocks[j]))
    return pairs[::-1]


def _key(block: Block) -> tuple[str, str]:
    return block.kind, block.detail


def _scores(model: Sequence[Block], blocks: Sequence[Block]) -> list[list[float]]:
    """At [i][j] the best sum of likenesses for the first i and the first j blocks."""
    scores = [[0.0] * (len(blocks) + 1) for _ in range(len(model) + 1)]
    for i, one in enumerate(model, 1):
        for j, other in enumerate(blocks, 1):
            matched = scores[i - 1][j - 1] + _likeness(one, other)
            scores[i][j] = max(matched, scores[i - 1][j], scores[i][j - 1])
    return scores


def _likeness(one: Block, other: Block) -> float:
    if _key(one) != _key(other):
        return float("-inf")
    shared = len(_features(one) & _features(other))
    lengths = sorted((1 + sum(map(len, one.texts)), 1 + sum(map(len, other.texts))))
    return 2 + shared + lengths[0] / lengths[1]


def _features(block: Block) -> set[str]:
    digits = DIGITS.findall(" ".join(block.texts))
    return {*block.links, *block.notes, *block.codes, *(image.source for image in block.images), *digits}
