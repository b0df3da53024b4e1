"""Handouts: each page, and all of them together, as PDF in every language, with the link and QR code of each section.

Chromium makes them from the finished site, because it shapes the letters of every script, in drawings as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handout:
    """A PDF of some pages of one language."""

    code: str
    """The language."""
    pages: tuple[str, ...]
    """Addresses in the folder of the language, such as `bpo/`, empty for the start page."""

    @property
    def path(self) -> str:
        """The file, relative to the root of the site."""
        return path(self.code, *self.pages)


def path(code: str, *pages: str) -> str:
    """The file, relative to the root of the site, of the handout of one page, or of all pages together."""
    name = (pages[0].strip("/").replace("/", "-") or "index") if len(pages) == 1 else "all"
    return f"{code}/handouts/{name}.pdf"


def handouts(codes: Sequence[str], pages: Sequence[str]) -> list[Handout]:
    """The handouts of a site that has `pages`, in this order, in each of the languages `codes`."""
    return [Handout(code, part) for code in codes for part in [tuple(pages), *((page,) for page in pages)]]
