"""Compares what stands in the sections of a page with the English, family of rules by family of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scripts.parity import (
    alone,
    blocks,
    characters,
    contrasts,
    counted,
    endings,
    exchanged,
    language,
    numbers,
    order,
    repeated,
    tags,
    terms,
)
from scripts.parity.align import Pair, align
from scripts.parity.blocks import Torn
from scripts.parity.conventions import Conventions
from scripts.parity.exceptions import excused
from scripts.parity.identify import Identifier, words
from scripts.parity.mirror import agreed
from scripts.parity.model import Block, Finding, Kind, Page, Section
from scripts.parity.vocabulary import Vocabulary


def findings(
    pages: Mapping[str, Page], identifier: Identifier, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Finding]:
    """Where one page, given by language and the reference first, differs in what its sections hold."""
    model, *translations = pages.values()
    for page in pages.values():
        yield from terms.described(page, vocabularies[page.language])
    yield from terms.entries(model, vocabularies[model.language])
    for page in pages.values():
        yield from terms.headwords(page, vocabularies[page.language])
    for section in model.sections:
        yield from terms.avoided(model, section, vocabularies[model.language], ())
    ordinary = frozenset().union(*(words(text) for block in model.blocks() for text in block.readings))
    found = {
        page.path: list(_page(model, page, ordinary, identifier, vocabularies))
        for page in translations
        if page.sections
    }
    yield from agreed(model, found, len(identifier.conventions) - 1)


def _page(
    model: Page,
    page: Page,
    ordinary: frozenset[str],
    identifier: Identifier,
    vocabularies: Mapping[str, Vocabulary],
) -> Iterator[Finding]:
    english, own = vocabularies[model.language], vocabularies[page.language]
    sound: list[list[Pair]] = []
    sides = identifier.conventions[page.language], identifier.conventions[model.language]
    for wanted, section, torn in _sections(model, page):
        if blocks.unread(wanted, section):
            continue
        pairs = align(wanted.blocks, section.blocks, (english.named, own.named))
        titles = _text(wanted.title, wanted.line), _text(section.title, section.line)
        yield from language.heading(model, page, wanted, section, identifier)
        faults = [
            *blocks.findings(model, page, wanted, section, pairs, torn),
            *counted.findings(model, page, wanted, section, pairs),
            *_facts(model, page, [titles, *pairs], *sides),
            *language.findings(model, page, pairs, identifier),
        ]
        yield from faults
        if all(
            excused(fault, page) for fault in faults
        ):  # what is unequal explains most of what could be said of words
            yield from alone.findings(model, page, pairs, ordinary, own, identifier)
            yield from endings.findings(model, page, [titles, *pairs], *sides)
            yield from _details(model, page, wanted, section, [titles, *pairs], own, english)
            sound.append([titles, *pairs])
    yield from repeated.findings(model, page, sound, (english.named, own.named))
    yield from _apart(model, page, identifier)


def _apart(model: Page, page: Page, identifier: Identifier) -> Iterator[Finding]:
    """What stands in no section: footnotes, the description, tags."""
    yield from counted.footnotes(model, page)
    yield from tags.findings(model, page)
    sides = identifier.conventions[page.language], identifier.conventions[model.language]
    there = {note.detail: note for note in model.footnotes}
    notes: list[Pair] = [(there[note.detail], note) for note in page.footnotes if note.detail in there]
    described = [_text(str(side.metadata.get("description", "")), 2) for side in (model, page)]
    yield from _facts(model, page, [*notes, (described[0], described[1])], *sides)
    yield from language.findings(model, page, notes, identifier)
    yield from endings.findings(model, page, notes, *sides)


def _facts(
    model: Page, page: Page, pairs: Sequence[Pair], written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    """What paired texts say of the world, as far as a program can read it."""
    yield from numbers.findings(model, page, pairs, written, reference)
    yield from exchanged.findings(model, page, pairs, written, reference)
    if written.script == "CYRILLIC":
        yield from characters.disguised(model, page, pairs)


def _text(text: str, line: int) -> Block:
    """A title or a description as if it were a paragraph."""
    return Block(Kind.PARAGRAPH, "", (text,), line=line)


def _details(
    model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair], own: Vocabulary, en: Vocabulary
) -> Iterator[Finding]:
    """What can be said of a section that is otherwise equal: a lost piece has lost its terms, too."""
    contrary: list[Finding] = []
    if len(pairs) == len(wanted.blocks) + 1 == len(section.blocks) + 1:  # the titles are a pair
        named = (en.named, own.named)
        misplaced = list(order.findings(model, page, wanted, section, named))
        misplaced = misplaced or [*order.moved(model, page, pairs), *order.cells(model, page, pairs, named)]
        if not misplaced:
            contrary = [*contrasts.findings(model, page, pairs, own, en)]
            contrary += exchanged.abbreviations(model, page, pairs)
        yield from misplaced or contrary
    yield from terms.avoided(page, section, own, terms.named(wanted, en))
    if not contrary:
        yield from terms.missing(model, page, wanted, section, pairs, own, en)


def _sections(model: Page, page: Page) -> Iterator[tuple[Section, Section, Torn]]:
    """The sections that both pages have, and on which side the heading of the next is missing."""
    there, here = ({section.id: section for section in reversed(side.sections)} for side in (model, page))
    after = [_next(side) for side in (model, page)]
    for id_, section in reversed(here.items()):
        if id_ and id_ in there:
            lost = [after[0].get(id_) not in {None, *here}, after[1].get(id_) not in {None, *there}]
            torn = Torn.NOWHERE if lost[0] == lost[1] else Torn.HERE if lost[0] else Torn.THERE
            yield there[id_], section, torn


def _next(page: Page) -> dict[str | None, str | None]:
    """By id, the id of the section that follows."""
    ids = [section.id for section in page.sections]
    return dict(pairwise(ids))
