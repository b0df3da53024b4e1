"""What the gate knows: sources, pages, sections, and the findings about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Rule(StrEnum):
    """The faults the gate tells apart; each is named after the fault, not after its mending."""

    MISSING_LANGUAGE = "missing-language"
    UNREADABLE_PAGE = "unreadable-page"
    FRONT_MATTER = "front-matter"
    RENDERING = "rendering"
    MISSING_PAGE = "missing-page"
    EXTRA_PAGE = "extra-page"
    MISSING_TITLE = "missing-title"
    MISSING_SECTION = "missing-section"
    EXTRA_SECTION = "extra-section"
    SECTION_ORDER = "section-order"
    SECTION_LEVEL = "section-level"
    EMPTY_SECTION = "empty-section"
    CHANGED_ID = "changed-id"
    IMPLICIT_ID = "implicit-id"
    INVALID_ID = "invalid-id"
    DUPLICATE_ID = "duplicate-id"
    HTML_HEADING = "html-heading"
    BROKEN_LINK = "broken-link"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault, at the place where it can be mended."""

    path: str
    """Relative to the root of the repository, with forward slashes."""
    line: int
    """Counted from 1."""
    rule: Rule
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it is written."""

    language: str
    key: str
    """The path inside the language's folder, the same in every language."""
    path: str
    """Relative to the root of the repository."""
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next heading."""

    id: str | None
    """The id written by hand, or None if the renderer would have to invent one."""
    level: int
    title: str
    line: int
    has_content: bool
    """Whether a reader finds anything between this heading and the next."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another place of the site, as written."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the renderer understands it."""

    language: str
    key: str
    path: str
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    anchors: frozenset[str]
    """Every id on the page that a link can lead to."""

    def place(self, section: Section) -> str:
        """Where `section` stands, as `path:line`."""
        return f"{self.path}:{section.line}"


@dataclass(frozen=True, slots=True)
class Edition:
    """All pages of one language."""

    language: str
    folder: str
    """Relative to the root of the repository."""
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By key."""
    broken: frozenset[str] = frozenset()
    """Keys of pages that are there but could not be read; each has its finding already."""
