"""Tells in which of the site's languages a text is: by its script, and by the commonest words of each language.

On short technical sentences this is as sure as what libraries offer, and never takes one language for another of a
different script; what it cannot tell it leaves alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from scripts.parity.conventions import Conventions

WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0963\u0971-\u097f\u200c\u200d'’]+[^\W\d_]*)*")
QUOTED = re.compile(
    r"“[^“”]*”|„[^„“]*“|\([^()]*\)|‘[^‘’]*’"
    r"|https?://\S+|[@#][\w-]+|[A-Za-z0-9_-]+(?:[.@][A-Za-z0-9_-]+)+(?:/\S*)?"
)
"""What may be in another language: quotations, what stands in brackets, and names of files, pages and people."""
SENTENCE = re.compile(r"\n|(?<=[.!?।:;])\s+")
"""What parts sentences; a line is a sentence, or a part of one."""
LETTERS = {"LATIN": "A-Za-zÀ-ÖØ-öø-ɏ", "GREEK": "Ͱ-Ͽ", "CYRILLIC": "Ѐ-ӿ", "DEVANAGARI": "\u0904-\u0963"}
"""Letters of each script, as a class of characters."""
CAPITALS = "A-ZÀ-ÖØ-ÞΑ-ΫЀ-Я"
"""Letters with which names begin, which may be in any script; with another one, a word is looked at more closely."""
ENOUGH = 4
"""Words from which the common words of a language can be expected."""


def blank(match: re.Match[str]) -> str:
    """What keeps the place of a text that is not looked at, such as a quotation."""
    return " " * len(match[0])


class Identifier:
    """Knows the languages of the site, by code."""

    def __init__(self, conventions: Mapping[str, Conventions]) -> None:
        self.conventions = conventions
        self._common = {code: _distinct(own, conventions.values()) for code, own in conventions.items()}
        self._other = {code: _other_scripts(own) for code, own in conventions.items()}
        self._rivals = {code: self._rivals_of(code) for code in conventions}
        """The common words of the other languages of the same script."""

    def foreign(self, text: str, own: str) -> str | None:
        """The code of the language in which `text` or a sentence of it is, if that is surely not `own`."""
        return next((language for _, language in self.strange(text, own)), None)

    def strange(self, text: str, own: str) -> Iterator[tuple[str, str]]:
        """Sentences of `text` that are surely not in the language `own`, each with the code of its language."""
        if not self._suspicious(text, own):
            return
        for sentence in SENTENCE.split(QUOTED.sub(blank, text)):
            if language := self._of(sentence, own):
                yield sentence.strip(), language

    def _of(self, sentence: str, own: str) -> str | None:
        found = WORD.findall(sentence)
        words = [word for word in found if not word[0].isupper()]  # a name may be in any script
        lower = [word.lower() for word in words]
        scripts = [script(word[0]) for word in words]
        expected = self.conventions[own].script
        if len(words) >= 2 and scripts.count(expected) * 2 < len(words):
            others = [code for code, other in self.conventions.items() if code != own and other.script in scripts]
            return max(others, key=lambda code: self._count(lower, code), default="another script")
        if len(found) < ENOUGH or self._rivals[own].isdisjoint(lower):
            return None
        rivals = {code: self._count(lower, code) for code, one in self.conventions.items() if one.script == expected}
        best = max(rivals, key=lambda code: rivals[code])
        return best if best != own and rivals[best] >= 2 and rivals[best] > 2 * rivals[own] else None

    def _count(self, words: Sequence[str], code: str) -> int:
        return sum(word in self._common[code] for word in words)

    def _suspicious(self, text: str, own: str) -> bool:
        """Whether any of `text` can be in another language; a quick look that spares most texts the close one."""
        return bool(self._other[own].search(text)) or (
            bool(self._rivals[own]) and not self._rivals[own].isdisjoint(words(text))
        )

    def _rivals_of(self, own: str) -> frozenset[str]:
        expected = self.conventions[own].script
        others = (
            self._common[code] for code, one in self.conventions.items() if code != own and one.script == expected
        )
        return frozenset().union(*others)


def _other_scripts(own: Conventions) -> re.Pattern[str]:
    """What finds words in letters of another script that are no names."""
    return re.compile(rf"[^\W\d_{LETTERS[own.script]}{CAPITALS}](?<![^\W\d_].)")


@lru_cache(maxsize=8192)
def words(text: str) -> frozenset[str]:
    """The words of `text` that are written small."""
    return frozenset([word for word in set(WORD.findall(text)) if not word[0].isupper()])


def _distinct(own: Conventions, languages: Iterable[Conventions]) -> frozenset[str]:
    """The common words of a language that no other of the same script has."""
    others = (one.words for one in languages if one.script == own.script and one.code != own.code)
    return own.words.difference(*others)


@lru_cache(maxsize=1024)
def script(character: str) -> str:
    """The script of a letter, as Unicode names it: LATIN, CYRILLIC, DEVANAGARI, ..."""
    return unicodedata.name(character, "UNKNOWN").split()[0]
