"""Faults that a page has by itself, whatever the other languages have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.parity.model import Finding, Kind, Page, Rule

EMPTY_SECTION = Rule(
    "empty-section",
    "There is nothing between a heading and the next, so a link to the section leads to nothing.",
    "## Costs { #costs }\n\n## Risks { #risks }",
    "## Costs { #costs }\n\nThey are more than wages.\n\n## Risks { #risks }",
)
UNDEFINED_NOTE = Rule(
    "undefined-note",
    "A text refers to a footnote that the page does not have, so readers see the brackets and no source.",
    "Zwei Drittel waren intern.[^holmann]",
    "Zwei Drittel waren intern.[^holman]",
)
UNUSED_NOTE = Rule(
    "unused-note",
    "Nothing refers to a footnote, so it stands at the foot of the page without a number to come back to.",
    "[^holman]: Holman, Batt und Holtgrewe, 2007.",
    "Zwei Drittel waren intern.[^holman]",
)

DOUBLED_SENTENCE = Rule(
    "doubled-sentence",
    "A sentence stands twice in a section, as happens when a line is moved and not deleted.",
    "They answer the calls of other firms.\nThey answer the calls of other firms.",
    "They answer the calls of other firms.",
)

LONG = 25
"""Letters from which a sentence does not stand twice on purpose."""
UNDEFINED = re.compile(r"\[\^([^\]\s]+)\]")


def findings(page: Page) -> Iterator[Finding]:
    """Sections without text, sentences that stand twice, references without a footnote and the other way round."""
    yield from _sections(page)
    yield from _sentences(page)
    yield from _notes(page)


def causes(findings: Iterable[Finding]) -> list[Finding]:
    """`findings` without unused footnotes of pages that have other faults: what referred to them may be lost."""
    found = list(findings)
    faulty = {finding.path for finding in found if finding.rule != UNUSED_NOTE}
    return [finding for finding in found if finding.rule != UNUSED_NOTE or finding.path not in faulty]


def _sections(page: Page) -> Iterator[Finding]:
    for number, section in enumerate(page.sections):
        name = f"#{section.id}" if section.id else f"“{section.title}”"
        below = page.sections[number + 1 : number + 2]
        if not section.has_content and not (below and below[0].level > section.level):
            message = f"section {name} has no text; write it, or remove the section in every language"
            yield Finding(page.path, section.line, EMPTY_SECTION, message)


def _sentences(page: Page) -> Iterator[Finding]:
    for section in page.sections:
        seen: set[str] = set()
        for block in section.blocks:
            lines = block.texts[0].split("\n") if block.kind is Kind.PARAGRAPH else []
            for sentence in filter(None, map(str.strip, lines)):
                if len(sentence) > LONG and sentence in seen:
                    message = f"“{' '.join(sentence.split()[:6])} …” stands twice in the section; delete one"
                    yield Finding(page.path, block.line_of(sentence), DOUBLED_SENTENCE, message, found=sentence)
                seen.add(sentence)


def _notes(page: Page) -> Iterator[Finding]:
    used = {label for block in page.blocks() for label in block.notes}
    for block in page.blocks():
        for text in block.texts:
            for match in UNDEFINED.finditer(text):
                message = f"footnote {match[0]} has no text; write `{match[0]}: …`, or correct its name"
                yield Finding(page.path, block.line_of(match[0]), UNDEFINED_NOTE, message, found=match[1])
    for note in page.footnotes:
        if note.detail not in used:
            message = f"footnote [^{note.detail}] is not referred to; put it where it belongs, or remove it"
            yield Finding(page.path, note.line, UNUSED_NOTE, message, found=note.detail)
