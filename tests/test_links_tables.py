"""links.json and links.csv: what programs and spreadsheets are told of the sections."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from scripts import config as site
from scripts.links import tables
from scripts.places import Place
from tests.conftest import ROOT

CODES = [language.code for language in site.languages(site.load(ROOT))]
URL = "http://127.0.0.1:8000/"
PLACE = Place("a", "b/", 2, {"en": "Calls, “A”", "hi": "कॉल"}, {"en": "", "hi": ""})
LINKS = {"en": "https://x.org/en/b/#a", "hi": "https://x.org/hi/b/#a"}


def test_json() -> None:
    """Programs find each section with its titles and addresses in every language."""
    assert json.loads(tables.as_json("https://x.org/", ["en", "hi"], [PLACE])) == {
        "version": 1,
        "languages": ["en", "hi"],
        "sections": [
            {
                "id": "a",
                "page": "b/",
                "level": 2,
                "titles": {"en": "Calls, “A”", "hi": "कॉल"},
                "links": LINKS,
                "neutral": "https://x.org/go/a/",
                "qr": "https://x.org/go/a/qr.svg",
            }
        ],
    }


def test_csv(tmp_path: Path) -> None:
    """Spreadsheets know by the byte order mark that it is UTF-8, and find the same in one row."""
    tables.write(tmp_path, "https://x.org/", ["en", "hi"], [PLACE])
    file = tmp_path / "links.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,")
    with file.open(encoding="utf-8-sig", newline="") as text:
        header, row = csv.reader(text)
    assert header == ["id", "page", "level", "title_en", "title_hi", "link_en", "link_hi", "neutral", "qr"]
    assert row == [
        "a",
        "b/",
        "2",
        "Calls, “A”",
        "कॉल",
        *LINKS.values(),
        "https://x.org/go/a/",
        "https://x.org/go/a/qr.svg",
    ]


@pytest.fixture(scope="module")
def content(site_folder: Path) -> dict[str, list[dict[str, dict[str, str]]]]:
    """The table for programs of the real site."""
    result: dict[str, list[dict[str, dict[str, str]]]] = json.loads((site_folder / "links.json").read_text("utf-8"))
    return result


def _headings(page: Path) -> set[str]:
    return set(re.findall(r'<h[1-6] id="([^"]+)"', page.read_text("utf-8")))


def test_every_section_is_there(site_folder: Path, content: dict[str, list[dict[str, str]]]) -> None:
    """The table has every heading of the site, and nothing else."""
    pages = list(site_folder.glob("en/**/index.html"))
    assert {section["id"] for section in content["sections"]} == set().union(*map(_headings, pages))
    assert len(content["sections"]) == len({section["id"] for section in content["sections"]})


def test_every_link_resolves(site_folder: Path, content: dict[str, list[dict[str, dict[str, str]]]]) -> None:
    """Every link of both tables leads to its section in its language, to a page, or to a code."""
    with (site_folder / "links.csv").open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    assert [row["id"] for row in rows] == [str(section["id"]) for section in content["sections"]]
    for section, row in zip(content["sections"], rows, strict=True):
        for code in CODES:
            assert section["links"][code] == row[f"link_{code}"]
            assert section["titles"][code] == row[f"title_{code}"]
            address, id_ = urldefrag(row[f"link_{code}"])
            assert id_ in _headings(site_folder / address.removeprefix(URL) / "index.html")
            assert address.startswith(f"{URL}{code}/")
        assert (section["neutral"], section["qr"]) == (row["neutral"], row["qr"])
        assert (site_folder / row["neutral"].removeprefix(URL) / "index.html").is_file()
        assert (site_folder / row["qr"].removeprefix(URL)).is_file()
