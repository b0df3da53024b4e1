"""The list of sources: the footnotes of all pages of a language, each once, with the pages that cite it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.pages import Page

# What Python-Markdown makes of a footnote; the check has seen to it that each is one paragraph or more.
NOTE = re.compile(r'<li id="fn:([^"]+)">\s*(.*?)\s*</li>', re.DOTALL)
BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref".*?</a>', re.DOTALL)
EDGES = re.compile(r"^<p>|</p>$")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Cited:
    """A footnote of a language."""

    label: str
    text: str
    """As HTML."""
    pages: list[Page]
    """Those that cite it, in the order of the navigation."""


def cited(pages: Iterable[Page], key: Callable[[str], Any]) -> list[Cited]:
    """The footnotes of the rendered `pages`, sorted by `key` of their plain texts."""
    found: dict[str, Cited] = {}
    for page in pages:
        for label, note in NOTE.findall(page.content or ""):
            text = EDGES.sub("", BACK.sub("", note).strip())
            found.setdefault(label, Cited(label, text, [])).pages.append(page)
    return sorted(found.values(), key=lambda source: key(html.unescape(TAG.sub("", source.text))))
