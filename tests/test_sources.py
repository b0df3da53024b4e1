"""The list of sources: every footnote of the language once, in its order, with the pages that cite it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.collation import sort_key
from tests.conftest import ROOT, Site
from tests.real import CODES

NOTE = re.compile(r"^\[\^([^\]]+)\]: ", re.MULTILINE)
ASK = """
all => all.map(item => [
  item.id,
  item.innerText.split("\\n")[0],
  [...item.querySelectorAll(".site-sources__pages a")].map(link => link.pathname + link.hash),
])
"""


@pytest.mark.parametrize("code", CODES)
def test_list_of_sources(reader: Site, code: str) -> None:
    """Each footnote of each page is listed once, sorted as the language is, with links to where it is cited."""
    pages = {path.stem: NOTE.findall(path.read_text("utf-8")) for path in (ROOT / "docs" / code).glob("*.md")}
    found = reader.open(f"{code}/sources/").locator(".site-sources > li").evaluate_all(ASK)
    assert {id_: set(links) for id_, _, links in found} == {
        f"source-{label}": {
            f"/{code}/{'' if key == 'index' else f'{key}/'}#fnref:{label}" for key in pages if label in pages[key]
        }
        for label in {label for labels in pages.values() for label in labels}
    }
    assert len(found) == len({id_ for id_, _, _ in found})
    texts = [text for _, text, _ in found]
    assert texts == sorted(texts, key=sort_key(code))
    assert not [text for text in texts if "↩" in text]


def test_not_in_the_search(site_folder: Path) -> None:
    """A search for a source finds the pages that cite it."""
    index = (site_folder / "en/search/search_index.json").read_text("utf-8")
    assert "Cited on:" not in index
