"""Serving: the finished site as a static host would show it, built again when a source changes."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts import serve
from tests.helpers import write

SITE = {
    "index.html": "root",
    "404.html": "not found",
    "hi/index.html": "home",
    "hi/404.html": "nahin mila",
    "hi/bpo/index.html": "bpo",
}


@pytest.fixture(params=["/", "/learn/"])
def httpd(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ThreadingHTTPServer]:
    """A small site on a server, at the root and under a path."""
    write(tmp_path / "site", SITE)
    httpd = serve.server(tmp_path / "site", 0, request.param)
    httpd.prefix = request.param  # type: ignore[attr-defined]
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield httpd
    httpd.shutdown()
    httpd.server_close()


REQUESTS = [
    ("", 200, "root"),
    ("hi/", 200, "home"),
    ("hi/bpo/", 200, "bpo"),
    ("hi/bpo", 200, "bpo"),
    ("hi/none/", 404, "nahin mila"),
    ("fr/none/", 404, "not found"),
    ("none", 404, "not found"),
    ("..%2f..%2fetc/passwd", 404, "not found"),
]


@pytest.mark.parametrize(("path", "status", "body"), REQUESTS)
def test_requests(httpd: ThreadingHTTPServer, path: str, status: int, body: str) -> None:
    """What exists is served; what does not gets the nearest 404 page."""
    assert _get(httpd, httpd.prefix + path) == (status, body)  # type: ignore[attr-defined]


def test_outside_the_path(tmp_path: Path) -> None:
    """Under a path, nothing is served beside it."""
    write(tmp_path, SITE)
    httpd = serve.server(tmp_path, 0, "/learn/")
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    assert _get(httpd, "/hi/")[0] == 404
    httpd.shutdown()
    httpd.server_close()


def test_taken_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is taken is named, with the way out."""
    with socket.create_server((serve.HOST, 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert serve.main(tmp_path) == 2
    assert "choose another with PORT=" in capsys.readouterr().err


def test_no_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that is no number is named."""
    monkeypatch.setenv("PORT", "http")
    assert serve.main(tmp_path) == 2
    assert "PORT=http is not a number" in capsys.readouterr().err


def test_rebuilding(project: Path) -> None:
    """The command builds, serves, and builds again after a change; a broken change keeps the site that was there."""
    with socket.create_server((serve.HOST, 0)) as free:
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-u", "-m", "scripts.serve"],
        cwd=project,
        env={"PORT": str(port), "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert serving.stdout is not None
    lines = iter(serving.stdout)
    watchdog = threading.Timer(120, serving.kill)  # without it a missing line would be waited for without end
    watchdog.start()
    try:
        _until(lines, "serve: ")
        address = f"http://{serve.HOST}:{port}/en/bpo/"
        page = project / "docs/en/bpo.md"
        text = page.read_text("utf-8")
        page.write_text(text.replace("# Is “a BPO” a company?", "# Is “a BPO” a firm?"), "utf-8")
        _until(lines, "build: site/ is ready")
        assert "a firm?" in _read(address)
        page.write_text(text.replace("{ #bpo-reasons }", ""), "utf-8")
        assert "docs/en/bpo.md" in _until(lines, "implicit-id")
        _until(lines, "build: nothing was changed")
        assert "a firm?" in _read(address)
    finally:
        watchdog.cancel()
        serving.kill()
        serving.wait()
        serving.stdout.close()


def _until(lines: Iterator[str], words: str) -> str:
    seen = []
    for line in lines:
        seen.append(line)
        if words in line:
            return line
    pytest.fail(f"no line with “{words}” in {seen}")


def _get(httpd: ThreadingHTTPServer, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://{serve.HOST}:{httpd.server_port}{path}") as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def _read(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        text: str = answer.read().decode()
        return text
