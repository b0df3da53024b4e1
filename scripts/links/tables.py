"""Every section with its links in every language, for programs and for spreadsheets: links.json and links.csv."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from scripts.places import Place

VERSION = 1
"""Of the format: raised when a field is renamed, removed or means something else, not when one is added."""


def neutral(id_: str) -> str:
    """The address, relative to the root of the site, that opens a section in each reader's language."""
    return f"go/{id_}/"


def code(id_: str) -> str:
    """The address of the QR code of that address, relative to the root of the site."""
    return f"{neutral(id_)}qr.svg"


def write(stage: Path, root: str, codes: Sequence[str], places: Sequence[Place]) -> None:
    """Write links.json and links.csv of `places`, in the languages `codes`, for the site at `root`."""
    (stage / "links.json").write_text(as_json(root, codes, places), encoding="utf-8")
    # With the byte order mark; without it, Excel takes UTF-8 for the code page of the computer.
    (stage / "links.csv").write_text(as_csv(root, codes, places), encoding="utf-8-sig", newline="")


def as_json(root: str, codes: Sequence[str], places: Sequence[Place]) -> str:
    """The table for programs."""
    sections = [
        {
            "id": place.id,
            "page": place.page,
            "level": place.level,
            "titles": dict(place.titles),
            "links": {language: root + place.address(language) for language in codes},
            "neutral": root + neutral(place.id),
            "qr": root + code(place.id),
        }
        for place in places
    ]
    content = {"version": VERSION, "languages": list(codes), "sections": sections}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_csv(root: str, codes: Sequence[str], places: Sequence[Place]) -> str:
    """The table for spreadsheets, a row for each section, as RFC 4180 has it."""
    text = StringIO()
    table = csv.writer(text)
    titles, links = ([f"{name}_{language}" for language in codes] for name in ("title", "link"))
    table.writerow(["id", "page", "level", *titles, *links, "neutral", "qr"])
    for place in places:
        own = [place.titles[language] for language in codes]
        addresses = [root + place.address(language) for language in codes]
        row = [place.id, place.page, place.level, *own, *addresses, root + neutral(place.id), root + code(place.id)]
        table.writerow(row)
    return text.getvalue()
