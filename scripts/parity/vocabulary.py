"""Finds the names of concepts in texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from scripts.parity.forms import LETTER, any_of
from scripts.parity.identify import QUOTED, blank
from scripts.parity.phrases import Phrases, fold
from scripts.parity.termbase import Concept


@dataclass(frozen=True, slots=True)
class Mentions:
    """The concepts that a text names, by their numbers, each with the words that name it."""

    accepted: Mapping[int, str]
    avoided: Mapping[int, str]
    """In running text only: quotations and brackets may have what they like."""
    mistaken: Mapping[int, str]
    """The same for what is to be avoided where the concept is meant."""
    concepts: frozenset[str]
    """Names of the accepted ones, the same in every language."""


class _Use(Enum):
    """Whether a concept may be called so, by the name of such forms in a concept."""

    ACCEPTED = "accepted"
    AVOIDED = "avoided"
    MISTAKEN = "mistaken"


class _Name(NamedTuple):
    number: int
    """That of the concept."""
    use: _Use


class Vocabulary:
    """The concepts in one language."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = concepts
        self._phrases = Phrases(
            [
                (form, _Name(number, use))
                for use in _Use
                for number, one in enumerate(concepts)
                for form in getattr(one, use.value)
            ]
        )
        others = "|".join(any_of(fold(form).replace(" ", "_")) for one in concepts for form in one.others)
        self._others = re.compile(f"(?<![{LETTER}])(?:{others})(?![{LETTER}])") if others else None
        self.mentions = lru_cache(maxsize=4096)(self._mentions)
        self.counted = lru_cache(maxsize=1024)(self._counted)

    def _mentions(self, text: str) -> Mentions:
        """What `text` names."""
        found = self._phrases.find(self._fold(text))
        accepted = {name.number: words for name, words in found.items() if name.use is _Use.ACCEPTED}
        if len(accepted) < len(found):
            found = self._phrases.find(self._fold(QUOTED.sub(blank, text)))
        avoided, mistaken = (
            {name.number: words for name, words in found.items() if name.use is use}
            for use in (_Use.AVOIDED, _Use.MISTAKEN)
        )
        return Mentions(accepted, avoided, mistaken, frozenset(f"concept {number}" for number in accepted))

    def _fold(self, text: str) -> str:
        """`text` folded, with blanks for phrases that mean something else than the names in them."""
        folded = fold(text)
        return self._others.sub(blank, folded) if self._others else folded

    def named(self, text: str) -> frozenset[str]:
        """The names of the concepts that `text` names, the same in every language."""
        return self.mentions(text).concepts

    def _counted(self, text: str, wanted: frozenset[int]) -> Counter[int]:
        """How often `text` names each of the concepts `wanted`, be it as a part of the name of another."""
        return Counter(number for _, _, number in _longest(self._places(self._fold(text), wanted)))

    def spans(self, text: str, wanted: Collection[int]) -> list[tuple[int, int, int]]:
        """Where `text` names concepts, in order, if it names any of `wanted`: first and last place, and the number."""
        if next(self._places(self._fold(text), wanted), None) is None:
            return []  # nearly always, and quick to see
        letters = [(letter, place) for place, one in enumerate(text) for letter in fold(one)]
        folded = self._fold("".join(letter for letter, _ in letters))
        found = self._places(folded, range(len(self.concepts)))
        ends = [*(place for _, place in letters), len(text)]
        return [(ends[first], ends[last], number) for first, last, number in _longest(found)]

    def _places(self, folded: str, wanted: Collection[int]) -> Iterator[tuple[int, int, int]]:
        names = _names(frozenset(wanted))
        return ((first, last, name.number) for first, last, name in self._phrases.places(folded, names))


@cache
def _names(numbers: frozenset[int]) -> frozenset[_Name]:
    """The accepted names of the concepts `numbers`."""
    return frozenset(_Name(number, _Use.ACCEPTED) for number in numbers)


def _longest(spans: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """`spans` in order; of two that meet, the longer, or else the later concept, which is the more special one."""
    end = 0
    for first, last, number in sorted(spans, key=lambda span: (span[0], -span[1], -span[2])):
        if first >= end:
            end = last
            yield first, last, number
