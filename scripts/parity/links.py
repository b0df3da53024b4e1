"""Links from page to page lead somewhere, in the same language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from mkdocs.utils import is_markdown_file

from scripts.parity.model import Edition, Finding, Rule

BROKEN_LINK = Rule(
    "broken-link",
    "A link leads to a page or section that no language has.",
    "[the costs](bpo.md#costs-of-bpo)",
    "[the costs](bpo.md#bpo-costs-risks)",
)


def findings(edition: Edition, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Links of `edition` to pages or places that no language has.

    What another language has and `edition` lacks is reported as missing already.
    """
    for page in edition.pages.values():
        for target, line in page.links:
            try:
                place = _place(target, posixpath.dirname(page.key))
                missing = place and _missing(place[0] or page.key, place[1], editions)
            except ValueError as error:
                missing = str(error)
            if missing:
                yield Finding(page.path, line, BROKEN_LINK, f"link to {target}: {missing}; correct the address")


@lru_cache(maxsize=4096)  # most places are linked to from many pages
def _place(target: str, folder: str) -> tuple[str, str] | None:
    """The page, empty for that of the link itself, and the id to which a page in `folder` links; None for no page.

    Raises ValueError if `target` is no address.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or (parts.path and not is_markdown_file(parts.path)):
        return None
    path = unquote(parts.path)
    return posixpath.normpath(posixpath.join(folder, path)) if path else "", unquote(parts.fragment)


def _missing(key: str, fragment: str, editions: Sequence[Edition]) -> str | None:
    if any(key in edition.broken for edition in editions):
        return None
    pages = [edition.pages[key] for edition in editions if key in edition.pages]
    if not pages:
        return f"there is no page {key}"
    if fragment and not any(fragment in page.anchors for page in pages):
        return f"no language has #{fragment} on {key}"
    return None
