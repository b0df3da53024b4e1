"""The rules explain themselves, and the contributor guide has the explanations as they are."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import scripts.links
import scripts.parity
from scripts.parity import explain
from scripts.parity.__main__ import main
from scripts.parity.model import Rule
from tests.conftest import ROOT


@pytest.mark.parametrize("name", explain.RULES)
def test_explanations(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Each rule has a sentence, a bad example and a good one that differ."""
    rule = explain.RULES[name]
    assert rule.meaning.endswith(".")
    assert rule.bad != rule.good
    assert main(["--explain", name]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{name}: {rule.meaning}\n\nBad:\n    ")
    assert rule.good.splitlines()[-1] in printed


def test_guide_is_current(tmp_path: Path) -> None:
    """CONTRIBUTING.md has what `make rules` would write."""
    guide = tmp_path / "CONTRIBUTING.md"
    guide.write_bytes((ROOT / "CONTRIBUTING.md").read_bytes())
    explain.write(guide)
    assert guide.read_text("utf-8") == (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("wrong", [["--language", "fr"], ["--page", "none"]])
def test_unknown_language_or_page(capsys: pytest.CaptureFixture[str], wrong: list[str]) -> None:
    """A language or page that does not exist is not taken for one without findings."""
    assert main(["--root", str(ROOT), *wrong]) == 2
    assert wrong[1] in capsys.readouterr().err


@pytest.mark.parametrize("right", [["--language", "hi"], ["--page", "bpo"], ["--page", "bpo.md"]])
def test_known_language_or_page(right: list[str]) -> None:
    """One that exists narrows the run."""
    assert main(["--root", str(ROOT), *right]) == 0


def test_unknown_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that does not exist is a wrong use of the command."""
    with pytest.raises(SystemExit) as end:
        main(["--explain", "no-such-rule"])
    assert end.value.code == 2
    assert "no-such-rule" in capsys.readouterr().err


def test_every_rule_is_explained() -> None:
    """A rule that a finding can have is one that can be asked for, and that an exception can name."""
    rules = {
        value.name
        for package in (scripts.parity, scripts.links)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        if not module.name.endswith("__main__")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Rule)
    }
    assert rules == set(explain.RULES)
