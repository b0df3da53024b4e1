"""The alphabetical order of each language, as the Unicode CLDR has it, which browsers and systems follow.

Of the libraries, PyICU has no wheels and icu4py no collator, so pyuca sorts by Unicode's default table (DUCET).
CLDR changes that table for two of our languages, and `TAILORINGS` has these changes, for a new language none.
What remains is the order of rare punctuation and of symbols among each other, which no heading depends on.
The tests compare the result with the browser's own collation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pyuca import Collator

Key = tuple[float, ...]
"""What texts of one language are compared by."""


@dataclass(frozen=True, slots=True)
class Tailoring:
    """What CLDR changes for a language."""

    first: str
    """The letter the language's script begins with: it comes before all other scripts."""
    last: str
    """The letter it ends with."""
    signs: tuple[str, ...] = ()
    """Signs that are letters of their own after the first, those in one text being the same letter."""


TAILORINGS = {
    "bg": Tailoring("а", "ӏ"),
    "hi": Tailoring("ॐ", "्", ("ंँ", "ः")),
}


def sort_key(code: str) -> Callable[[str], Key]:
    """What sorts texts of the language `code`, regardless of what stands before the first letter or digit."""
    collator = _collator(TAILORINGS.get(code))

    def key(text: str) -> Key:
        begun: Key = collator.sort_key(re.sub(r"^[\W_]+", "", text))
        return begun

    return key


@lru_cache
def _collator(tailoring: Tailoring | None) -> Collator:
    """Made once, because reading its table takes a quarter of a second."""
    return _Tailored(tailoring) if tailoring else Collator()


class _Tailored(Collator):  # type: ignore[misc]  # pyuca has no types
    def __init__(self, tailoring: Tailoring) -> None:
        super().__init__()
        self._latin = self._weight("a")
        self._first, self._last = self._weight(tailoring.first), self._weight(tailoring.last)
        for number, same in enumerate(tailoring.signs, 1):
            for variant, sign in enumerate(same):
                self.table.add([ord(sign)], [[self._first + number / 10, 0x20 + variant, 2]])

    def _weight(self, letter: str) -> float:
        return float(super().collation_elements(letter)[0][0])

    def collation_elements(self, normalized_string: str) -> list[list[float]]:
        """As the table has them, but with the own script between digits and Latin."""
        return [[self._moved(first), *rest] for first, *rest in super().collation_elements(normalized_string)]

    def _moved(self, weight: float) -> float:
        if self._first <= weight <= self._last:
            return self._latin - 1 + (weight - self._first + 1) / (self._last - self._first + 2)
        return weight
