"""Ids are unique over the whole site: `#id` alone must name one section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scripts.parity.model import Edition, Finding, Page, Rule, Section

DUPLICATE_ID = Rule(
    "duplicate-id",
    "Two sections have the same id. An id names one section of the whole site, whatever page it stands on.",
    "bpo.md: ## Costs { #costs }\nlocations.md: ## Costs { #costs }",
    "bpo.md: ## Costs { #bpo-costs }\nlocations.md: ## Costs { #location-costs }",
)

Repeated = Mapping[tuple[str, int], tuple[Page, Section]]
"""By page key and number of the section: the section that has the same id by right."""


def repeated(edition: Edition, model: Edition) -> Repeated:
    """The sections of `edition` whose id belongs to another section of it, judging by where `model` has the id."""
    uses: dict[str, list[tuple[Page, int]]] = defaultdict(list)
    for page in edition.pages.values():
        for number, section in enumerate(page.sections):
            if section.id:
                uses[section.id].append((page, number))
    result = {}
    for places in uses.values():
        if len(places) > 1:
            owner = max(places, key=lambda place: _claim(place, model))
            section = owner[0].sections[owner[1]]
            for page, number in places:
                if (page, number) != owner:
                    result[page.key, number] = (owner[0], section)
    return result


def _claim(place: tuple[Page, int], model: Edition) -> int:
    """How good a claim a section has to its id: a point for the page, and one for each neighbour it has there."""
    page, number = place
    if page.key not in model.pages:
        return 0
    here, there = _ids(page), _ids(model.pages[page.key])
    if here[number + 1] not in there:
        return 0
    home = there.index(here[number + 1])
    return 1 + (here[number] == there[home - 1]) + (here[number + 2] == there[home + 1])


def _ids(page: Page) -> list[str | None]:
    """The ids of the page's sections, with its edges."""
    return ["<", *(section.id for section in page.sections), ">"]


def findings(
    reference: Edition, translations: Sequence[Edition], repeated_by_language: Mapping[str, Repeated]
) -> Iterator[Finding]:
    """Repeated ids of the reference, and of pages that have no counterpart there.

    Those of translated pages come from the comparison, which knows better what the id should be.
    """
    for edition in (reference, *translations):
        for (key, number), owner in repeated_by_language[edition.language].items():
            page = edition.pages[key]
            others = [other.pages[key] for other in translations if key in other.pages]
            changed = bool(others) and all(_knows_better(other, page) for other in others)
            if (edition is reference and not changed) or key not in reference.pages:
                yield finding(page, number, owner)
        yield from _anchors(edition)


def _anchors(edition: Edition) -> Iterator[Finding]:
    """Ids of other elements than headings that are also those of sections."""
    places = {s.id: (page, s) for page in edition.pages.values() for s in page.sections if s.id}
    for page in edition.pages.values():
        own = [section.id for section in page.sections]
        for anchor in page.anchors:
            if anchor in places and page.anchors.count(anchor) > own.count(anchor):
                owner, section = places[anchor]
                message = f"id #{anchor} is also that of {owner.place(section)}; ids are unique over the whole site"
                yield Finding(page.path, 1, DUPLICATE_ID, message)
                break


def _knows_better(translation: Page, page: Page) -> bool:
    """Whether `translation` has a section that `page` lacks, so that the repeated id is a changed one."""
    ids = _ids(page)
    return any(section.id not in ids for section in translation.sections)


def finding(page: Page, number: int, owner: tuple[Page, Section]) -> Finding:
    """That section `number` of `page` has the id of `owner`."""
    section = page.sections[number]
    message = f"id #{section.id} is taken by {owner[0].place(owner[1])}; ids are unique over the whole site"
    return Finding(page.path, section.line, DUPLICATE_ID, message)
