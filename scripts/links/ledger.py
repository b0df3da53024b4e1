"""The ledger: every address of a section that was ever published, and where it went; its head explains the format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

HEAD = """\
# The ledger of links: every address of a section that was ever published. It is read by the gate and by the build,
# so that no link breaks unnoticed. `make links` tells what a change means for people who link;
# `make links ADD=1` adds new sections at the end. Lines are never removed; an id is never used for something else.
#
# sections:
#   bpo-costs:                      the id
#     page: bpo                     the page it stands on: docs/LANGUAGE/bpo.md
#     since: 2026-11-21             when it was published
#     titles: {en: "Costs", ...}    its headings then
#     moved: bpo-price              only if it was renamed or merged: the id that answers its links now
#     was: [bpo-types]              only if it came from other pages under the same id: these pages
#     removed: {en: "...", ...}     only if it is gone for good: a short note to the reader in every language
#
# pages:                            only pages that are gone
#   bpo: {moved: what-is-bpo}       renamed or merged; its sections may stay as they are, if they went along
#   bpo-types:
#     removed: {en: "...", ...}     gone for good, with all of its sections that have no entry of their own
"""
"""What a new ledger begins with."""


def path(docs: Path) -> Path:
    """Where the ledger is."""
    return docs / "data" / "links.yml"


@dataclass(frozen=True, slots=True)
class Section:
    """A section that was published."""

    id: str
    line: int
    page: str
    """The key of the page it stands on, or stood on last, such as `bpo`."""
    since: date
    titles: Mapping[str, str]
    """As first published, by language."""
    was: tuple[str, ...] = ()
    """The pages it stood on before."""
    moved: str | None = None
    """The id that answers its links now."""
    removed: Mapping[str, str] | None = None
    """What its readers are told by language, if nothing answers."""

    @property
    def is_gone(self) -> bool:
        """Whether there is no such section any more."""
        return self.moved is not None or self.removed is not None


@dataclass(frozen=True, slots=True)
class GonePage:
    """A page that was published and is no more."""

    key: str
    line: int
    moved: str | None = None
    removed: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was published, in the order of the file."""

    sections: Mapping[str, Section] = field(default_factory=dict)
    pages: Mapping[str, GonePage] = field(default_factory=dict)

    def page_now(self, key: str) -> str:
        """The key that the page `key` has now."""
        return chain(self.pages, key)[-1]

    def homes(self, section: Section) -> list[str]:
        """The keys of all pages that had `section` under its id, also those they were renamed to, the last first."""
        return list(
            dict.fromkeys(key for home in (section.page, *section.was) for key in chain(self.pages, home)[::-1])
        )

    def published_pages(self) -> Iterator[tuple[str, int]]:
        """Every page that was published, with the line where the ledger names it first."""
        seen = set[str]()
        for section in self.sections.values():
            for key in (section.page, *section.was):
                if key not in seen:
                    seen.add(key)
                    yield key, section.line


def chain(entries: Mapping[str, Section] | Mapping[str, GonePage], name: str) -> list[str]:
    """`name` and what it became, one after the other; a loop is gone through once."""
    names: list[str] = [name]
    while (entry := entries.get(names[-1])) and entry.moved is not None and entry.moved not in names:
        names.append(entry.moved)
    return names


def url(key: str) -> str:
    """The address of the page `key` in the folder of a language: `bpo/` for `bpo`, empty for `index`."""
    folder, _, name = key.rpartition("/")
    return f"{folder}/".lstrip("/") if name == "index" else f"{key}/"
