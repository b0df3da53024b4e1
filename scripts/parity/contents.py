"""Compares what stands in the sections of a page with the English, family of rules by family of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from scripts.parity import blocks, language, numbers, order, tags, terms
from scripts.parity.align import Pair, align
from scripts.parity.blocks import Torn
from scripts.parity.identify import Identifier
from scripts.parity.mirror import agreed
from scripts.parity.model import Block, Finding, Page, Section
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
    found = {page.path: list(_page(model, page, identifier, vocabularies)) for page in translations if page.sections}
    yield from agreed(model, found, len(identifier.conventions) - 1)


def _page(model: Page, page: Page, identifier: Identifier, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Finding]:
    written, reference = identifier.conventions[page.language], identifier.conventions[model.language]
    for wanted, section, torn in _sections(model, page):
        concepts = _Concepts(wanted, vocabularies[model.language], vocabularies[page.language])
        pairs = align(wanted.blocks, section.blocks, concepts)
        yield from language.heading(model, page, wanted, section, identifier)
        faults = [
            *blocks.findings(model, page, wanted, section, pairs, torn),
            *numbers.findings(model, page, pairs, written, reference),
            *language.findings(model, page, pairs, identifier),
        ]
        yield from faults or _terms(model, page, wanted, section, pairs, concepts)
    yield from blocks.footnotes(model, page)
    yield from tags.findings(model, page)
    notes = {note.detail: note for note in model.footnotes}
    both: list[Pair] = [(notes[note.detail], note) for note in page.footnotes if note.detail in notes]
    yield from numbers.findings(model, page, both, written, reference)
    yield from language.findings(model, page, both, identifier)


def _terms(
    model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair], concepts: _Concepts
) -> Iterator[Finding]:
    """What can be said of a section that is otherwise equal: a lost piece has lost its terms, too."""
    if len(pairs) == len(wanted.blocks) == len(section.blocks):
        yield from order.findings(model, page, wanted, section, concepts)
    meant = terms.named(wanted, concepts.english)
    yield from terms.avoided(page, section, concepts.own, meant)
    yield from terms.missing(model, page, wanted, section, pairs, concepts.own, concepts.english)


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


class _Concepts:
    """Tells which concepts a block names, on either side of one section."""

    def __init__(self, wanted: Section, english: Vocabulary, own: Vocabulary) -> None:
        self.english, self.own = english, own
        self._wanted = {id(block) for block in wanted.blocks}

    def __call__(self, block: Block) -> frozenset[str]:
        vocabulary = self.english if id(block) in self._wanted else self.own
        return frozenset().union(*(vocabulary.mentions(text).concepts for text in block.texts))
