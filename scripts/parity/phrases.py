"""Finds phrases in texts; how they match is told at the head of docs/data/termbase.yml."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from scripts.parity.forms import LETTER

WORDS = re.compile(f"[{LETTER}]+")
PARTS = re.compile(f"({WORDS.pattern})")
"""Splits a text so that every second part, from the one at 1, is a word, and what stands around it are the others."""
GLOBS = re.compile(f"([{LETTER}*]+)")
"""The same for a phrase."""
STEM = 3
"""Letters by which words that a form begins are found."""
GAP = 6
"""Words for which … stands at most."""
BLANKS = re.compile(r"\s+")

T = TypeVar("T")
"""What a phrase means to whoever looks for it."""


class Phrases(Generic[T]):
    """Many phrases, each with what it means."""

    def __init__(self, phrases: Sequence[tuple[str, T]]) -> None:
        forms = [
            (parts, meaning)
            for form, meaning in phrases
            for one in _gapless(fold(form))
            for parts in _readings(GLOBS.split(one))
        ]
        uses = Counter(word for parts, _ in forms for word in parts[1::2])
        self._known = _Known(
            [_Phrase(rank, parts, meaning, uses) for rank, (parts, meaning) in enumerate(forms) if len(parts) > 1]
        )

    def find(self, folded: str) -> dict[T, str]:
        """What the phrases of the folded text mean, each with what of the text the first of its phrases matches."""
        found: dict[T, tuple[int, str]] = {}
        parts = PARTS.split(folded)
        for phrase, first in self._matches(parts):
            if phrase.meaning not in found or phrase.rank < found[phrase.meaning][0]:
                found[phrase.meaning] = phrase.rank, phrase.shown(parts, first)
        return {meaning: words for meaning, (_, words) in sorted(found.items(), key=_rank)}

    def places(self, folded: str, wanted: Collection[T]) -> Iterator[tuple[int, int, T]]:
        """Every place at which the text has a phrase that means any of `wanted`: first, last, what it means."""
        parts = PARTS.split(folded)
        ends: list[int] = []
        for phrase, first in self._matches(parts):
            if phrase.meaning in wanted:
                ends = ends or list(accumulate(map(len, parts), initial=0))
                last = ends[first + phrase.length] + len(phrase.after)
                yield ends[first] - len(phrase.before), last, phrase.meaning

    def _matches(self, parts: Sequence[str]) -> Iterator[tuple[_Phrase[T], int]]:
        """The phrases of a text, each with the part with which it begins."""
        for place, rivals in enumerate(map(self._known.__getitem__, parts[1::2])):
            for phrase in rivals:
                first = 2 * place + 1 - phrase.key
                if phrase.single or phrase.stands(parts, first):
                    yield phrase, first


def _gapless(form: str) -> Iterator[str]:
    """A form without …, which stands for no word or some."""
    before, gap, after = form.partition(" … ")
    yield from (before + words * " *" + f" {after}" for words in range(GAP + 1)) if gap else [form]


def _readings(parts: list[str]) -> Iterator[list[str]]:
    """A form, and the same without a word at an end that is only *, which stands for no letters, too."""
    yield parts
    if len(parts) > 3 and parts[-2] == "*":
        yield [*parts[:-3], parts[-3] + parts[-1]]
    if len(parts) > 3 and parts[1] == "*":
        yield [parts[0] + parts[2], *parts[3:]]


def _rank(item: tuple[object, tuple[int, str]]) -> int:
    return item[1][0]


class _Glob:
    """A word in which * stands for any letters."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.start, *self._others = form.split("*")
        """How it begins."""
        self.whole = not self._others
        self.fits: Callable[[str], bool] = self.start.__eq__ if self.whole else self._fits
        """Whether it is the word that is given."""

    def _fits(self, word: str) -> bool:
        *inner, end = self._others
        if not (word.startswith(self.start) and word.endswith(end)):
            return False
        place = len(self.start)
        for piece in inner:
            place = word.find(piece, place) + len(piece)
            if place < len(piece):
                return False
        return place + len(end) <= len(word)


class _Phrase(Generic[T]):
    """A phrase, given like a text by its parts; `uses` tells how many phrases have a word."""

    def __init__(self, rank: int, parts: Sequence[str], meaning: T, uses: Counter[str]) -> None:
        self.rank, self.meaning = rank, meaning
        self.length = len(parts) - 2
        """Parts from the first word to the last."""
        words = [_Glob(word) for word in parts[1::2]]
        self.before, *self._gaps, self.after = parts[::2]
        """What belongs to it before and after its words, such as quotation marks."""
        self.single = self.length == 1 and not self.before and not self.after
        """Whether it stands wherever its one word does."""
        # What has a long beginning that few phrases share is seldom found in vain.
        rivals = [uses[glob.form] / (len(glob.start) ** 2 or 0.1) for glob in words]
        best = rivals.index(min(rivals))
        self.key = 2 * best
        """The part, counted from the first word, by which it is found."""
        self.word = words[best]
        """What stands there."""
        self._others = [(2 * place, word.fits) for place, word in enumerate(words) if place != best]

    def shown(self, parts: Sequence[str], first: int) -> str:
        """What it is in a text, in which it stands from the part `first` on."""
        return f"{self.before}{''.join(parts[first : first + self.length])}{self.after}"

    def stands(self, parts: Sequence[str], first: int) -> bool:
        """Whether it stands from the part `first` on in a text that has the word by which it is found."""
        last = first + self.length
        if not 0 < first < last < len(parts):
            return False
        for part, fits in self._others:
            if not fits(parts[first + part]):
                return False
        return (
            all(map(_same, self._gaps, parts[first + 1 : last : 2]))
            and (not self.before or self._begins(parts[first - 1], first == 1))
            and (not self.after or self._ends(parts[last], last == len(parts) - 1))
        )

    def _begins(self, gap: str, outermost: bool) -> bool:
        """Whether the signs before it stand at the end of `gap`, and after no letter."""
        return gap.endswith(self.before) and (outermost or gap != self.before)

    def _ends(self, gap: str, outermost: bool) -> bool:
        """Whether the signs after it stand at the beginning of `gap`, and before no letter."""
        return gap.startswith(self.after) and (outermost or gap != self.after)


def _same(gap: str, own: str) -> bool:
    return gap == own or gap == BLANKS.sub(" ", own)


class _Known(dict[str, Sequence[_Phrase[T]]]):
    """By word, the phrases that are found by it; a word is looked at once."""

    def __init__(self, phrases: Sequence[_Phrase[T]]) -> None:
        super().__init__()
        self._stems: dict[str, list[_Phrase[T]]] = defaultdict(list)
        """By the first letters of what they are found by, as far as these are known."""
        for phrase in phrases:
            start = phrase.word.start
            self._stems[start[:STEM] if phrase.word.whole or len(start) >= STEM else ""].append(phrase)

    def __missing__(self, word: str) -> Sequence[_Phrase[T]]:
        rivals = (*self._stems.get(word[:STEM], ()), *self._stems.get("", ()))
        self[word] = [phrase for phrase in rivals if phrase.word.fits(word)] or ()
        return self[word]


def fold(text: str) -> str:
    """`text` without the differences that do not matter to a term."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.replace("’", "'").replace("\u0901", "\u0902").replace("\u093c", "").lower()
