"""QR codes: read back as a phone would read them from paper."""

from __future__ import annotations

import base64
import re

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page

from scripts.links import qr

PIXELS = 236
"""2 cm at 300 dots an inch."""
DRAW = """async ([address, pixels]) => {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  const canvas = Object.assign(document.createElement("canvas"), { width: pixels, height: pixels })
  const context = canvas.getContext("2d")
  context.drawImage(picture, 0, 0, pixels, pixels)
  return [...context.getImageData(0, 0, pixels, pixels).data].filter((_, number) => number % 4 === 1)
}"""


def decode(page: Page, address: str, pixels: int = PIXELS) -> zxingcpp.Barcode | None:
    """What is read from the picture at `address`, drawn `pixels` wide by the browser."""
    grey = memoryview(bytes(page.evaluate(DRAW, [address, pixels]))).cast("B", (pixels, pixels))
    return zxingcpp.read_barcode(grey)


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
    found = decode(page, picture)
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


def test_address_that_does_not_fit() -> None:
    """An address that no code can hold is refused, not cut."""
    with pytest.raises(ValueError, match="too large"):
        qr.svg("a" * 3000)
