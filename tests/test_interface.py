"""The words of the interface: complete and in NFC in every language, placeholders kept."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from jinja2 import Environment, PackageLoader

from scripts import config as site
from scripts import interface
from scripts.config import SiteError
from tests.conftest import ROOT
from tests.helpers import write

DOCS = ROOT / "docs"
CODES = [language.code for language in site.languages(site.load(ROOT))]
NOT_SHOWN = {"language", "direction"}


@pytest.mark.parametrize("code", CODES)
def test_same_keys(code: str) -> None:
    """Every language has the same words of our own, with the same placeholders."""
    english, words = interface.read(DOCS, "en").site, interface.read(DOCS, code).site
    assert words.keys() == english.keys()
    assert {key: text.count("{}") for key, text in words.items()} == {
        key: text.count("{}") for key, text in english.items()
    }


@pytest.mark.parametrize("code", CODES)
def test_nothing_left_in_english(code: str) -> None:
    """Every key of Material has a text in this language, from Material or from us, with the same counters."""
    material = Environment(loader=PackageLoader("material"))
    english = _texts(material)
    ours = interface.read(DOCS, code).theme
    theirs = material.get_template(f"partials/languages/{code}.html").module if ours.get("language") != code else None
    for key, text in english.items():
        own = ours.get(key) or (theirs and theirs.t(key))  # type: ignore[attr-defined]
        assert own, f"{code}: {key} would show the English “{text}”"
        assert own.count("#") == text.count("#"), key
        assert unicodedata.normalize("NFC", ours.get(key, "")) == ours.get(key, "")
    assert ours.keys() <= english.keys() | NOT_SHOWN


def _texts(material: Environment) -> dict[str, str]:
    source, _, _ = material.loader.get_source(material, "partials/languages/en.html")  # type: ignore[union-attr]
    keys = [line.split('"')[1] for line in source.splitlines() if line.startswith('  "')]
    template = material.get_template("partials/languages/en.html").module
    texts = {key: template.t(key) for key in keys if not key.startswith("search.config")}  # type: ignore[attr-defined]
    return {key: text for key, text in texts.items() if key not in NOT_SHOWN}


WRONG = [
    ("theme: [", "xx.yml"),
    ("site: {}", "two tables"),
    ("{theme: {}, site: {a: 1}}", "site must be a table of texts"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_wrong_files(tmp_path: Path, text: str, said: str) -> None:
    """A file that is not two tables of texts is named."""
    write(tmp_path, {"data/interface/xx.yml": text})
    with pytest.raises(SiteError, match=said):
        interface.read(tmp_path, "xx")
