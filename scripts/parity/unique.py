"""Ids are unique over the whole site: `#id` alone must name one section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from scripts.parity.model import Edition, Finding, Page, Rule, Section

DUPLICATE_ID = Rule(
    "duplicate-id",
    "Two sections have the same id. An id names one section of the whole site, whatever page it stands on.",
    "bpo.md: ## Costs { #costs }\nlocations.md: ## Costs { #costs }",
    "bpo.md: ## Costs { #bpo-costs }\nlocations.md: ## Costs { #location-costs }",
)

Repeated = Mapping[tuple[str, int], tuple[Page, Section]]
"""By page key and number of the section: the section that has the same id by right."""


def repeated(edition: Edition, reference: Edition) -> Repeated:
    """The sections of `edition` whose id belongs to another section of it."""
    uses: dict[str, list[tuple[Page, int]]] = defaultdict(list)
    for page in edition.pages.values():
        for number, section in enumerate(page.sections):
            if section.id:
                uses[section.id].append((page, number))
    result = {}
    for places in uses.values():
        if len(places) > 1:
            owner = max(places, key=lambda place: _claim(place, reference))
            section = owner[0].sections[owner[1]]
            for page, number in places:
                if (page, number) != owner:
                    result[page.key, number] = (owner[0], section)
    return result


def _claim(place: tuple[Page, int], reference: Edition) -> int:
    """How good a claim a section has to its id: 2 if it stands where the reference has it, 1 if on that page."""
    page, number = place
    model = reference.pages.get(page.key)
    if model is None or page is model:
        return 0
    here, there = ([section.id for section in side.sections] for side in (page, model))
    if here[number] not in there:
        return 0
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    return 2 if any(block.a <= number < block.a + block.size for block in blocks) else 1


def findings(
    reference: Edition, translations: Sequence[Edition], repeated_by_language: Mapping[str, Repeated]
) -> Iterator[Finding]:
    """Repeated ids of the reference, and of pages that have no counterpart there.

    Those of translated pages come from the comparison, which knows better what the id should be.
    """
    for edition in (reference, *translations):
        for (key, number), owner in repeated_by_language[edition.language].items():
            if edition is reference or key not in reference.pages:
                yield finding(edition.pages[key], number, owner)


def finding(page: Page, number: int, owner: tuple[Page, Section]) -> Finding:
    """That section `number` of `page` has the id of `owner`."""
    section = page.sections[number]
    message = f"id #{section.id} is taken by {owner[0].place(owner[1])}; ids are unique over the whole site"
    return Finding(page.path, section.line, DUPLICATE_ID, message)
