"""Each text is in the language of its page, and is a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import lru_cache

from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.model import Block, Finding, Kind, Page, Rule, Section

UNTRANSLATED = Rule(
    "untranslated",
    "A text is the same as in English, so it was left behind.",
    "en: ## Costs and risks\nde: ## Costs and risks",
    "de: ## Kosten und Risiken",
)
WRONG_LANGUAGE = Rule(
    "wrong-language",
    "A text is in another language than its page: in another script, or with the common words of another language.",
    "de: The provider does the work itself.",
    "de: Der Dienstleister erledigt die Arbeit selbst.",
)
PLACEHOLDER = Rule(
    "placeholder",
    "A text stands for another that is still to be written.",
    "TODO: translate",
    "the translation",
)
IMPLAUSIBLE_LENGTH = Rule(
    "implausible-length",
    "A text is much shorter or longer than the English one would lead to expect, so something is missing or was added.",
    "en: four sentences\nde: half a sentence",
    "de: the same four sentences",
)

PLACEHOLDERS = re.compile(r"\b(TODO|FIXME|XXX|TBD|TK|lorem ipsum|translate me)\b|\?\?\?|\[\.\.\.\]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f\u200c\u200d'’])*")
QUOTED = re.compile(r"“[^“”]*”|„[^„“]*“|\([^()]*\)|‘[^‘’]*’")
"""What may be in another language: quotations and what stands in brackets."""
ENOUGH = 5
"""Words from which the common words of a language can be expected."""
SHORTEST, LONGEST = 0.45, 2.2
"""Lengths of a translation, as a multiple of the English, between which it is plausible; the widest measured
on the site's own paragraphs of more than 80 letters are 0.62 (Hindi) and 1.66 (Bulgarian)."""


def findings(
    model: Page, page: Page, pairs: Sequence[Pair], conventions: Mapping[str, Conventions]
) -> Iterator[Finding]:
    """Texts of `page` that are in another language than they should be, or are no texts."""
    for one, other in pairs:
        if other and not (one and (yield from _same(model, page, one, other))):
            yield from _block(page, other, conventions)
        if one and other:
            yield from _length(model, page, one, other)


def _block(page: Page, block: Block, conventions: Mapping[str, Conventions]) -> Iterator[Finding]:
    for text in block.readings:
        if found := PLACEHOLDERS.search(text):
            message = f"“{found[0]}” stands for a text; write the text"
            yield Finding(page.path, block.line, PLACEHOLDER, message)
        elif block.kind is not Kind.FOOTNOTE and (language := foreign(text, page.language, conventions)):
            beginning = " ".join(text.split()[:6])
            message = f"“{beginning} …” is in {language}, expected {page.language}; translate it"
            yield Finding(page.path, block.line, WRONG_LANGUAGE, message)


def _same(model: Page, page: Page, one: Block, other: Block) -> Generator[Finding, None, bool]:
    """Texts of `other` that are those of `one`; returns whether there are any."""
    texts = zip(one.readings, other.readings, strict=False)
    left = [text for wanted, text in texts if same(wanted, text)] if other.kind is not Kind.FOOTNOTE else []
    if left:
        message = f"“{' '.join(left[0].split()[:8])} …” is the same as in {model.path}:{one.line}; translate it"
        yield Finding(page.path, other.line, UNTRANSLATED, message)
    return bool(left)


def heading(model: Page, page: Page, wanted: Section, section: Section) -> Iterator[Finding]:
    """A heading that is still the English one."""
    if same(wanted.title, section.title):
        message = f"heading “{section.title}” is the same as in {model.place(wanted)}; translate it"
        yield Finding(page.path, section.line, UNTRANSLATED, message)


def same(english: str, text: str) -> bool:
    """Whether `text` is the English text, and has words that other languages would not share."""
    words = [word for word in WORD.findall(text) if not word[0].isupper()]
    return " ".join(english.split()) == " ".join(text.split()) and bool(words)


def foreign(text: str, own: str, conventions: Mapping[str, Conventions]) -> str | None:
    """The code of the language in which `text` is, if that is surely not `own`."""
    words = [word.lower() for word in WORD.findall(QUOTED.sub(" ", text))]
    scripts = [script(word[0]) for word in words]
    expected = conventions[own].script
    here = scripts.count(expected)
    if len(words) >= 2 and here * 2 < len(words):
        others = [code for code, other in conventions.items() if code != own and other.script in scripts]
        return max(others, key=lambda code: _common(words, conventions[code]), default="another script")
    if len(words) < ENOUGH:
        return None
    rivals = {code: _common(words, other) for code, other in conventions.items() if other.script == expected}
    best = max(rivals, key=lambda code: rivals[code])
    return best if best != own and rivals[best] >= 2 and rivals[best] > 2 * rivals[own] else None


def _common(words: Sequence[str], conventions: Conventions) -> int:
    return sum(word in conventions.words for word in words)


@lru_cache(maxsize=1024)
def script(character: str) -> str:
    """The script of a letter, as Unicode names it: LATIN, CYRILLIC, DEVANAGARI, ..."""
    return unicodedata.name(character, "UNKNOWN").split()[0]


def _length(model: Page, page: Page, one: Block, other: Block) -> Iterator[Finding]:
    wanted, found = (len(" ".join(block.texts)) for block in (one, other))
    if wanted > 80 and not SHORTEST < found / wanted < LONGEST:
        message = f"{other.name} has {found} letters, {model.path}:{one.line} has {wanted}; compare the two"
        yield Finding(page.path, other.line, IMPLAUSIBLE_LENGTH, message)
