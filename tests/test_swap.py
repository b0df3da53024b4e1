"""Swapping: the old site or the new one, never a part of either."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import swap
from scripts.config import SiteError
from tests.helpers import tree, write


def test_first_site(tmp_path: Path) -> None:
    """Where there was no site, the new one takes the place."""
    with swap.staging(tmp_path) as stage:
        write(stage, {"index.html": "new"})
        swap.swap(stage, tmp_path / "site")
    assert tree(tmp_path / "site") == {"index.html": b"new"}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_next_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    """The new site replaces the old one whole, also on systems that cannot exchange folders."""
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    write(tmp_path / "site", {"old.html": "old"})
    with swap.staging(tmp_path) as stage:
        write(stage, {"index.html": "new"})
        swap.swap(stage, tmp_path / "site")
    assert tree(tmp_path / "site") == {"index.html": b"new"}
    assert sorted(path.name for path in (tmp_path / swap.STAGE).iterdir()) == ["lock"]


def test_failure(tmp_path: Path) -> None:
    """If something goes wrong on the way, the old site stays and the new one goes."""
    write(tmp_path / "site", {"old.html": "old"})
    before = tree(tmp_path / "site")
    with pytest.raises(RuntimeError), swap.staging(tmp_path) as stage:
        write(stage, {"index.html": "new"})
        raise RuntimeError
    assert tree(tmp_path / "site") == before
    assert not (tmp_path / swap.STAGE / "site").exists()


def test_leftovers(tmp_path: Path) -> None:
    """What a killed build left behind is not part of the next site."""
    write(tmp_path / swap.STAGE / "site", {"half.html": "half"})
    with swap.staging(tmp_path) as stage:
        assert list(stage.iterdir()) == []


def test_two_at_once(tmp_path: Path) -> None:
    """A second build of the same repository does not disturb the first."""
    with (
        swap.staging(tmp_path),
        pytest.raises(SiteError, match="another build is running"),
        swap.staging(tmp_path),
    ):
        pass
