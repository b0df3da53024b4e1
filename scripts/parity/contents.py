"""Compares what stands in the sections of a page with the English, family of rules by family of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scripts.parity import blocks, language, numbers, terms
from scripts.parity.align import align
from scripts.parity.conventions import Conventions
from scripts.parity.model import Edition, Finding, Page


def compare(
    reference: Edition,
    translations: Sequence[Edition],
    conventions: Mapping[str, Conventions],
    termbase: terms.Termbase,
) -> Iterator[Finding]:
    """Where pages that a translation and the reference both have differ in what their sections hold."""
    named = {key: terms.used(page, termbase) for key, page in reference.pages.items()}
    for page in reference.pages.values():
        for section in page.sections:
            yield from terms.avoided(page, section, termbase[page.language], ())
    for edition in translations:
        for key, page in edition.pages.items():
            if key in reference.pages:
                yield from _page(reference.pages[key], page, conventions, termbase[edition.language], named[key])


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
            yield from blocks.findings(model, page, counterpart, section, pairs)
            yield from numbers.findings(model, page, pairs, written, reference)
            yield from language.findings(model, page, pairs, conventions)
            yield from language.heading(model, page, counterpart, section)
            yield from terms.findings(page, section, concepts, named[section.id], model.place(counterpart))
    yield from blocks.footnotes(model, page)
    notes = {note.detail: note for note in model.footnotes}
    pairs = [(notes[note.detail], note) for note in page.footnotes if note.detail in notes]
    yield from numbers.findings(model, page, pairs, written, reference)
