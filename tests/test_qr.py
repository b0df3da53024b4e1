"""QR codes: read back as a phone would read them from paper."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scripts.config import SiteError
from scripts.links import qr
from tests.helpers import write
from tests.scan import scan


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Page:
    """A page to draw on."""
    return chromium.new_page()


LONGEST = 106
"""Letters of the longest address whose modules are 0.4 mm wide on 2 cm."""
ADDRESSES = [
    "http://127.0.0.1:8000/go/bpo/",
    "https://example.org/learn/go/types-reading-the-list/",
    "https://training.example.org/courses/bpo/go/cc-call-journey/",
    "https://example.org/" + "a" * (LONGEST - 20),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_codes_are_read_from_paper(page: Page, address: str) -> None:
    """Printed 2 cm wide, a code gives its address, has modules of 0.4 mm and at least error correction M."""
    picture = "data:image/svg+xml;base64," + base64.b64encode(qr.svg(address).encode()).decode()
    found = scan(page, picture)
    assert found is not None
    assert found.text == address
    assert found.ec_level in {"M", "Q", "H"}
    assert qr.module(address, 20) >= 0.4


def test_longer_addresses_need_more_room() -> None:
    """The figure stated for addresses is the limit."""
    assert qr.module("a" * LONGEST, 20) >= 0.4 > qr.module("a" * (LONGEST + 1), 20)


def test_shape() -> None:
    """A code scales, is drawn with one path on a white ground, and has a quiet zone of four modules."""
    svg = qr.svg("https://example.org/go/bpo/")
    assert re.match(r'<svg xmlns="[^"]+" viewBox="0 0 (\d+) \1">', svg)
    assert re.findall(r'<path (?:fill|stroke)="([^"]+)"', svg) == ["#fff", "#000"]
    assert 'd="M4 4.5h7' in svg
    assert svg == qr.svg("https://example.org/go/bpo/")


def test_codes_stand_beside_their_pages(tmp_path: Path) -> None:
    """Each page that opens in the reader's language has a code, which is that of its public address."""
    write(tmp_path, {"go/a/index.html": "", "go/b/index.html": "", "en/index.html": ""})
    qr.write(tmp_path, "https://example.org/learn/")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.svg")) == [
        "go/a/qr.svg",
        "go/b/qr.svg",
    ]
    assert (tmp_path / "go/a/qr.svg").read_text("ascii") == qr.svg("https://example.org/learn/go/a/")


def test_address_that_does_not_fit(tmp_path: Path) -> None:
    """An address that no code can hold is refused, not cut."""
    write(tmp_path, {"go/a/index.html": ""})
    with pytest.raises(SiteError, match="too long for a QR code"):
        qr.write(tmp_path, f"https://example.org/{'a' * 3000}/")
