"""Terms: concepts are named as the termbase has them, and not as it does not."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from scripts.glossary import SOURCE, TERM
from scripts.parity.align import Pair
from scripts.parity.model import Block, Finding, Kind, Page, Rule, Section
from scripts.parity.phrases import fold
from scripts.parity.vocabulary import Vocabulary

AVOIDED_TERM = Rule(
    "avoided-term",
    "A concept has a name that misleads or that the site does not use; quotations may have it.",
    "bg: офшорна компания",
    "bg: офшоринг",
)
MISSING_TERM = Rule(
    "missing-term",
    "An English section names a concept that the translation does not, so something is missing or called otherwise. "
    "If the page names it in a form that the termbase lacks, add that to its `forms`.",
    "en: A provider runs payroll.\nde: Ein Dienstleister zahlt aus.",
    "de: Ein Dienstleister übernimmt die Lohnabrechnung.",
)

UNKNOWN_CONCEPT = Rule(
    "unknown-concept",
    "An entry of the glossary has an id that names no concept of docs/data/termbase.yml, "
    "so nobody knows its names in the other languages.",
    "## Agent { #term-agnet }",
    "## Agent { #term-agent }",
)


def entries(page: Page, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Entries of the glossary, if `page` is that, without a concept."""
    if page.key == SOURCE:
        known = {f"{TERM}{concept.name}" for concept in vocabulary.concepts}
        for section in page.sections:
            if section.id and section.id.startswith(TERM) and section.id not in known:
                message = f"#{section.id} names no concept; add it to docs/data/termbase.yml, or correct the id"
                yield Finding(page.path, section.line, UNKNOWN_CONCEPT, message, found=section.id)


def headwords(page: Page, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Headings of the glossary, if `page` is that, that do not name what their entry is of, though its text does."""
    numbers = {f"{TERM}{concept.name}": number for number, concept in enumerate(vocabulary.concepts)}
    for section in page.sections if page.key == SOURCE else ():
        number = numbers.get(section.id or "", -1)
        if number in named(section, vocabulary) and number not in vocabulary.mentions(section.title).accepted:
            term = vocabulary.concepts[number].term
            message = f"heading “{section.title}” does not name the concept of #{section.id}; write “{term}”"
            yield Finding(page.path, section.line, MISSING_TERM, message, "", term, section.title)


@lru_cache(maxsize=256)  # the English section is compared with four others
def named(section: Section, vocabulary: Vocabulary) -> Mapping[int, str]:
    """The numbers of the concepts that `section` names, with the words it uses first."""
    found: dict[int, str] = {}
    for _, text in _texts(section):
        for number, words in vocabulary.mentions(text).accepted.items():
            found.setdefault(number, words)
    return found


def missing(
    model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair], own: Vocabulary, en: Vocabulary
) -> Iterator[Finding]:
    """Concepts that the English section names and `section` does not; `pairs` tells where."""
    lacking = named(wanted, en).keys() - named(section, own).keys()
    if lacking:  # what has a name to be avoided is told as that
        mentions = [own.mentions(text) for _, text in _texts(section)]
        lacking -= {number for one in mentions for number in (*one.avoided, *one.mistaken)}
    for number in sorted(lacking):
        words = named(wanted, en)[number]
        blocks = ((one, other) for one, other in pairs if one and other)
        both = next(((one, other) for one, other in blocks if _names(one, number, en)), None)
        place = f"{model.path}:{both[0].line_of(words, fold)}" if both else model.place(wanted)
        concept = own.concepts[number]
        message = f"“{_flat(words)}” of {place} is not named; write “{concept.term}” or another of its forms"
        line = both[1].line if both else section.line
        yield Finding(page.path, line, MISSING_TERM, message, place, concept.term)


def avoided(page: Page, section: Section, vocabulary: Vocabulary, meant: Container[int]) -> Iterator[Finding]:
    """Names that `section` must not use: those always to be avoided, and those mistaken for the concepts `meant`."""
    for block, text in _texts(section):
        for words, shown, term in _avoided(text, vocabulary, meant):
            yield _avoid(page, block.line_of(words, fold) if block else section.line, shown, term)


def described(page: Page, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Names that the description of `page` must not use."""
    if isinstance(text := page.metadata.get("description"), str):
        for _, shown, term in _avoided(text, vocabulary, ()):
            yield _avoid(page, 2, shown, term)


def _avoid(page: Page, line: int, shown: str, term: str) -> Finding:
    message = f"“{shown}” is a name to be avoided; write “{term}”"
    return Finding(page.path, line, AVOIDED_TERM, message, "", term, shown)


def _avoided(text: str, vocabulary: Vocabulary, meant: Container[int]) -> Iterator[tuple[str, str, str]]:
    """Names to be avoided, folded and as they are written, each with the term to be used."""
    mentions = vocabulary.mentions(text)
    mistaken = ((number, words) for number, words in mentions.mistaken.items() if number in meant)
    for number, words in (*mentions.avoided.items(), *mistaken):
        written = re.search(re.escape(words), text, re.IGNORECASE)
        yield words, _flat(written[0] if written else words), vocabulary.concepts[number].term


def _names(block: Block, number: int, vocabulary: Vocabulary) -> bool:
    return any(number in vocabulary.mentions(text).accepted for text in block.texts)


def _texts(section: Section) -> Iterator[tuple[Block | None, str]]:
    """The texts of `section`, each by itself: a term does not go on in the next cell."""
    yield None, section.title
    for block in section.blocks:
        if block.kind is not Kind.CODE:
            yield from ((block, text) for text in block.readings)


def _flat(text: str) -> str:
    return " ".join(text.split())
