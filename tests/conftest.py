"""What many tests share: the real repository, copies of it, the built site and a browser."""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scripts import browser, build
from scripts import config as site
from scripts.parity.parse import Parser
from scripts.serve import server

# Keep the settings of whoever runs the tests out of them, from the first import on.
for name in ("SITE_URL", "SITE_LANGUAGE", "SITE_HANDOUTS", "PORT"):
    os.environ.pop(name, None)
os.environ["NO_MKDOCS_2_WARNING"] = "1"

ROOT = build.ROOT
BROWSED = ("en", "hi")
"""Languages that stand for all where the same code is tried in a browser: the reference, and the one least like it."""
SOURCES = ("mkdocs.yml", "docs", "overrides", "scripts")


@pytest.fixture(autouse=True)
def environment() -> Iterator[None]:
    """What a command sets for itself, such as SITE_URL, is not set for the tests after it."""
    with mock.patch.dict(os.environ):
        yield


@pytest.fixture(scope="session")
def parser() -> Parser:
    """A parser with the site's own renderer."""
    return Parser(site.renderer(site.load(ROOT)))


def copy_sources(target: Path) -> Path:
    """A copy of everything a build reads."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the repository to do harm to."""
    return copy_sources(tmp_path)


FIELDS = {name: {"boost": 1} for name in ("title", "text", "tags")}
NO_INDEX = {"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": FIELDS}, "docs": []}
expect.set_options(timeout=20_000)  # milliseconds; only a machine that is busy with other tests needs them


@dataclass(slots=True)
class Site:
    """The finished site on a server, and a browser that watches for what must not happen."""

    address: str
    folder: Path
    context: BrowserContext
    searchable: bool
    """Whether pages get the real index; reading it is half of the work of opening one."""
    faults: list[str] = field(default_factory=list)

    def open(self, path: str, **options: object) -> Page:
        """A new page at `path`; `options` are those of a browser context, such as viewport."""
        browser = self.context.browser
        assert browser is not None
        context = browser.new_context(**options) if options else self.context  # type: ignore[arg-type]
        page = context.new_page()
        if not self.searchable:
            page.route("**/search_index.json", lambda route: route.fulfill(json=NO_INDEX))
        page.on("pageerror", lambda error: self.faults.append(f"{path}: {error}"))
        page.on("requestfailed", lambda request: self._failed(path, request.url, request.failure or ""))
        page.on("request", lambda request: self._same_origin(path, request.url))
        page.on("response", lambda response: self._found(path, response.url, response.status))
        page.goto(self.address + path)
        return page

    def _same_origin(self, path: str, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"{path}: asks {url}")

    def _failed(self, path: str, url: str, reason: str) -> None:
        if reason != "net::ERR_ABORTED":  # the reader has gone on to the next page
            self.faults.append(f"{path}: {reason} {url}")

    def _found(self, path: str, url: str, status: int) -> None:
        if status >= 400 and url != self.address + path:
            self.faults.append(f"{path}: {status} {url}")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once for all processes that run tests; nobody may change it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "built").is_dir():
            root = shared / "building"
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir()
            copy_sources(root)
            assert build.build(root) == []
            root.rename(shared / "built")
    return shared / "built/site"


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    """Where that site is served."""
    httpd = server(site_folder, 0)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser."""
    path = browser.find()
    assert path, f"no Chromium: {browser.HELP}"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=["--disable-background-networking"])


@contextmanager
def reading(address: str, site_folder: Path, chromium: Browser, *, searchable: bool = False) -> Iterator[Site]:
    """A reader of the site in `site_folder`, served at `address`.

    Whatever fails on the way or asks another origin fails the test.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    site = Site(address, site_folder, context, searchable)
    yield site
    for opened in chromium.contexts:
        opened.close()
    assert site.faults == []


@pytest.fixture
def reader(address: str, site_folder: Path, chromium: Browser) -> Iterator[Site]:
    """A reader of the real site."""
    with reading(address, site_folder, chromium) as site:
        yield site
