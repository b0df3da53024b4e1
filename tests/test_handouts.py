"""Handouts: tagged PDF with bookmarks, links, page numbers, codes that phones read, and the letters of every script."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser
from pypdf import PdfReader

from scripts import browser
from scripts import config as site
from scripts.config import SiteError
from scripts.handouts import Handout, handouts, press
from scripts.handouts.__main__ import make
from scripts.render import render
from tests.conftest import ROOT

HINDI = Handout("hi", ("call-center/",))
WORKSHEET = Handout("de", ("check-yourself/",))
BOTH = Handout("bg", ("bpo/", "difference/"))
DOTS = 150
"""In an inch; a printer has more."""


@dataclass(frozen=True, slots=True)
class Made:
    """A handout that was printed from the real site."""

    content: bytes
    reader: PdfReader
    texts: list[str]
    """Of each page, without white space: where letters are joined, readers see blanks that are none."""
    codes: list[tuple[str, float]]
    """What a phone reads from its QR codes, and their width in mm."""
    sections: list[dict[str, Any]]
    """What links.json says about its sections."""


@pytest.fixture(scope="module")
def made(site_folder: Path, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[Handout, Made]:
    """Handouts of a page with drawings, one with answers, and two together."""
    stage = tmp_path_factory.mktemp("handouts") / "site"
    shutil.copytree(site_folder, stage)
    make([HINDI, WORKSHEET, BOTH], site.load(ROOT), stage, chromium)
    sections = json.loads((stage / "links.json").read_text("utf-8"))["sections"]
    return {
        handout: _read(stage / handout.path, [section for section in sections if section["page"] in handout.pages])
        for handout in (HINDI, WORKSHEET, BOTH)
    }


def _read(file: Path, sections: list[dict[str, Any]]) -> Made:
    pages = list(pypdfium2.PdfDocument(file))
    pictures = [page.render(scale=DOTS / 72, grayscale=True) for page in pages]
    found = [
        code
        for picture in pictures
        for code in zxingcpp.read_barcodes(
            memoryview(bytes(picture.buffer)).cast("B", (picture.height, picture.stride))
        )
    ]
    return Made(
        file.read_bytes(),
        PdfReader(file),
        ["".join(page.get_textpage().get_text_range().split()) for page in pages],
        [(code.text, (code.position.top_right.x - code.position.top_left.x) / DOTS * 25.4) for code in found],
        sections,
    )


def _links(made: Made) -> Iterator[Any]:
    """The links of a PDF."""
    return (link.get_object() for page in made.reader.pages for link in page.get("/Annots", []))


def _bookmarks(outline: Any) -> Iterator[str]:
    """The bookmarks of a PDF, each followed by those below it."""
    return chain.from_iterable(_bookmarks(entry) if isinstance(entry, list) else [entry.title] for entry in outline)


def _tags(node: Any) -> Iterator[Any]:
    """The tags of a PDF, from any of them downwards."""
    node = node.get_object()
    children = node if isinstance(node, list) else [node["/K"]] if isinstance(node, dict) and "/K" in node else []
    if isinstance(node, dict) and "/S" in node:
        yield node
    yield from chain.from_iterable(_tags(child) for child in children)


def test_names() -> None:
    """There is a handout of each page and one of all, in every language."""
    assert [handout.path for handout in handouts(["en", "hi"], ["", "bpo/", "a/b/"])] == [
        *(f"en/handouts/{name}.pdf" for name in ("all", "index", "bpo", "a-b")),
        *(f"hi/handouts/{name}.pdf" for name in ("all", "index", "bpo", "a-b")),
    ]


def test_tagged(made: dict[Handout, Made]) -> None:
    """The PDF has its language, title and structure; drawings and codes have their text alternatives."""
    root: Any = made[HINDI].reader.root_object
    assert root["/Lang"] == "hi"
    assert root["/MarkInfo"]["/Marked"]
    assert made[HINDI].reader.metadata.title.startswith("कॉल सेंटर क्या है?")  # type: ignore[union-attr]
    tags = list(_tags(root["/StructTreeRoot"]["/K"]))
    kinds = [tag["/S"] for tag in tags]
    sections = made[HINDI].sections
    assert (kinds.count("/H1"), kinds.count("/H2")) == (1, len(sections) - 1)
    assert {"/Table", "/TH", "/L", "/LI", "/P", "/Link"} <= set(kinds)
    alternatives = [tag.get("/Alt", "") for tag in tags if tag["/S"] == "/Figure"]
    page = (ROOT / "docs/hi/call-center.md").read_text("utf-8")
    drawings = re.findall(r'data-drawing="[\w-]+" markdown>\n\n(.+?)\n\n', page, re.DOTALL)
    assert drawings
    assert {" ".join(text.split()) for text in drawings} <= set(alternatives)
    assert {f"“{section['titles']['hi']}” का QR कोड" for section in sections} <= set(alternatives)


@pytest.mark.parametrize(("handout", "more"), [(HINDI, []), (WORKSHEET, ["Antworten"])], ids=["hi", "de"])
def test_bookmarks(made: dict[Handout, Made], handout: Handout, more: list[str]) -> None:
    """The bookmarks are the headings, also those of several lines."""
    titles = [section["titles"][handout.code] for section in made[handout].sections]
    assert [title.replace("\xa0", " ") for title in _bookmarks(made[handout].reader.outline)] == titles + more


@pytest.mark.parametrize("handout", [HINDI, WORKSHEET, BOTH], ids=lambda handout: handout.path)
def test_links_and_codes(made: dict[Handout, Made], handout: Handout) -> None:
    """Each section has its link and, 2 cm wide with its border, its code; links within the handout stay in it."""
    own, neutral = made[handout], {section["neutral"] for section in made[handout].sections}
    addresses = {link["/A"]["/URI"] for link in _links(own) if "/URI" in link.get("/A", {})}
    assert neutral <= addresses
    assert sorted(text for text, _ in own.codes) == sorted(neutral)
    assert all(14 < width < 20 for _, width in own.codes)
    inside = [link["/Dest"] for link in _links(own) if "/Dest" in link]
    assert inside
    assert {name.removeprefix("/") for name in inside} <= {
        name.removeprefix("/") for name in own.reader.named_destinations
    }
    assert all(re.match(r"https?://(127\.0\.0\.1:8000/|[^/]+\.[a-z]+/)", address) for address in addresses)
    here = tuple(f"http://127.0.0.1:8000/{handout.code}/{page}" for page in handout.pages)
    assert [address for address in addresses if address.startswith(here)] == []


def test_page_numbers(made: dict[Handout, Made]) -> None:
    """Each page has its number at its foot, and the license."""
    texts = made[HINDI].texts
    assert len(texts) > 2
    for number, text in enumerate(texts, start=1):
        assert f"{number}/{len(texts)}" in text
        assert "CCBY4.0" in text


def test_letters(made: dict[Handout, Made]) -> None:
    """Whoever searches or hears the PDF finds the words in their own letters, also in drawings, set in our fonts."""
    text = "".join(made[HINDI].texts)
    for section in made[HINDI].sections:
        assert "".join(section["titles"]["hi"].split()) in text
    for word in ("नंबर:ग्राहकडायलकरताहै", "याकॉलबैक", "कौशल", "इंटरैक्टिववॉइसरिस्पॉन्स", "प्रशिक्षक"):
        assert word in text, word
    assert {font.split("-")[0] for font in press.fonts(made[HINDI].content)} == {"NotoSans", "NotoSansDevanagari"}


def test_worksheet(made: dict[Handout, Made]) -> None:
    """No answer stands among the questions; the first page says where they are."""
    texts = made[WORKSHEET].texts
    number = re.search(r"DieAntwortenstehenaufSeite(\d+)\.", texts[0])
    assert number
    first = int(number[1])
    answer = "BeiBPOführteinexternerDienstleisterdenProzessaus"
    assert [answer in text for text in texts].index(True) == first - 1
    questions = [section["titles"]["de"] for section in made[WORKSHEET].sections if section["level"] == 3]
    for question in questions:
        assert ["".join(question.split()) in text for text in texts[first - 1 :]].count(True) == 1, question


def test_pages_together(made: dict[Handout, Made]) -> None:
    """The contents of several pages say where each begins, and each has its own footnotes."""
    own = made[BOTH]
    numbers = press.page_numbers(own.content)
    for section in own.sections:
        if section["level"] == 1:
            title = "".join(section["titles"]["bg"].split())
            assert f"{title}{numbers[section['id']]}" in own.texts[0]
            assert title in own.texts[numbers[section["id"]] - 1]
    notes = {name for name in numbers if "-fn:" in name}
    assert {name.split("-fn:")[0] for name in notes} == {"bpo", "difference"}


def test_trainers_find_them(project: Path, monkeypatch: pytest.MonkeyPatch, site_folder: Path) -> None:
    """The page for trainers links to every handout of its language, but only in a site that has them."""
    assert ".pdf" not in (site_folder / "en/trainers/index.html").read_text("utf-8")
    monkeypatch.setenv("SITE_HANDOUTS", "1")
    assert render(project, project / "stage", ["en"]) == []
    text = (project / "stage/en/trainers/index.html").read_text("utf-8")
    sections = json.loads((site_folder / "links.json").read_text("utf-8"))["sections"]
    pages = [section["page"] for section in sections if section["level"] == 1]
    assert re.findall(r'href="../../([^"]+\.pdf)"', text) == [handout.path for handout in handouts(["en"], pages)]


WRONG = [
    ({}, "/no/such/chromium", "no/such/chromium"),
    ({"OLDEST": 999}, None, "need Chromium 999 or newer"),
]


@pytest.mark.parametrize(("settings", "executable", "said"), WRONG)
def test_no_chromium(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, int], executable: str | None, said: str
) -> None:
    """A Chromium that is missing or too old is named."""
    for name, value in settings.items():
        monkeypatch.setattr(press, name, value)

    def start() -> None:
        with press.chromium(executable or browser.find()):
            pass

    with ThreadPoolExecutor() as threads, pytest.raises(SiteError, match=said):
        threads.submit(start).result()  # in this thread a browser may be running


def test_missing_fonts(address: str, chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """A handout in other letters than ours is refused, and it is said what to install."""
    monkeypatch.setattr(press, "FONTS", ("NotoSansDevanagari-",))
    given = {"root": address, "words": {"share-qr": ""}, "cover": {"license": ""}}
    with pytest.raises(SiteError, match=r"en/difference/ is set in NotoSans-.*; install Noto Sans"):
        press.pdf(chromium, address, ["en/difference/"], given)
