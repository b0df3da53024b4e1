"""Finds phrases in texts; how they match is told at the head of docs/data/termbase.yml."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from scripts.parity.conventions import LETTER

WORDS = re.compile(f"[{LETTER}]+")
PARTS = re.compile(f"([{LETTER}]+)")
"""Splits a text so that every second part, from the one at 1, is a word, and what stands around it are the others."""
GLOBS = re.compile(f"([{LETTER}*]+)")
"""The same for a phrase."""
STEM = 3
"""Letters by which words that a form begins are found."""
BLANKS = re.compile(r"\s+")


class Phrases:
    """Many phrases, each with a number that it stands for, and perhaps others, too."""

    def __init__(self, phrases: Sequence[tuple[str, int]]) -> None:
        forms = [GLOBS.split(fold(form)) for form, _ in phrases]
        uses = Counter(word for form in forms for word in form[1::2])
        self._known = _Known(
            [_Phrase(index, form, phrases[index][1], uses) for index, form in enumerate(forms) if len(form) > 1]
        )

    def find(self, folded: str) -> dict[int, str]:
        """The numbers whose phrases the folded text has, each with what the first of them matches."""
        found: dict[int, tuple[int, str]] = {}
        parts = PARTS.split(folded)
        for phrase, first in self._matches(parts):
            if phrase.number not in found or phrase.index < found[phrase.number][0]:
                found[phrase.number] = phrase.index, BLANKS.sub(" ", "".join(parts[first : first + phrase.length]))
        return {number: words for number, (_, words) in sorted(found.items(), key=lambda item: item[1])}

    def places(self, folded: str, numbers: Collection[int]) -> Iterator[tuple[int, int, int]]:
        """Every place at which the text has a phrase with one of the numbers: first, last, number."""
        parts = PARTS.split(folded)
        ends = [0]
        for phrase, first in self._matches(parts):
            if phrase.number in numbers:
                if len(ends) == 1:
                    ends += accumulate(map(len, parts))
                yield ends[first], ends[first + phrase.length], phrase.number

    def _matches(self, parts: Sequence[str]) -> Iterator[tuple[_Phrase, int]]:
        """The phrases of a text, each with the part with which it begins."""
        for place, rivals in enumerate(map(self._known.__getitem__, parts[1::2])):
            for phrase in rivals:
                first = 2 * place + 1 - phrase.key
                if phrase.stands(parts, first):
                    yield phrase, first


class _Glob:
    """A word in which * stands for any letters."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.start, *self._others = form.split("*")
        """How it begins."""
        self.whole = not self._others

    def fits(self, word: str) -> bool:
        """Whether `word` is such a word."""
        if self.whole:
            return word == self.start
        *inner, end = self._others
        if not (word.startswith(self.start) and word.endswith(end)):
            return False
        place = len(self.start)
        for piece in inner:
            place = word.find(piece, place) + len(piece)
            if place < len(piece):
                return False
        return place + len(end) <= len(word)


class _Phrase:
    """A phrase, given like a text by its parts; `uses` tells how many phrases have a word."""

    def __init__(self, index: int, parts: Sequence[str], number: int, uses: Counter[str]) -> None:
        self.index, self.number = index, number
        self.length = len(parts) - 2
        """Parts from the first word to the last."""
        self._words = [_Glob(word) for word in parts[1::2]]
        self._before, *self._gaps, self._after = parts[::2]
        # What has a long beginning that few phrases share is seldom found in vain.
        rivals = [uses[glob.form] / (len(glob.start) ** 2 or 0.1) for glob in self._words]
        best = rivals.index(min(rivals))
        self.key = 2 * best
        """The part, counted from the first word, by which it is found."""
        self.word = self._words[best]
        """What stands there."""

    def stands(self, parts: Sequence[str], first: int) -> bool:
        """Whether it stands in a text from the part `first` on."""
        last = first + self.length
        return (
            0 < first < last < len(parts)
            and parts[first - 1].endswith(self._before)
            and parts[last].startswith(self._after)
            and all(map(_Glob.fits, self._words, parts[first:last:2]))
            and all(map(_same, self._gaps, parts[first + 1 : last : 2]))
        )


def _same(gap: str, own: str) -> bool:
    return gap == own or gap == BLANKS.sub(" ", own)


class _Known(dict[str, Sequence[_Phrase]]):
    """By word, the phrases that are found by it; a word is looked at once."""

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        super().__init__()
        self._stems: dict[str, list[_Phrase]] = defaultdict(list)
        """By the first letters of what they are found by, as far as these are known."""
        for phrase in phrases:
            start = phrase.word.start
            self._stems[start[:STEM] if phrase.word.whole or len(start) >= STEM else ""].append(phrase)

    def __missing__(self, word: str) -> Sequence[_Phrase]:
        rivals = (*self._stems.get(word[:STEM], ()), *self._stems.get("", ()))
        self[word] = [phrase for phrase in rivals if phrase.word.fits(word)] or ()
        return self[word]


def fold(text: str) -> str:
    """`text` without the differences that do not matter to a term."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.replace("’", "'").replace("\u0901", "\u0902").replace("\u093c", "").lower()
