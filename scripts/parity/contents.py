"""Compares what stands in the sections of a page with the English, family of rules by family of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scripts.parity import blocks, language, numbers, terms
from scripts.parity.align import align
from scripts.parity.conventions import Conventions
from scripts.parity.model import Finding, Page


def findings(
    pages: Mapping[str, Page], conventions: Mapping[str, Conventions], termbase: terms.Termbase
) -> Iterator[Finding]:
    """Where one page, given by language and the reference first, differs in what its sections hold."""
    model, *translations = pages.values()
    for section in model.sections:
        yield from terms.avoided(model, section, termbase[model.language], ())
    named = terms.used(model, termbase)
    for page in translations:
        yield from _page(model, page, conventions, termbase[page.language], named)


def _page(
    model: Page,
    page: Page,
    conventions: Mapping[str, Conventions],
    concepts: Sequence[terms.Concept],
    named: Mapping[str | None, Sequence[tuple[int, str]]],
) -> Iterator[Finding]:
    wanted = {section.id: section for section in reversed(model.sections) if section.id}
    written, reference = conventions[page.language], conventions[model.language]
    for section in {section.id: section for section in reversed(page.sections)}.values():
        if section.id in wanted:
            counterpart = wanted[section.id]
            pairs = align(counterpart.blocks, section.blocks)
            yield from numbers.findings(model, page, pairs, written, reference)
            yield from language.heading(model, page, counterpart, section)
            faults = [
                *blocks.findings(model, page, counterpart, section, pairs),
                *language.findings(model, page, pairs, conventions),
            ]
            # Where a piece is missing or not translated, its terms are, too, and need no findings of their own.
            yield from faults or terms.findings(page, section, concepts, named[section.id], model.place(counterpart))
    yield from blocks.footnotes(model, page)
    notes = {note.detail: note for note in model.footnotes}
    pairs = [(notes[note.detail], note) for note in page.footnotes if note.detail in notes]
    yield from numbers.findings(model, page, pairs, written, reference)
