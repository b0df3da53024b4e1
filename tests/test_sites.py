"""The whole check on a small site in all languages: every finding, with its place and all of its fields."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import config as site
from scripts.parity import gate
from scripts.parity.examine import Examiner
from tests.conftest import ROOT
from tests.helpers import CONFIG, LEDGER, ledger, told, write
from tests.real import CODES

DATA = yaml.safe_load(Path(__file__).with_name("sites.yml").read_text("utf-8"))
PAGES: dict[str, str] = DATA["pages"]
SETTINGS = CONFIG.replace(
    "- {locale: sw", "- {locale: bg, name: Български}\n      - {locale: hi, name: हिन्दी}\n      - {locale: sw"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site without any fault; what the pages are looked at with is loaded once, since no case changes it."""
    root = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "docs/data", root / "docs/data")
    homes = {"start": "index", "prices": "index", "more": "more", "rest": "more"}
    write(root, {"mkdocs.yml": SETTINGS, LEDGER: ledger(homes), **PAGES})
    examiner = Examiner(site.load(root), tuple(CODES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scripts.parity.survey.Examiner", lambda *_: examiner)
        yield root


@pytest.fixture
def edited(root: Path, case: dict[str, Any]) -> Iterator[Path]:
    """The site with the edits of `case`: texts replaced in a file, or a whole file, or none in its place."""
    before = {name: (root / name).read_text("utf-8") if (root / name).exists() else None for name in case["edits"]}
    for name, edit in case["edits"].items():
        _put(root / name, _replaced(before[name] or "", edit) if isinstance(edit, dict) else edit)
    yield root
    for name, text in before.items():
        _put(root / name, text)


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    else:
        path.write_text(text, "utf-8")


def _replaced(text: str, edit: dict[str, str]) -> str:
    for old, new in edit.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def _told(root: Path) -> list[str]:
    return [f"{finding.path}:{told(finding)}" for finding in gate.check(root)]


@pytest.mark.parametrize("case", DATA["cases"], ids=count())
def test_sites(edited: Path, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check says of a site with a few edits, be it in one process, in several, or from the cache."""
    cache = edited / ".build/parity.gz"
    for worth_it in (100, 1):
        cache.unlink(missing_ok=True)
        monkeypatch.setattr("scripts.parity.survey.WORTH_IT", worth_it)
        assert _told(edited) == case["finds"]
    assert _told(edited) == case["finds"]
