"""The sections and pages there are now, in all languages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.parity.compare import ID
from scripts.parity.model import Edition


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a section is written in the reference language."""

    path: str
    line: int
    titles: Mapping[str, str]
    """Its headings by language."""


@dataclass(frozen=True, slots=True)
class Current:
    """What is there; where languages differ is told by their comparison, and is no matter of links."""

    homes: Mapping[str, Sequence[str]]
    """By id the keys of the pages on which some language has the section."""
    places: Mapping[tuple[str, str], Spot]
    """By page and id what every language has, in the order of the pages."""
    pages: frozenset[str]
    """Keys of the pages that some language has."""
    shared_pages: Mapping[str, str]
    """Keys of the pages that every language has, with their paths."""
    readable: bool
    """Whether all pages could be read; else nobody knows which sections they have."""


def current(editions: Sequence[Edition]) -> Current:
    """What `editions` have, the reference first."""
    outlines = {edition.language: _titles(edition) for edition in editions}
    homes: dict[str, dict[str, None]] = defaultdict(dict)
    for outline in outlines.values():
        for key, id_ in outline:
            homes[id_][key] = None
    reference = editions[0]
    shared = {
        name: page for name, page in reference.pages.items() if all(name in edition.pages for edition in editions)
    }
    places = {
        (_key(name), section.id): Spot(
            page.path,
            section.line,
            {code: outline[_key(name), section.id] for code, outline in outlines.items()},
        )
        for name, page in shared.items()
        for section in page.sections
        if section.id
        and ID.fullmatch(section.id)
        and all((_key(name), section.id) in outline for outline in outlines.values())
    }
    return Current(
        homes={id_: list(keys) for id_, keys in homes.items()},
        places=places,
        pages=frozenset(_key(name) for edition in editions for name in edition.pages.keys() | edition.broken),
        shared_pages={_key(name): page.path for name, page in shared.items()},
        readable=not any(edition.broken for edition in editions),
    )


def _titles(edition: Edition) -> dict[tuple[str, str], str]:
    """The headings of an edition by page and id."""
    return {
        (_key(name), section.id): section.title
        for name, page in edition.pages.items()
        for section in page.sections
        if section.id
    }


def _key(name: str) -> str:
    """The key of a page in the ledger, which has no ending."""
    return name.removesuffix(".md")
