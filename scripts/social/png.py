"""Reads and writes what a PNG says about itself: its size, and texts under keywords.

The chunks that hold them are IHDR and tEXt of the PNG specification, https://www.w3.org/TR/png/.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    header = next(content for kind, content in _chunks(png) if kind == b"IHDR")
    width, height = struct.unpack(">II", header[:8])
    return width, height


def text(png: bytes, keyword: str) -> str | None:
    """What it says under `keyword`, None if nothing."""
    texts = (content.partition(b"\0") for kind, content in _chunks(png) if kind == b"tEXt")
    return next((said.decode("latin-1") for name, _, said in texts if name == keyword.encode()), None)


def with_text(png: bytes, keyword: str, said: str) -> bytes:
    """The same picture that says `said` under `keyword`."""
    body = b"tEXt" + keyword.encode() + b"\0" + said.encode("latin-1")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    after_header = len(SIGNATURE) + 25
    return png[:after_header] + chunk + png[after_header:]


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12
