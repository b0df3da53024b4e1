"""Verifying: what a finished site must not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.verify import verify
from tests.helpers import write

URL = "https://example.org/learn/"
PAGE = '<html lang="{code}"><h1 id="a">A</h1><p id="b"></p>{body}</html>'

CASES = [
    # addresses that are there
    ("", []),
    ('<a href="">x</a><a href="#b">x</a><a href="../de/#a">x</a><a href="/learn/en/#a">x</a>', []),
    ('<a href="https://example.org/learn/de/">x</a><a href="https://elsewhere.org/x">x</a>', []),
    ('<link rel="canonical" href="https://elsewhere.org/"><img src="data:image/gif;base64,x"><img src="p.png">', []),
    ('<a href="..">x</a>', []),
    ('<a href="mailto:a@example.org">x</a>', []),
    # addresses that are not
    ('<a href="x/">x</a>', ["en/index.html: link to x/: there is no file en/x/index.html"]),
    ('<a href="#c">x</a>', ["en/index.html: link to #c: en/index.html has no place #c"]),
    ('<img src="q.png">', ["en/index.html: link to q.png: there is no file en/q.png"]),
    (
        '<a href="/en/">x</a>',
        ["en/index.html: link to /en/ leaves the site, which begins at https://example.org/learn/"],
    ),
    # requests to elsewhere
    (
        '<script src="https://cdn.example.com/x.js"></script>',
        ["en/index.html: loads https://cdn.example.com/x.js from another origin"],
    ),
    (
        '<link rel="stylesheet" href="//fonts.example.com/x.css">',
        ["en/index.html: loads //fonts.example.com/x.css from another origin"],
    ),
    (
        '<img src="p.png" srcset="p.png 1x, https://cdn.example.com/q.png 2x">',
        ["en/index.html: loads https://cdn.example.com/q.png from another origin"],
    ),
    (
        '<p style="background: url(https://cdn.example.com/q.png)"></p>',
        ["en/index.html: loads https://cdn.example.com/q.png from another origin"],
    ),
    # ids that stand twice, addresses that are none
    ('<p id="b"></p>', ["en/index.html: id b stands more than once"]),
    ('<a href="http://[x">x</a>', ["en/index.html: link to http://[x: Invalid IPv6 URL"]),
    ('<a href="p.png#x">x</a>', []),
    # sections that the other language does not have
    ('<h2 id="c">C</h2>', ["de/index.html: sections differ from en/index.html"]),
]


@pytest.mark.parametrize(("body", "faults"), CASES)
def test_pages(tmp_path: Path, body: str, faults: list[str]) -> None:
    """Every fault of a finished page is named once."""
    write(
        tmp_path,
        {
            "index.html": "<html></html>",
            "en/index.html": PAGE.format(code="en", body=body),
            "de/index.html": PAGE.format(code="de", body=""),
            "en/p.png": "",
        },
    )
    assert verify(tmp_path, URL, ["en", "de"]) == faults


def test_stylesheets(tmp_path: Path) -> None:
    """A stylesheet that asks another origin is named; one that asks its own is not."""
    write(tmp_path, {"en/a.css": "@import url(https://x.org/a.css); p {background: url('b.png')} i {fill: url(#c)}"})
    assert verify(tmp_path, URL, ["en"]) == ["en/a.css: loads https://x.org/a.css from another origin"]


def test_language(tmp_path: Path) -> None:
    """A page that claims another language than its folder is named."""
    write(tmp_path, {"en/index.html": PAGE.format(code="de", body="")})
    assert verify(tmp_path, URL, ["en"]) == ["en/index.html: lang is “de”, expected “en”"]


@pytest.mark.parametrize(
    ("page", "ids", "faults"),
    [
        ("bpo", "cb", ["de/bpo/index.html: sections differ from en/bpo/index.html"]),
        ("glossary", "cb", []),
        ("glossary", "bd", ["de/glossary/index.html: sections differ from en/glossary/index.html"]),
    ],
)
def test_order(tmp_path: Path, page: str, ids: str, faults: list[str]) -> None:
    """Sections have the same order in all languages, but for the glossary, which each language sorts for itself."""
    for code, order in (("en", "bc"), ("de", ids)):
        headings = "".join(f'<h2 id="{id_}">H</h2>' for id_ in order)
        write(tmp_path, {f"{code}/{page}/index.html": f'<html lang="{code}">{headings}</html>'})
    assert verify(tmp_path, URL, ["en", "de"]) == faults
