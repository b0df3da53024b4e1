"""The glossary: each language reads it in its own order."""

from __future__ import annotations

import re

import pytest

from scripts import glossary
from scripts.collation import sort_key
from tests.conftest import ROOT, Site
from tests.mutants import CODES

TARGETS = "all => all.map(one => one.hash.slice(1))"
HEADING = re.compile(r"^## (.*) \{ #([\w-]+) \}$", re.MULTILINE)


def _entries(code: str) -> dict[str, str]:
    """The headings of the real glossary by id."""
    text = (ROOT / "docs" / code / "glossary.md").read_text("utf-8")
    return {id_: heading for heading, id_ in HEADING.findall(text)}


def test_sorted_entries() -> None:
    """Entries move with their texts; what comes before them and the footnotes stay."""
    start, first, second, end = (
        "# G { #g }\n\nText.\n\n",
        "## B { #b }\n\nOf b.[^n]\n\n### C { #c }\n\n",
        "## A { #a }\n\nOf a.\n\n",
        "[^n]: N.\n[^m]: M.\n",
    )
    assert glossary.ordered(start + first + second + end, str) == start + second + first + end


@pytest.mark.parametrize("code", CODES)
def test_order_on_the_page(reader: Site, code: str) -> None:
    """Page, table of contents and search index have the entries in the order of the language."""
    page = reader.open(f"{code}/{glossary.PAGE}")
    own = _entries(code)
    expected = sorted(own, key=lambda id_: sort_key(code)(own[id_]))
    assert page.locator("article h2").evaluate_all("all => all.map(one => one.id)") == expected
    links = page.locator(".md-sidebar--secondary .md-nav__link").evaluate_all(
        "all => all.map(one => one.hash.slice(1))"
    )
    assert [id_ for id_ in links if id_ in own] == expected
    index = page.request.get(f"{reader.address}{code}/search/search_index.json").json()
    found = [entry["location"].removeprefix(f"{glossary.PAGE}#") for entry in index["docs"]]
    assert [id_ for id_ in found if id_ in own] == expected
