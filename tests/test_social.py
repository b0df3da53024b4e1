"""The pictures beside links: there for every language, current, small, and found by what reads them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts import config as site
from scripts import social
from scripts.config import SiteError
from scripts.social import png
from scripts.social.__main__ import SOURCE
from tests.conftest import ROOT
from tests.head import Head, pages
from tests.helpers import write

DOCS = ROOT / "docs"
LANGUAGES = site.languages(site.load(ROOT))
CODES = [language.code for language in LANGUAGES]
DESIGNS = social.designs(DOCS, LANGUAGES)


@pytest.mark.parametrize("code", [*CODES, social.NEUTRAL])
def test_picture(code: str) -> None:
    """A picture has the right size, is quickly loaded, and shows the words that mkdocs.yml has now."""
    content = social.path(DOCS, code).read_bytes()
    assert png.size(content) == (1200, 630)
    assert len(content) < 60_000
    assert png.text(content, SOURCE) == social.fingerprint(DESIGNS[code]), "draw it anew with `make social`"


@pytest.mark.parametrize("code", [*CODES, social.NEUTRAL])
def test_words_fit(chromium: Browser, code: str) -> None:
    """Nothing in a picture is cut off at its edges, which a margin keeps free."""
    page = chromium.new_page(viewport={"width": social.WIDTH, "height": social.HEIGHT})
    page.set_content(DESIGNS[code])
    box = page.locator("body > div").bounding_box()
    assert box
    assert page.locator("body > div").evaluate("box => box.scrollWidth <= box.clientWidth")
    assert box["y"] >= 40
    assert box["y"] + box["height"] <= social.HEIGHT - 40
    page.close()


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_every_page_names_its_picture(site_folder: Path, language: site.Language) -> None:
    """Every page names the picture of its language by its full address, with size and alternative."""
    for path in pages(site_folder, language.code):
        found = Head.of(path).metas
        assert {name: text for name, text in found.items() if name.startswith(("og:image", "twitter:"))} == {
            "og:image": f"http://127.0.0.1:8000/social/{language.code}.png",
            "og:image:type": "image/png",
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": f"{language.title}: {language.description}",
            "twitter:card": "summary_large_image",
        }


def test_pages_of_no_language(site_folder: Path) -> None:
    """The choice of languages and the neutral links name the picture with all names of the site."""
    for name in ("index.html", "go/bpo/index.html"):
        assert 'og:image" content="http://127.0.0.1:8000/social/mul.png"' in (site_folder / name).read_text("utf-8")


def test_each_picture_once(site_folder: Path) -> None:
    """The site has each picture at one place only."""
    names = {f"{code}.png" for code in (*CODES, social.NEUTRAL)}
    found = [path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*.png") if path.name in names]
    assert sorted(found) == sorted(f"social/{name}" for name in names)


def test_missing_picture(tmp_path: Path) -> None:
    """A language without a picture stops the build, which says how to draw it."""
    write(tmp_path, {"docs/assets/social/en.png": b"", "site/index.html": ""})
    with pytest.raises(SiteError, match=r"social/xx\.png: no such picture; draw it with `make social`"):
        social.publish(tmp_path / "docs", tmp_path / "site", ["en", "xx"])


def test_escaped() -> None:
    """A name with characters of HTML is shown as it is written."""
    odd = site.Language("en", "English", "A < B & C", "“<b>”", "en_US")
    design = social.designs(DOCS, [odd])["en"]
    assert "A &lt; B &amp; C" in design
    assert "<svg" in design


def test_text_in_a_picture() -> None:
    """What is written into a PNG is read again, and the rest of it stays a PNG."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    plain = png.SIGNATURE + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header)) + end
    assert png.text(plain, "Source") is None
    written = png.with_text(plain, "Source", "abc")
    assert (png.text(written, "Source"), png.text(written, "Other"), png.size(written)) == ("abc", None, (3, 2))
    assert written.endswith(end)
