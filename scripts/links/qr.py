"""QR codes of addresses, as SVG that prints sharply at any size.

A code has the smallest version that holds its address, with error correction M or, where it costs no room, better.
Printed 2 cm wide with its quiet zone, modules are at least 0.4 mm for addresses of up to 106 characters:
0.49 mm up to 62, 0.44 mm up to 84, 0.41 mm up to 106.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import segno

from scripts.config import SiteError
from scripts.links.tables import neutral

QUIET = 4
"""Modules of the quiet zone on each side, as ISO/IEC 18004 asks for."""


def write(stage: Path, root: str) -> None:
    """Put beside each page of `stage`/go the code that leads to it, for the site at `root`.

    Raises SiteError where the address of the site is too long for a code.
    """
    for page in stage.glob("go/*/index.html"):
        address = root + neutral(page.parent.name)
        try:
            page.with_name("qr.svg").write_text(svg(address), encoding="ascii")
        except segno.DataOverflowError as error:
            raise SiteError(f"SITE_URL={root}: {address} is too long for a QR code") from error


def svg(address: str) -> str:
    """The code of `address`: one path for all dark modules on a white ground, so that it can be read on dark slides.

    Raises segno.DataOverflowError where no code holds so long an address.
    """
    out = BytesIO()
    segno.make_qr(address, error="m").save(
        out, kind="svg", border=QUIET, light="#fff", omitsize=True, xmldecl=False, svgclass=None, lineclass=None
    )
    return out.getvalue().decode("ascii")


def module(address: str, width: float) -> float:
    """How wide a module is where the code of `address`, with its quiet zone, is `width` wide."""
    return width / segno.make_qr(address, error="m").symbol_size(border=QUIET)[0]
