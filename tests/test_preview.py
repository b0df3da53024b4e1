"""Previewing one language while it is written."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from scripts import preview
from scripts.serve import HOST


def _free() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _read(address: str, process: subprocess.Popen[bytes]) -> str:
    """The page at `address`, as soon as the server there answers."""
    for _ in range(600):
        assert process.poll() is None, process.communicate()[0].decode()
        try:
            return str(urllib.request.urlopen(address, timeout=5).read().decode())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)  # there is no other way to know when the server is up
    raise AssertionError("no preview after a minute")


def test_unequal_language_is_shown(project: Path) -> None:
    """A page that still lacks something is shown all the same, and what it lacks is told."""
    page = project / "docs/de/bpo.md"
    text = page.read_text("utf-8")
    page.write_text(text[: text.index("## ", text.index("## ") + 3)], "utf-8")
    port = _free()
    command = [
        sys.executable,
        "-c",
        f"from pathlib import Path; from scripts import preview; preview.main('de', Path({str(project)!r}))",
    ]
    process = subprocess.Popen(
        command, env={"PORT": str(port), "PATH": ""}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        assert '<html lang="de"' in _read(f"http://{HOST}:{port}/bpo/", process)
    finally:
        process.kill()
    said = process.communicate()[0].decode()
    assert "docs/de/bpo.md" in said
    assert "[missing-section]" in said


def test_what_cannot_be_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An unknown language, a port that is no number and one that is taken are told."""
    assert preview.main("fr", project) == 2
    assert "LANGUAGE=fr: the languages are en, de, bg, hi, sw" in capfd.readouterr().err
    monkeypatch.setenv("PORT", "x")
    assert preview.main("de", project) == 2
    assert "choose another with PORT=" in capfd.readouterr().err
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert preview.main("de", project) == 2
    assert "choose another with PORT=" in capfd.readouterr().err
