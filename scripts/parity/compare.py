"""Compares editions: the same pages, and on each page the same sections.

Sections are matched by their written ids, so a wrong id is a finding and never mended by position.
Where all translations agree against the reference, the reference is at fault and gets the one finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from scripts.parity import links, unique
from scripts.parity.differences import IMPLICIT_ID, differences
from scripts.parity.mirror import agreed
from scripts.parity.model import Edition, Finding, Page, Rule

MISSING_PAGE = Rule(
    "missing-page",
    "A page is not in every language, or is empty there, so the language switch would lead nowhere.",
    "docs/en/decide.md, but no docs/hi/decide.md",
    "docs/en/decide.md and docs/hi/decide.md",
)
EXTRA_PAGE = Rule(
    "extra-page",
    "A page has no counterpart in English, which every page is written in first.",
    "docs/de/kosten.md, but no docs/en/kosten.md",
    "docs/de/decide.md and docs/en/decide.md",
)
INVALID_ID = Rule(
    "invalid-id",
    "Ids are English words in small letters, joined by hyphens, so that they can be read, typed and shared.",
    "## Kosten { #Kosten_und_Risiken }",
    "## Kosten { #costs-and-risks }",
)
MISSING_TITLE = Rule(
    "missing-title",
    "A page does not begin with a heading of level 1, which is its title in the navigation and in search results.",
    "## What is BPO? { #bpo }",
    "# What is BPO? { #bpo }",
)

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def compare(reference: Edition, translations: Sequence[Edition]) -> Iterator[Finding]:
    """Findings about `translations` where they differ from `reference`, and about all of them as a site."""
    yield from _reference(reference, translations)
    yield from _pages(reference, translations)
    repeated = {edition.language: unique.repeated(edition, reference) for edition in translations}
    repeated[reference.language] = unique.repeated(reference, (translations or [reference])[0])
    yield from unique.findings(reference, translations, repeated)
    for key, page in reference.pages.items():
        others = [edition.pages[key] for edition in translations if key in edition.pages]
        others = [other for other in others if other.sections or not page.sections]
        yield from _page(page, others, repeated, len(translations))
    for edition in (reference, *translations):
        yield from links.findings(edition, (reference, *translations))


def _reference(reference: Edition, translations: Sequence[Edition]) -> Iterator[Finding]:
    """Faults that only the reference is asked for, since the translations must follow it."""
    for page in reference.pages.values():
        for section in page.sections:
            if section.id and not ID.fullmatch(section.id):
                message = f"id #{section.id} must be English words in small letters, joined by hyphens"
                yield Finding(page.path, section.line, INVALID_ID, message)
            if section.id is None:
                message = (
                    f"heading “{section.title}” has no id; write one after it in every language, such as {{ #costs }}"
                )
                yield Finding(page.path, section.line, IMPLICIT_ID, message)
        others = [edition.pages[page.key] for edition in translations if page.key in edition.pages]
        if not _titled(page) and not (others and all(map(_titled, others))):  # else the comparison finds it
            message = "page must begin with a heading of level 1, its title, such as `# Title { #title }`"
            yield Finding(page.path, page.sections[0].line if page.sections else 1, MISSING_TITLE, message)


def _titled(page: Page) -> bool:
    return bool(page.sections) and page.sections[0].level == 1


def _pages(reference: Edition, translations: Sequence[Edition]) -> Iterator[Finding]:
    expected = reference.pages.keys() | reference.broken
    extra: dict[str, list[Page]] = defaultdict(list)
    for edition in translations:
        renamed = _renamed(edition, reference)
        for key, wanted in renamed.items():
            message = f"page must have the name {wanted}, as {reference.folder}/{wanted}:1 has"
            yield Finding(edition.pages[key].path, 1, EXTRA_PAGE, message)
        for key in sorted(expected - edition.pages.keys() - edition.broken - set(renamed.values())):
            path, model = f"{edition.folder}/{key}", f"{reference.folder}/{key}"
            yield Finding(path, 1, MISSING_PAGE, f"page is missing; translate {model}:1")
        for key, page in edition.pages.items():
            if not page.sections and key in reference.pages and reference.pages[key].sections:
                message = f"page has no headings and no text under them; translate {reference.folder}/{key}:1"
                yield Finding(page.path, 1, MISSING_PAGE, message)
        for key in edition.pages.keys() - expected - renamed.keys():
            extra[key].append(edition.pages[key])
    for key, pages in extra.items():
        path = f"{reference.folder}/{key}"
        if len(pages) == len(translations) > 1:
            message = f"page is missing, though all translations have it, such as {pages[0].path}:1"
            yield Finding(path, 1, MISSING_PAGE, message)
            continue
        for page in pages:
            message = f"page has no counterpart {path}; write that first, or remove this page"
            yield Finding(page.path, 1, EXTRA_PAGE, message)


def _renamed(edition: Edition, reference: Edition) -> dict[str, str]:
    """Keys of pages that the reference has under another key, told by the id of their titles."""
    missing = {
        page.sections[0].id: key
        for key, page in reference.pages.items()
        if key not in edition.pages and key not in edition.broken and page.sections
    }
    titles = {key: page.sections[0].id for key, page in edition.pages.items() if page.sections}
    return {key: missing[id_] for key, id_ in titles.items() if id_ in missing and key not in reference.pages}


def _page(page: Page, others: list[Page], repeated: dict[str, unique.Repeated], languages: int) -> Iterator[Finding]:
    found = {
        other.path: list(differences(page, other, repeated[page.language], repeated[other.language]))
        for other in others
    }
    yield from agreed(page, found, languages)
