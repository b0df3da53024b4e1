"""Every place that a link can lead to: the sections of all pages, with their titles in every language.

While a language is rendered, a hook writes what it has into the language's folder; `read` joins the languages.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from scripts import glossary
from scripts.config import SiteError

FILE = "places.json"
"""In the folder of each language, until the site is assembled."""


@dataclass(frozen=True, slots=True)
class Place:
    """A section, which has the same address in every language but for the language's code."""

    id: str
    page: str
    """The address of its page in the folder of a language, such as `bpo/`, empty for the start page."""
    level: int
    """1 for the title of a page."""
    titles: Mapping[str, str]
    """Its heading as plain text, by language."""
    descriptions: Mapping[str, str]
    """What its page says about itself in search results, by language."""

    def address(self, code: str) -> str:
        """Its address in the language `code`, relative to the root of the site."""
        return f"{code}/{self.page}#{self.id}"


def anchors(toc: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    """Every heading of a page's table of contents, also those below others."""
    for anchor in toc:
        yield anchor
        yield from anchors(anchor.children)


def write(site: Path, pages: Iterable[Page]) -> None:
    """Note the places of `pages`, rendered in one language, in that language's folder `site`."""
    found = [
        {
            "id": anchor.id,
            "page": page.url,
            "level": anchor.level,
            "title": html.unescape(anchor.title),
            "description": str(page.meta.get("description", "")),
        }
        for page in pages
        for anchor in anchors(page.toc)
    ]
    site.mkdir(parents=True, exist_ok=True)
    (site / FILE).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def read(stage: Path, codes: Sequence[str]) -> list[Place]:
    """The places of the site in `stage`, rendered in `codes`, in the order of the navigation and of each page.

    Raises SiteError where the languages have not the same places.
    """
    return join({code: noted(stage / code) for code in codes})


def join(editions: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Place]:
    """The places of `editions`, which are what was noted of each language, in the order of the first.

    Raises SiteError where the languages have not the same places.
    """
    reference, *others = editions.values()
    pages = _by_page(reference)
    for code, entries in zip(list(editions)[1:], others, strict=True):
        if _by_page(entries) != pages:
            raise SiteError(f"{code}: the rendered pages have other sections than {next(iter(editions))}")
    own = {code: {entry["id"]: entry for entry in entries} for code, entries in editions.items()}
    return [
        Place(
            id=entry["id"],
            page=entry["page"],
            level=entry["level"],
            titles={code: entries[entry["id"]]["title"] for code, entries in own.items()},
            descriptions={code: entries[entry["id"]]["description"] for code, entries in own.items()},
        )
        for entry in reference
    ]


def _by_page(entries: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[str]]]:
    """The ids of the sections by the address of their page, both in the same order in every language."""
    ids: dict[str, list[str]] = {}
    for entry in entries:
        ids.setdefault(entry["page"], []).append(entry["id"])
    return [(page, list(glossary.comparable(page, own))) for page, own in ids.items()]


def noted(site: Path) -> list[dict[str, Any]]:
    """What `write` noted in the folder `site` of a language.

    Raises SiteError where it did not.
    """
    path = site / FILE
    try:
        content: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SiteError(f"{path}: {error}; the hook scripts/hooks/places.py writes it") from error
    return content
