"""The glossary: each language reads it in its own order, with the names in the other languages."""

from __future__ import annotations

import re

import pytest

from scripts import glossary
from scripts.collation import sort_key
from tests.conftest import ROOT, Site
from tests.real import CODES, VOCABULARIES

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


ABBREVIATION = re.compile(r" \([A-ZА-Я]+\)$")


@pytest.mark.parametrize("code", CODES)
def test_headings_are_terms(code: str) -> None:
    """Each entry has the id and the preferred term of its concept, but for a capital and an abbreviation behind it."""
    terms = {f"{glossary.TERM}{concept.name}": concept.term for concept in VOCABULARIES[code].concepts}
    for id_, heading in _entries(code).items():
        name, term = ABBREVIATION.sub("", heading), terms[id_]
        assert name[0].lower() + name[1:] == term[0].lower() + term[1:]


@pytest.mark.parametrize("code", CODES)
def test_names_in_other_languages(reader: Site, code: str) -> None:
    """Each entry ends with its names in the other languages, each marked as its language and linked to the entry."""
    page = reader.open(f"{code}/{glossary.PAGE}")
    found = page.locator(".site-names").evaluate_all(NAMES)
    expected = {
        id_: [
            [other, f"/{other}/{glossary.PAGE}#{id_}", ABBREVIATION.sub("", _entries(other)[id_]).lower()]
            for other in CODES
            if other != code
        ]
        for id_ in _entries(code)
    }
    assert dict(found) == expected


NAMES = """
all => all.map(list => {
  let heading = list
  while (heading.tagName != "H2") heading = heading.previousElementSibling
  const links = [...list.querySelectorAll("a")]
  return [heading.id, links.map(link => [link.closest("[lang]").lang, link.pathname + link.hash,
    link.textContent.toLowerCase()])]
})
"""
