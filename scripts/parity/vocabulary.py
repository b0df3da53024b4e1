"""Finds the names of concepts in texts; how forms match is told at the head of docs/data/termbase.yml."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scripts.parity.conventions import LETTER
from scripts.parity.identify import QUOTED
from scripts.parity.model import Block
from scripts.parity.termbase import Concept

WORDS = re.compile(f"[{LETTER}]+")
STEM = 3
"""Letters by which words that a form begins are found."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The concepts that a text names, by their numbers, each with the words that name it."""

    accepted: Mapping[int, str]
    avoided: Mapping[int, str]
    """In running text only: quotations and brackets may have what they like."""
    concepts: frozenset[str]
    """Names of the accepted ones, the same in every language."""


class Vocabulary:
    """The concepts in one language."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = concepts
        self._accepted = _Phrases([(form, number) for number, one in enumerate(concepts) for form in one.accepted])
        self._avoided = _Phrases([(form, number) for number, one in enumerate(concepts) for form in one.avoided])
        self.mentions = lru_cache(maxsize=4096)(self._mentions)
        self.counted = lru_cache(maxsize=1024)(self._counted)

    def _mentions(self, text: str) -> Mentions:
        """What `text` names."""
        folded = fold(text)
        words = set(WORDS.findall(folded))
        avoided = self._avoided.find(folded, words)
        if avoided:
            running = QUOTED.sub(lambda match: " " * len(match[0]), text)
            avoided = self._avoided.find(fold(running), words)
        accepted = self._accepted.find(folded, words)
        return Mentions(accepted, avoided, frozenset(f"concept {number}" for number in accepted))

    def named(self, block: Block) -> frozenset[str]:
        """The names of the concepts that `block` names, the same in every language."""
        return frozenset().union(*(self.mentions(text).concepts for text in block.texts))

    def _counted(self, text: str, wanted: frozenset[int]) -> Counter[int]:
        """How often `text` names each of the concepts `wanted`, be it as a part of the name of another."""
        return Counter(number for _, _, number in _longest(self._accepted.places(fold(text), wanted)))

    def spans(self, text: str, wanted: Collection[int]) -> list[tuple[int, int, int]]:
        """Where `text` names concepts, in order, if it names any of `wanted`: first and last place, and the number."""
        if next(self._accepted.places(fold(text), wanted), None) is None:
            return []  # nearly always, and quick to see
        letters = [(letter, place) for place, one in enumerate(text) for letter in fold(one)]
        found = self._accepted.places("".join(letter for letter, _ in letters), range(len(self.concepts)))
        ends = [*(place for _, place in letters), len(text)]
        return [(ends[first], ends[last], number) for first, last, number in _longest(found)]


def _longest(spans: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """`spans` in order; of two that meet, the longer, or else the later concept, which is the more special one."""
    end = 0
    for first, last, number in sorted(spans, key=lambda span: (span[0], -span[1], -span[2])):
        if first >= end:
            end = last
            yield first, last, number


class _Phrases:
    """Many phrases; each is looked for only in texts that have its rarest-looking word."""

    def __init__(self, phrases: Sequence[tuple[str, int]]) -> None:
        self._phrases = [(fold(form), number) for form, number in phrases]
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._always: list[int] = []
        for index, (form, _) in enumerate(self._phrases):
            words = [word for word in re.findall(f"[{LETTER}*]+", form) if word.strip("*")]
            whole = max((word for word in words if "*" not in word), key=len, default="")
            stem = max((word.partition("*")[0] for word in words), key=len)
            if whole:
                self._exact[whole].append(index)
            elif len(stem) >= STEM:
                self._stems[stem[:STEM]].append((stem, index))
            else:
                self._always.append(index)

    def find(self, folded: str, words: Collection[str]) -> dict[int, str]:
        """The numbers whose phrases the text, which has `words`, has, each with what the first of them matches."""
        found: dict[int, str] = {}
        flat = " ".join(folded.split())  # a phrase may go on in the next line
        for index in self._candidates(words):
            form, number = self._phrases[index]
            if number not in found and (match := _search(form, folded, flat)):
                found[number] = match
        return found

    def places(self, folded: str, numbers: Collection[int]) -> Iterator[tuple[int, int, int]]:
        """Every place at which the text has a phrase with one of the numbers: first, last, number."""
        for index in self._candidates(set(WORDS.findall(folded))):
            form, number = self._phrases[index]
            if number in numbers:
                yield from ((*match.span(), number) for match in _pattern(form).finditer(folded))

    def _candidates(self, words: Collection[str]) -> list[int]:
        seen = set(self._always)
        for word in words:
            if word in self._exact:
                seen.update(self._exact[word])
            if rivals := self._stems.get(word[:STEM]):
                seen.update(index for stem, index in rivals if word.startswith(stem))
        return sorted(seen)


def _search(form: str, text: str, flat: str) -> str:
    """What of the folded `text`, which is `flat` in one line, is the folded `form`; empty if nothing is."""
    literal = form.rstrip("*")
    if "*" in literal:
        match = _pattern(form).search(text)
        return match[0] if match else ""
    start = 0
    while (start := flat.find(literal, start)) >= 0:
        end = start + len(literal)
        if form != literal and (rest := WORDS.match(flat, end)):
            end = rest.end()
        if not (start and WORDS.match(flat, start - 1)) and not WORDS.match(flat, end):
            return flat[start:end]
        start += 1
    return ""


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    """What finds a form with an open end inside it."""
    literal = re.escape(form).replace(r"\*", f"[{LETTER}]*").replace(r"\ ", r"\s+")
    return re.compile(f"(?<![{LETTER}]){literal}(?![{LETTER}])")


def fold(text: str) -> str:
    """`text` without the differences that do not matter to a term."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.replace("’", "'").replace("\u0901", "\u0902").replace("\u093c", "").lower()
