"""Places: what the hook notes of each language, and how the languages are joined."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import places
from scripts.config import SiteError
from scripts.render import render
from tests.helpers import described, write
from tests.helpers import site as small_site


def _entry(id_: str, title: str = "", page: str = "bpo/") -> dict[str, object]:
    return {"id": id_, "page": page, "level": 2, "title": title, "description": "D"}


def test_joins_languages(tmp_path: Path) -> None:
    """A place has its titles in all languages and one address in each."""
    write(tmp_path, {f"{code}/places.json": json.dumps([_entry("a", f"A {code}")]) for code in ("en", "de")})
    (place,) = places.read(tmp_path, ["en", "de"])
    assert place == places.Place("a", "bpo/", 2, {"en": "A en", "de": "A de"}, {"en": "D", "de": "D"})
    assert place.address("de") == "de/bpo/#a"


def test_glossary_has_its_own_order(tmp_path: Path) -> None:
    """Entries of the glossary stand in another order in each language, and are joined by their ids."""
    orders = {"en": ["a", "b"], "de": ["b", "a"]}
    editions = {code: [_entry(id_, f"{id_} {code}", "glossary/") for id_ in ids] for code, ids in orders.items()}
    write(tmp_path, {f"{code}/places.json": json.dumps(entries) for code, entries in editions.items()})
    found = places.read(tmp_path, ["en", "de"])
    assert [dict(place.titles) for place in found] == [{"en": "a en", "de": "a de"}, {"en": "b en", "de": "b de"}]


WRONG = [
    ({"en": [_entry("a"), _entry("b")], "de": [_entry("b"), _entry("a")]}, "other sections than en"),
    ({"en": [_entry("a", page="glossary/")], "de": [_entry("b", page="glossary/")]}, "other sections than en"),
    ({"en": [_entry("a")], "de": [_entry("b")]}, "de: the rendered pages have other sections than en"),
    ({"en": [_entry("a")], "de": []}, "de: the rendered pages have other sections than en"),
    ({"en": [_entry("a")]}, "de/places.json"),
]


@pytest.mark.parametrize(("editions", "said"), WRONG)
def test_languages_that_differ(tmp_path: Path, editions: dict[str, object], said: str) -> None:
    """Languages with other places, or with none, cannot be joined."""
    write(tmp_path, {f"{code}/places.json": json.dumps(entries) for code, entries in editions.items()})
    with pytest.raises(SiteError, match=said):
        places.read(tmp_path, ["en", "de"])


def test_hook(tmp_path: Path) -> None:
    """Places come in the order of the navigation, with headings as plain text and the page's description."""
    body = "# T &amp; *U* { #t }\n\n## “A” `b` { #a }\n\nText.\n"
    root = small_site(
        tmp_path, {"docs/en/index.md": described("en", body), "docs/en/b.md": "# B { #b }\n", "docs/en/c.md": "# C\n"}
    )
    hook = Path(places.__file__).parent / "hooks" / "places.py"
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"hooks: [{hook}]\nnav: [c.md, index.md, b.md]\n")
    assert render(root, root / "site", ["en"]) == []
    found = places.read(root / "site", ["en"])
    assert [(place.page, place.id, place.level, place.titles["en"]) for place in found] == [
        ("c/", "c", 1, "C"),
        ("", "t", 1, "T & U"),
        ("", "a", 2, "“A” b"),
        ("b/", "b", 1, "B"),
    ]
    assert found[1].descriptions["en"].startswith("What a page of this size")


def test_nothing_is_left(site_folder: Path) -> None:
    """The notes of the languages are not published."""
    assert list(site_folder.rglob(places.FILE)) == []
