"""Single words that were left in another language, where no sentence around them shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.identify import LETTERS, QUOTED, WORD, Identifier, blank
from scripts.parity.language import UNTRANSLATED, WRONG_LANGUAGE
from scripts.parity.model import Block, Finding, Kind, Page
from scripts.parity.phrases import fold
from scripts.parity.vocabulary import Vocabulary


def findings(
    model: Page,
    page: Page,
    pairs: Sequence[Pair],
    ordinary: frozenset[str],
    own: Vocabulary,
    identifier: Identifier,
) -> Iterator[Finding]:
    """Words of paired blocks that are still English; `ordinary` are words of the English page that are no names."""
    conventions = identifier.conventions[page.language]
    for one, other in pairs:
        if one and other and one.kind not in (Kind.CODE, Kind.HTML, Kind.FOOTNOTE):
            place = f"{model.path}:{one.line}"
            for wanted, text in zip(one.readings, other.readings, strict=False):
                same = wanted.lstrip()[:1] == text.lstrip()[:1] and wanted.split() == text.split()
                if same and _translatable(text, ordinary, own):
                    message = f"“{text.strip()}” is the same as in {place}; translate it"
                    yield Finding(page.path, other.line, UNTRANSLATED, message, place)
                else:
                    yield from _foreign(page, other, text, own, conventions)


def _translatable(text: str, ordinary: frozenset[str], own: Vocabulary) -> bool:
    """Whether a text of a few words, which are no names, is none that the language has in common with English."""
    found = [word.lower() for word in WORD.findall(text)]
    return (
        0 < len(found) < 4
        and max(map(len, found)) > 2
        and ordinary.issuperset(found)
        and not own.mentions(text).accepted
    )


def _foreign(page: Page, block: Block, text: str, own: Vocabulary, conventions: Conventions) -> Iterator[Finding]:
    """The first word in letters of another script, all of them small, that is neither quoted nor a term or a unit."""
    pattern = _other_words(conventions.script)
    if not pattern.search(text):
        return  # nearly always
    for match in pattern.finditer(QUOTED.sub(blank, text)):
        word = match[0]
        if (
            word.islower()
            and len(word) > 1
            and fold(word) not in _borrowed(own)
            and not conventions.units.fullmatch(word)
        ):
            message = f"“{word}” is in another script; translate it, or put it in quotation marks"
            yield Finding(page.path, block.line_of(word), WRONG_LANGUAGE, message, "", page.language, word)
            return


@cache
def _other_words(script: str) -> re.Pattern[str]:
    """What finds words in letters of another script that do not belong to the name of a file or an address."""
    letters = "".join(LETTERS[other] for other in LETTERS if other != script)
    return re.compile(rf"[{letters}](?<![\w./@-].)[{letters}]*(?![\w@-]|[./]\w)")


@cache
def _borrowed(vocabulary: Vocabulary) -> frozenset[str]:
    """The words of all terms, some of which are in another script."""
    return frozenset(word for one in vocabulary.concepts for form in one.accepted for word in fold(form).split())
