"""Reads what finished pages tell to programs: their metadata, and data of schema.org."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.conftest import ROOT


def pages(site_folder: Path, code: str) -> list[Path]:
    """The finished pages of the language `code`, without those that only lead on to another."""
    keys = (path.stem for path in sorted((ROOT / "docs" / code).glob("*.md")))
    return [site_folder / code / ("" if key == "index" else key) / "index.html" for key in keys]


@dataclass(slots=True)
class Head:
    """What programs find on a page."""

    metas: dict[str, str] = field(default_factory=dict)
    """Contents of <meta>, by name or property."""
    data: list[Any] = field(default_factory=list)
    """What each JSON-LD script says."""

    @classmethod
    def of(cls, path: Path) -> Head:
        """What the page at `path` says; raises ValueError where its data are not JSON."""
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        return reader.head


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and (name := values.get("property") or values.get("name")):
            self.head.metas[name] = values.get("content") or ""
        elif tag == "script" and values.get("type") == "application/ld+json":
            self.script = []

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.script is not None:
            self.head.data.append(json.loads("".join(self.script)))
            self.script = None
