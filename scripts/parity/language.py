"""Each text is in the language of its page, and is a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from scripts.parity.align import Pair
from scripts.parity.identify import QUOTED, WORD, Identifier, words
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

PLACEHOLDERS = re.compile(
    r"(?:TODO(?<!\w.{4})|FIXME(?<!\w.{5})|XXX(?<!\w.{3})|TBD(?<!\w.{3})|TK(?<!\w.{2}))\b"
    r"|[Ll]orem ipsum|[Tt]ranslate me|\?\?\?|\[(?:\.\.\.|…|\?+)\]"
)
SIGNS = ("TODO", "FIXME", "XXX", "TBD", "TK", "orem ipsum", "ranslate me", "???", "[")
"""What a placeholder has; to look for these takes a tenth of the time."""
LATIN = re.compile("[a-z]")
"""What English words have, and most text in another script has not."""
RUN = 4
"""Words in a row that a translation cannot share with the English by accident."""
SHORTEST, LONGEST = 0.45, 2.2
"""Lengths of a translation, as a multiple of the English, between which it is plausible; the widest measured
on the site's own paragraphs of more than 80 letters are 0.62 (Hindi) and 1.66 (Bulgarian)."""


def findings(model: Page, page: Page, pairs: Sequence[Pair], identifier: Identifier) -> Iterator[Finding]:
    """Texts of `page` that are in another language than they should be, or are no texts."""
    for one, other in pairs:
        if one and other:
            same = list(_untranslated(model, page, one, other))
            yield from same or _strange(page, other, identifier)
            yield from _length(model, page, one, other)
        elif other:
            yield from _strange(page, other, identifier)


def heading(model: Page, page: Page, wanted: Section, section: Section, identifier: Identifier) -> Iterator[Finding]:
    """A heading that is still the English one, or in another language."""
    if untranslated(wanted.title, section.title):
        place = model.place(wanted)
        message = f"heading “{section.title}” is the same as in {place}; translate it"
        yield Finding(page.path, section.line, UNTRANSLATED, message, place)
    elif found := identifier.foreign(section.title, page.language):
        message = f"heading “{section.title}” is in {found}, expected {page.language}; translate it"
        yield Finding(page.path, section.line, WRONG_LANGUAGE, message, "", page.language, found)


def untranslated(english: str, text: str) -> str:
    """What of `text` is still the English: all of it, or the first run of words in it; empty if nothing is."""
    if not LATIN.search(text) or words(english).isdisjoint(words(text)):
        return ""  # a quick look that spares most texts the close one
    if english.split() == text.split():
        return text
    if len(words(english) & words(text)) < 2:
        return ""
    known = _known_runs(english)
    for run in _runs(text):
        if run in known and sum(word[0].islower() for word in run) >= 2:
            found = re.search(r"\W+".join(map(re.escape, run)), text)
            return found[0] if found else text
    return ""


@lru_cache(maxsize=256)  # the English text is compared with four others
def _known_runs(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(_runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """All words that follow each other within a sentence, `RUN` at a time, outside of what may be English."""
    for sentence in re.split(r"[.;:!?|]", QUOTED.sub("|", text)):
        row = WORD.findall(sentence)
        yield from (tuple(row[start : start + RUN]) for start in range(len(row) - RUN + 1))


def _untranslated(model: Page, page: Page, one: Block, other: Block) -> Iterator[Finding]:
    place = f"{model.path}:{one.line}"
    # A footnote's second text are titles, which stay as they are.
    readings = zip(one.readings, other.readings, strict=False)
    for wanted, text in islice(readings, 1) if other.kind is Kind.FOOTNOTE else readings:
        found = untranslated(wanted, text)
        if found:
            message = f"“{' '.join(found.split()[:8])} …” is the same as in {place}; translate it"
            yield Finding(page.path, other.line_of(found), UNTRANSLATED, message, place)
            return


def _strange(page: Page, block: Block, identifier: Identifier) -> Iterator[Finding]:
    for text in block.readings:
        if any(map(text.__contains__, SIGNS)) and (found := PLACEHOLDERS.search(text)):
            message = f"“{found[0]}” stands for a text; write the text"
            yield Finding(page.path, block.line_of(found[0]), PLACEHOLDER, message, found=found[0])
        elif block.kind is not Kind.FOOTNOTE:
            for sentence, language in identifier.strange(text, page.language):
                message = (
                    f"“{' '.join(sentence.split()[:6])} …” is in {language}, expected {page.language}; translate it"
                )
                yield Finding(page.path, block.line_of(sentence), WRONG_LANGUAGE, message, "", page.language, language)
                break


def _length(model: Page, page: Page, one: Block, other: Block) -> Iterator[Finding]:
    wanted, found = (len(" ".join(block.texts)) for block in (one, other))
    if wanted > 80 and not SHORTEST < found / wanted < LONGEST:
        place = f"{model.path}:{one.line}"
        message = f"{other.name} has {found} letters, {place} has {wanted}; compare the two"
        yield Finding(page.path, other.line, IMPLAUSIBLE_LENGTH, message, place)
