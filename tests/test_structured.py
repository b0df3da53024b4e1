"""What pages say about themselves in the words of schema.org: complete, true, and no danger to the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts import config as site
from scripts.render import render
from tests.conftest import ROOT
from tests.head import Head, pages

LANGUAGES = site.languages(site.load(ROOT))
CODES = [language.code for language in LANGUAGES]
ADDRESS = "http://127.0.0.1:8000/"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Type:
    """What an object of a type must and may say."""

    required: frozenset[str]
    """By search engines, or to be of use to anyone."""
    optional: frozenset[str] = frozenset()
    """What schema.org has beyond that and we say somewhere."""


def _type(required: str, optional: str = "") -> Type:
    return Type(frozenset(required.split()), frozenset(optional.split()))


TYPES = {
    # https://schema.org/WebSite; Google wants name and url:
    # https://developers.google.com/search/docs/appearance/site-names
    "WebSite": _type("@id name url", "description inLanguage image license"),
    # https://schema.org/Article; Google requires nothing and recommends headline and image, of what we know:
    # https://developers.google.com/search/docs/appearance/structured-data/article
    "Article": _type("headline image url description inLanguage license mainEntityOfPage isPartOf"),
    # https://developers.google.com/search/docs/appearance/structured-data/breadcrumb, at least two entries
    "BreadcrumbList": _type("itemListElement"),
    "ListItem": _type("position name item"),
    # https://schema.org/DefinedTermSet and https://schema.org/DefinedTerm; a term has no inLanguage, its set has
    "DefinedTermSet": _type(
        "name url description inLanguage hasDefinedTerm", "image license mainEntityOfPage isPartOf"
    ),
    "DefinedTerm": _type("name url description inDefinedTermSet"),
}
ADDRESSES = {"@id", "url", "image", "mainEntityOfPage", "item", "inDefinedTermSet"}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a type in `value`, at any depth."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def _data(path: Path) -> Any:
    (data,) = Head.of(path).data
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


@pytest.mark.parametrize("code", CODES)
def test_properties(site_folder: Path, code: str) -> None:
    """Every object has what its type needs and nothing that the type does not know, and none of it is empty."""
    for path in pages(site_folder, code):
        for found in _objects(_data(path)):
            type_ = TYPES[found["@type"]]
            assert type_.required <= found.keys(), path
            assert found.keys() <= type_.required | type_.optional | {"@type"}, path
            assert all(found.values()), path


@pytest.mark.parametrize("code", CODES)
def test_addresses(site_folder: Path, code: str) -> None:
    """Every address is a full one and leads to something that is there."""
    for path in pages(site_folder, code):
        for found in _objects(_data(path)):
            for address in (found[name] for name in ADDRESSES & found.keys()):
                assert address.startswith(ADDRESS), path
                file, _, fragment = address.removeprefix(ADDRESS).partition("#")
                target = site_folder / file / ("index.html" if file.endswith("/") else "")
                assert target.is_file(), address
                assert not fragment or f' id="{fragment}"' in target.read_text("utf-8"), address


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_pages(site_folder: Path, language: site.Language) -> None:
    """The start page is the site, the glossary its terms, each other page an article, with the way there."""
    start = f"{ADDRESS}{language.code}/"
    for path in pages(site_folder, language.code):
        head = Head.of(path)
        url, name = head.metas["og:url"], head.metas["og:title"]
        about, *ways = _data(path)
        assert (about["url"], about["inLanguage"], about["license"]) == (url, language.code, LICENSE)
        assert about["image"] == head.metas["og:image"]
        if url == start:
            assert (about["@type"], about["name"], ways) == ("WebSite", language.title, [])
            continue
        kind, title = ("DefinedTermSet", "name") if url.endswith("/glossary/") else ("Article", "headline")
        assert (about["@type"], about[title], about["mainEntityOfPage"]) == (kind, name, url)
        assert about["description"] == head.metas["description"]
        assert about["isPartOf"] == {"@type": "WebSite", "@id": start, "url": start, "name": language.title}
        ((steps),) = [way["itemListElement"] for way in ways]
        assert [(step["position"], step["name"], step["item"]) for step in steps] == [
            (1, language.title, start),
            (2, name, url),
        ]


@pytest.mark.parametrize("code", CODES)
def test_terms(site_folder: Path, code: str) -> None:
    """The glossary's terms are its entries, each with the first sentence of its page, as plain text."""
    source = (ROOT / f"docs/{code}/glossary.md").read_text("utf-8")
    entries = re.findall(r"^## (.+?) \{ #(term-[\w-]+) \}\n\n(.+)$", source, re.MULTILINE)
    about = _data(site_folder / code / "glossary/index.html")[0]
    said = {(term["name"], term["url"].partition("#")[2], term["description"]) for term in about["hasDefinedTerm"]}
    assert said == {
        (name, id_, re.sub(r"\[\^[\w-]+\]|\*", "", re.sub(r"\[([^]^]+)\]\([^)]*\)", r"\1", sentence)))
        for name, id_, sentence in entries
    }
    assert len(entries) > 40


@pytest.mark.parametrize("code", CODES)
def test_letters(site_folder: Path, code: str) -> None:
    """Letters of every script are written as they are; escaped is only what could end the script."""
    for path in pages(site_folder, code):
        script = path.read_text("utf-8").split('<script type="application/ld+json">')[1].split("</script>")[0]
        assert set(re.findall(r"\\u\w{4}", script)) <= {r"\u003c", r"\u003e", r"\u0026", r"\u0027"}


ODD = "Says “a” & \"b\" to 'c' </script><b>d</b> \\ and the end"


def test_odd_texts_under_a_path(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts with characters of HTML and JSON arrive unchanged, and a site under a path has it in its addresses."""
    page = project / "docs/en/bpo.md"
    _, _, body = page.read_text("utf-8").split("---\n", 2)
    body = re.sub("# .* {", "# Work & “calls” &lt;/script> {", body, count=1)
    page.write_text(f"---\ndescription: {json.dumps(ODD)}\n---\n{body}", "utf-8")
    monkeypatch.setenv("SITE_URL", "https://example.org/learn")
    stage = tmp_path_factory.mktemp("stage")
    assert render(project, stage, ["en"]) == []
    about, way = _data(stage / "en/bpo/index.html")
    assert about["description"] == ODD
    assert about["headline"] == "Work & “calls” </script>"
    assert about["url"] == way["itemListElement"][1]["item"] == "https://example.org/learn/en/bpo/"
    assert about["isPartOf"]["url"] == way["itemListElement"][0]["item"] == "https://example.org/learn/en/"
    assert about["image"] == "https://example.org/learn/social/en.png"


@pytest.mark.parametrize(
    "text", ["", "# Glossary { #glossary }\n\n## Agent { #term-agent }\n\n## Agnet { #term-agnet }\n"]
)
def test_page_being_written(project: Path, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """A preview is not stopped by a page that has no heading or no text yet."""
    (project / "docs/en/glossary.md").write_text(text, "utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("strict: true", "strict: false"), "utf-8")
    stage = tmp_path_factory.mktemp("stage")
    render(project, stage, ["en"])  # tells of links to the entries that are not there
    assert _data(stage / "en/glossary/index.html")[1]["@type"] == "BreadcrumbList"
