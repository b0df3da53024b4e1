"""Building: the whole line from sources to site, and what happens when it breaks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts import build
from scripts import config as site
from scripts.verify import verify
from tests.conftest import ROOT
from tests.helpers import remove, tree, write

CODES = [language.code for language in site.languages(site.load(ROOT))]
OLD = {"index.html": "old", "en/index.html": "old"}


def _drop_section(root: Path) -> None:
    page = root / "docs/hi/bpo.md"
    page.write_text(page.read_text("utf-8").replace("{ #bpo-word-use }", ""), "utf-8")


def _link_to_nothing(root: Path) -> None:
    for page in root.glob("docs/*/bpo.md"):
        page.write_text(page.read_text("utf-8") + "\n![BPO](nothing.png)\n", "utf-8")


def _html_link_to_nothing_and_outside_script(root: Path) -> None:
    for page in root.glob("docs/*/bpo.md"):
        page.write_text(page.read_text("utf-8") + '\n<a href="nothing/">BPO</a>\n', "utf-8")
    with (root / "overrides/main.html").open("a", encoding="utf-8") as template:
        template.write('{% block libs %}<script src="https://cdn.example.com/x.js"></script>{% endblock %}')


def _no_words(root: Path) -> None:
    remove(root / "docs/data/interface/sw.yml")


def _template_error(root: Path) -> None:
    (root / "overrides/root/index.html").write_text("{{ nothing }}", "utf-8")


def _site_is_a_link(root: Path) -> None:
    (root / "site").rename(root / "elsewhere")
    (root / "site").symlink_to("elsewhere")


BROKEN: list[tuple[Callable[[Path], None], list[str]]] = [
    (_drop_section, ["docs/hi/bpo.md:"]),
    (_link_to_nothing, ["nothing.png"]),
    (
        _html_link_to_nothing_and_outside_script,
        ["there is no file en/bpo/nothing/index.html", "loads https://cdn.example.com/x.js from another origin"],
    ),
    (_no_words, ["sw.yml"]),
    (_template_error, ["overrides/root/index.html"]),
    (_site_is_a_link, ["site is not a folder"]),
]


@pytest.mark.parametrize(("breaks", "said"), BROKEN)
def test_failed_build(
    project: Path, capsys: pytest.CaptureFixture[str], breaks: Callable[[Path], None], said: list[str]
) -> None:
    """A build that fails says what to mend, exits non-zero, and leaves the old site byte for byte."""
    write(project / "site", OLD)
    before = tree(project / "site")
    breaks(project)
    assert build.main(project) in (1, 2)
    told = capsys.readouterr().err
    assert [words for words in said if words not in told] == []
    assert tree(project / "site") == before


def test_no_folder_is_told_at_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That the site cannot be put in its place is said before the pages are even looked at."""
    (project / "site").write_text("a file", "utf-8")
    monkeypatch.setattr(build, "check", lambda _: pytest.fail("the pages were looked at"))
    assert build.main(project) == 2


def test_killed_build(project: Path, site_folder: Path) -> None:
    """A build killed in the middle leaves the old site, and the next one gives the same as any of the same sources."""
    write(project / "site", OLD)
    before = tree(project / "site")
    stemmer = project / "scripts/search/sw.js"
    text = stemmer.read_text("utf-8")
    remove(stemmer)
    os.mkfifo(stemmer)  # the render of this language will wait here in the end
    building = subprocess.Popen([sys.executable, "-m", "scripts.build"], cwd=project, stderr=subprocess.DEVNULL)
    with stemmer.open("w", encoding="utf-8"):  # returns when the render has begun to read
        assert (project / ".build/site").is_dir()
        building.kill()
        assert building.wait() == -signal.SIGKILL
    assert tree(project / "site") == before
    remove(stemmer)
    stemmer.write_text(text, "utf-8")
    assert build.main(project) == 0
    first, second = tree(site_folder), tree(project / "site")
    # Inside of compressed files are times.
    assert {
        name for name in first | second if first.get(name) != second.get(name) and not name.endswith(".gz")
    } == set()


PLAIN = [sys.executable, "-c", "import sys; sys.path.pop(0); from mkdocs.__main__ import cli; cli()", "build"]
"""The command `mkdocs build`, which does not look for modules in the working folder."""


def test_plain_mkdocs(project: Path) -> None:
    """Plain `mkdocs build` renders one language, and refuses to while the languages are not equal."""
    assert subprocess.run(PLAIN, cwd=project, check=False, capture_output=True).returncode == 0
    assert '<html lang="en"' in (project / ".preview/bpo/index.html").read_text("utf-8")
    _drop_section(project)
    refused = subprocess.run(PLAIN, cwd=project, check=False, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "docs/hi/bpo.md" in refused.stderr


def test_under_a_path(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a path, every address of the site has it, and everything still leads somewhere."""
    address = "https://example.org/learn/"
    monkeypatch.setenv("SITE_URL", address.rstrip("/"))
    assert build.main(project) == 0
    built = project / "site"
    assert verify(built, address, CODES) == []
    page = (built / "de/bpo/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{address}de/bpo/">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="{address}en/bpo/">' in page
    assert 'href="/learn/sw/assets/' in (built / "sw/404.html").read_text("utf-8")
    assert f"Sitemap: {address}sitemap.xml" in (built / "robots.txt").read_text("utf-8")


def test_sitemaps(site_folder: Path) -> None:
    """The sitemap names each language's, and that every page with all its languages."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    index = ElementTree.parse(site_folder / "sitemap.xml")
    assert [loc.text for loc in index.iterfind("s:sitemap/s:loc", names)] == [
        f"http://127.0.0.1:8000/{code}/sitemap.xml" for code in CODES
    ]
    pages = len(list((ROOT / "docs/en").rglob("*.md")))
    for code in CODES:
        urls = ElementTree.parse(site_folder / code / "sitemap.xml").findall("s:url", names)
        assert len(urls) == pages
        assert {len(url.findall("x:link", names)) for url in urls} == {len(CODES)}


def test_no_title_is_left_in_english(site_folder: Path) -> None:
    """No page of another language has the title of the English one."""
    for page in site_folder.glob("en/*/index.html"):
        english = page.read_text("utf-8").split("<title>")[1].split("</title>")[0].split(" - ")[0]
        for code in CODES[1:]:
            translated = (site_folder / code / page.parent.name / "index.html").read_text("utf-8")
            assert f"<title>{english} - " not in translated


ADDRESSES = [
    "",
    "example.org",
    "https://example.org/?a=b",
    "https://example.org/#a",
    "https://example.org/a b",
    "ftp://x",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_cannot_be(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    """An address that pages can't be put under is named before anything is rendered."""
    monkeypatch.setenv("SITE_URL", address)
    assert build.main(project) == 2
    assert "site_url" in capsys.readouterr().err.lower()
