"""The cache: the same findings with it and without it, whatever has become of its file."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.parity import gate
from scripts.parity.examine import Examiner
from tests.helpers import described, page, site

TEXT = {
    f"docs/{code}/{key}.md": described(code, page(f"1 {key}, 2 {key}-a") + "\n[X](#nowhere) 86 %\n").replace(
        "size", f"size {key}"
    )
    for code in ("en", "de", "sw")
    for key in ("index", "b", "c")
}


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the pages that are looked at."""
    keys: list[str] = []
    examine = Examiner.examine

    def note(self: Examiner, sources: dict[str, object]) -> object:
        keys.append(next(iter(sources.values())).key)  # type: ignore[attr-defined]
        return examine(self, sources)  # type: ignore[arg-type]

    monkeypatch.setattr(Examiner, "examine", note)
    return keys


def test_only_changed_pages_are_looked_at(tmp_path: Path, examined: list[str]) -> None:
    """A second run looks at nothing, a third at the page that was changed in one language; findings stay the same."""
    root = site(tmp_path, TEXT)
    first = gate.check(root)
    assert first
    assert len(examined) == 3
    assert gate.check(root) == first
    assert len(examined) == 3
    changed = root / "docs/de/b.md"
    changed.write_text(changed.read_text("utf-8") + "\nMehr (Text.\n", "utf-8")
    second = gate.check(root)
    assert examined[3:] == ["b.md"]
    assert [str(finding.rule) for finding in second if finding not in first] == ["extra-block", "unbalanced"]


@pytest.mark.parametrize("name", ["docs/data/termbase.yml", "mkdocs.yml", "docs/data/conventions/de.yml"])
def test_other_judges(tmp_path: Path, examined: list[str], name: str) -> None:
    """If the settings or the data change, every page is looked at again."""
    root = site(tmp_path, TEXT)
    gate.check(root)
    (root / name).write_text((root / name).read_text("utf-8") + "\n# changed\n", "utf-8")
    gate.check(root)
    assert len(examined) == 6


def _lines(root: Path) -> list[list[str]]:
    """The entries: key and JSON."""
    return [line.split("\t") for line in gzip.decompress((root / ".build/parity.gz").read_bytes()).decode().split("\n")]


def _write(root: Path, change: Callable[[str], str]) -> None:
    lines = "\n".join(f"{key}\t{change(entry)}" for key, entry in _lines(root))
    (root / ".build/parity.gz").write_bytes(gzip.compress(lines.encode()))


def _entry(root: Path, change: Callable[[object], object]) -> None:
    _write(root, lambda entry: json.dumps(change(json.loads(entry))))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda root: (root / ".build/parity.gz").write_bytes(b""),
    "not gzip": lambda root: (root / ".build/parity.gz").write_bytes(b"{}"),
    "cut off": lambda root: (root / ".build/parity.gz").write_bytes((root / ".build/parity.gz").read_bytes()[:-200]),
    "not UTF-8": lambda root: (root / ".build/parity.gz").write_bytes(gzip.compress(b"\xff\t{}")),
    "no entries": lambda root: (root / ".build/parity.gz").write_bytes(gzip.compress(b"[]\n{}")),
    "not JSON": lambda root: _write(root, lambda _: "{"),
    "deep": lambda root: _write(root, lambda _: "[" * 100_000),
    "a list": lambda root: _write(root, lambda _: "[]"),
    "numbers": lambda root: _entry(root, lambda _: 1),
    "too short": lambda root: _entry(root, lambda _: [{}]),
    "other pages": lambda root: _entry(root, lambda value: [{"de": [1]}, *value[1:]]),  # type: ignore[index]
    "unknown rule": lambda root: _entry(root, lambda value: [*value[:2], [["p", 1, "x", "m", "", "", ""]]]),  # type: ignore[index]
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_cache_is_as_good_as_none(tmp_path: Path, examined: list[str], damage: str) -> None:
    """A file that cannot be read, or is something else, changes nothing and is written anew."""
    root = site(tmp_path, TEXT)
    first = gate.check(root)
    DAMAGE[damage](root)
    assert gate.check(root) == first
    assert len(examined) == 6
    assert gate.check(root) == first
    assert len(examined) == 6


def test_any_name_of_a_file(tmp_path: Path) -> None:
    """A file among the data whose name is no text changes nothing."""
    root = site(tmp_path, TEXT)
    first = gate.check(root)
    (root / os.fsdecode(b"docs/data/\xff.txt")).touch()
    assert gate.check(root) == first


def test_no_place_to_write(tmp_path: Path) -> None:
    """Where nothing can be written, the check works without a cache."""
    root = site(tmp_path, TEXT)
    (root / ".build").write_text("a file")
    assert gate.check(root) == gate.check(root)


def test_front_matter_that_json_cannot_hold(tmp_path: Path, examined: list[str]) -> None:
    """A page with a date in its front matter has its finding as ever, and is looked at each time, but only that."""
    text = TEXT["docs/en/b.md"].replace("---\n", "---\ndate: 2026-11-21\n", 1)
    root = site(tmp_path, {**TEXT, "docs/en/b.md": text})
    first = gate.check(root)
    assert "unknown-key" in {finding.rule.name for finding in first}
    assert gate.check(root) == first
    assert examined[3:] == ["b.md"]


def test_forgets_what_is_gone(tmp_path: Path) -> None:
    """The cache holds what the last run needed, so it stays small."""
    root = site(tmp_path, TEXT)
    gate.check(root)
    for code in ("en", "de", "sw"):
        (root / f"docs/{code}/c.md").unlink()
    gate.check(root)
    assert len(_lines(root)) == 2
