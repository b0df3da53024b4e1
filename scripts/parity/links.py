"""Links from page to page lead somewhere, in the same language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
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
                parts = urlsplit(target)
            except ValueError as error:
                yield Finding(page.path, line, BROKEN_LINK, f"link to {target}: {error}; correct the address")
                continue
            if parts.scheme or parts.netloc or (parts.path and not is_markdown_file(parts.path)):
                continue
            path = unquote(parts.path)
            key = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), path)) if path else page.key
            if missing := _missing(key, unquote(parts.fragment), editions):
                message = f"link to {target}: {missing}; correct the address"
                yield Finding(page.path, line, BROKEN_LINK, message)


def _missing(key: str, fragment: str, editions: Sequence[Edition]) -> str | None:
    if any(key in edition.broken for edition in editions):
        return None
    pages = [edition.pages[key] for edition in editions if key in edition.pages]
    if not pages:
        return f"there is no page {key}"
    if fragment and not any(fragment in page.anchors for page in pages):
        return f"no language has #{fragment} on {key}"
    return None
