"""Search: each language finds its own sections, in whatever form a word is typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import config as site
from scripts import search
from tests.conftest import ROOT, Site, reading

CODES = [language.code for language in site.languages(site.load(ROOT))]
QUERIES = Path(__file__).parent / "search"
TOP = 10
"""Sections a reader looks at before trying other words."""

ASK = """
async ({worker, index, queries}) => {
  const asked = new Worker(worker)
  const next = () => new Promise(resolve => { asked.onmessage = event => resolve(event.data) })
  const ready = next()
  asked.postMessage({type: 0, data: {...index, options: {suggest: false}}})
  await ready
  const results = []
  for (const query of queries) {
    const answer = next()
    asked.postMessage({type: 2, data: query})
    results.push((await answer).data.items.flat().filter(item => item.score > 0).sort((a, b) => b.score - a.score)
      .map(item => item.location))
  }
  asked.terminate()
  return results
}
"""
"""Asks Material's own worker; the numbers are its types of messages."""


@pytest.fixture
def reader(address: str, site_folder: Path, chromium: Browser) -> Iterator[Site]:
    """A reader of the real site who searches."""
    with reading(address, site_folder, chromium, searchable=True) as site:
        yield site


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, and the sections that answer it."""

    text: str
    wanted: frozenset[str]


def queries(code: str) -> list[Query]:
    """The queries of tests/search/, one `words | page.md#id page.md#id` a line."""
    lines = (QUERIES / f"{code}.txt").read_text("utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [Query(text.strip(), frozenset(map(_address, wanted.split()))) for text, wanted in pairs]


def _address(target: str) -> str:
    page, _, id_ = target.partition(".md")
    return ("" if page == "index" else f"{page}/") + id_  # the title's section is the page itself


def ask(page: Page, reader: Site, code: str, texts: list[str]) -> list[list[str]]:
    """For each text, the places of the sections found, best first."""
    settings = json.loads(page.locator("#__config").text_content() or "")
    worker = page.evaluate("path => new URL(path, location).href", settings["search"])
    index: dict[str, Any] = json.loads((reader.folder / code / "search/search_index.json").read_text("utf-8"))
    found: list[list[str]] = page.evaluate(ASK, {"worker": worker, "index": index, "queries": texts})
    return found


@pytest.mark.parametrize("code", CODES)
def test_inflected_queries(reader: Site, code: str) -> None:
    """Words typed in another form than the text's find the section that answers them, among the first results."""
    asked = queries(code)
    assert len(asked) >= 20
    page = reader.open(f"{code}/")
    found = ask(page, reader, code, [query.text for query in asked])
    missed = [
        (query.text, sorted(query.wanted), places[:3])
        for query, places in zip(asked, found, strict=True)
        if not query.wanted & set(places[:TOP])
    ]
    assert missed == []


@pytest.mark.parametrize("code", CODES)
def test_queries_name_sections_that_exist(reader: Site, code: str) -> None:
    """Each target of the queries is a place in the index of this language."""
    index = json.loads((reader.folder / code / "search/search_index.json").read_text("utf-8"))
    places = {entry["location"] for entry in index["docs"]}
    assert {target for query in queries(code) for target in query.wanted} <= places


@pytest.mark.parametrize("code", CODES)
def test_only_this_language(reader: Site, code: str) -> None:
    """The index has this language's sections, all of them and no others."""
    own, english = (_texts(reader, code), _texts(reader, "en"))
    assert own.keys() == english.keys()
    if code != "en":
        assert [place for place in own if own[place] == english[place]] == []


def _texts(reader: Site, code: str) -> dict[str, str]:
    """The texts in the index by place; the glossary has an order of its own in each language."""
    index = json.loads((reader.folder / code / "search/search_index.json").read_text("utf-8"))
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert len(texts) == len(index["docs"])
    return texts


@pytest.mark.parametrize("code", CODES)
def test_search_in_the_page(reader: Site, code: str) -> None:
    """A reader types a word, sees results in the page's language, and goes to a section of it."""
    page = reader.open(f"{code}/")
    page.locator("[data-md-component=search-query]").fill(queries(code)[0].text)
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    places = found.evaluate_all("links => links.map(link => link.href)")
    assert all(place.startswith(f"{reader.address}{code}/") for place in places)
    found.first.click()
    page.wait_for_url(places[0])


def test_pasted_words(reader: Site) -> None:
    """Words that come without a key press, pasted or dictated, are searched as well."""
    page = reader.open("hi/")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.insert_text("आउटसोर्सिंग")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


STEMS = [
    # forms of one word share a stem
    ("bg", ["доставчик", "доставчици", "доставчика", "доставчиците", "доставчикът"]),
    ("bg", ["държава", "държави", "държавата", "държавите"]),
    ("bg", ["обаждане", "обаждания", "обажданията"]),
    ("bg", ["център", "центрове", "центъра", "центърът", "центровете"]),
    ("hi", ["कंपनी", "कंपनियाँ", "कंपनियों", "कंपनियां"]),
    ("hi", ["ग्राहक", "ग्राहकों"]),
    ("hi", ["सेवा", "सेवाएँ", "सेवाओं", "सेवाएं"]),
    ("sw", ["mteja", "wateja"]),
    ("sw", ["kituo", "vituo"]),
    ("sw", ["mfanyakazi", "wafanyakazi"]),
    ("sw", ["kazi", "kazini"]),
    # spellings of one word do, too
    ("hi", ["फ़ोन", "फोन"]),
    ("hi", ["पहुँच", "पहुंच"]),
]


@pytest.mark.parametrize(("code", "words"), STEMS)
def test_stems(reader: Site, code: str, words: list[str]) -> None:
    """Our own stemmers, run twice as the search does, bring the forms of a word together."""
    source = (Path(search.__file__).parent / f"{code}.js").read_text("utf-8")
    stems = reader.open("").evaluate(
        "({source, words}) => new Function('words', `${source}; return words.map(word => stem(stem(word)))`)(words)",
        {"source": source, "words": words},
    )
    assert len(set(stems)) == 1, dict(zip(words, stems, strict=True))
