"""Reads QR codes as a phone does, from pixels that the browser has drawn."""

from __future__ import annotations

import zxingcpp
from playwright.sync_api import Page

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


def scan(page: Page, address: str, pixels: int = PIXELS) -> zxingcpp.Barcode | None:
    """What is read from the picture at `address`, drawn `pixels` wide by the browser."""
    grey = memoryview(bytes(page.evaluate(DRAW, [address, pixels]))).cast("B", (pixels, pixels))
    return zxingcpp.read_barcode(grey)
