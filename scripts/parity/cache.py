"""Keeps what is known of pages that have not changed, so that after an edit only that page is looked at again.

An entry is found by the content of the page in all languages and by everything that judges it: this code, the settings,
the data, the libraries. A file that is damaged, or not ours, is as good as none.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts.parity.examine import Examined
from scripts.parity.explain import RULES
from scripts.parity.model import Allowance, Block, Finding, Kind, Page, Section, Source

JUDGES = ("markdown", "pymdown-extensions", "babel", "pyyaml", "mkdocs")
"""The libraries that have a say."""
SOURCES = ("mkdocs.yml", "docs/data", "docs/assets/drawings")
"""What the site's own settings and data are in."""


class Cache:
    """What an earlier run has found out about pages, and what this one finds out."""

    def __init__(self, root: Path, codes: Iterable[str]) -> None:
        self._path = root / ".build" / "parity.gz"
        self._judge = _judge(root, codes)
        self._known = self._read()
        self._used: dict[str, str] = {}
        self._news = False

    def key(self, sources: Mapping[str, Source]) -> str:
        """What a page, given by language, is found by."""
        digest = sha256(self._judge.encode())
        for code, source in sources.items():
            text = source.text.encode()
            digest.update(f"{code}\0{source.path}\0{len(text)}\0".encode("utf-8", "surrogateescape"))
            digest.update(text)
        return digest.hexdigest()

    def get(self, key: str) -> Examined | None:
        """What is known under `key`."""
        try:
            examined = _examined(json.loads(self._known[key]))
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            return None
        self._used[key] = self._known[key]
        return examined

    def put(self, key: str, examined: Examined) -> None:
        """Remember `examined` under `key`."""
        with suppress(TypeError, ValueError):  # front matter may hold what JSON cannot
            self._used[key] = json.dumps(_entry(examined))
            self._news = True

    def save(self) -> None:
        """Write down what this run used, and forget the rest; without a place to write, do nothing."""
        if not self._news and self._used.keys() == self._known.keys():
            return
        with suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            new = self._path.with_suffix(".new")
            lines = "\n".join(map("\t".join, self._used.items()))
            new.write_bytes(gzip.compress(lines.encode(), compresslevel=1, mtime=0))
            new.replace(self._path)

    def _read(self) -> dict[str, str]:
        """Entries as they are written, so that only those that are wanted are taken apart, and none is put together."""
        try:
            lines = gzip.decompress(self._path.read_bytes()).decode().split("\n")
        except (OSError, ValueError, EOFError, zlib.error):
            return {}
        return dict(line.split("\t", 1) for line in lines if "\t" in line)


def _judge(root: Path, codes: Iterable[str]) -> str:
    """A name for everything besides the page that the findings depend on."""
    files = list(Path(__file__).parents[1].rglob("*.py"))
    for name in SOURCES:
        files += [root / name] if (root / name).is_file() else (root / name).rglob("*")
    digest = sha256(repr((sys.version, [(name, version(name)) for name in JUDGES], list(codes))).encode())
    for path in sorted(files):
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def _entry(examined: Examined) -> list[Any]:
    return [
        {code: _page_entry(page) for code, page in examined.pages.items()},
        sorted(examined.broken),
        [[f.path, f.line, f.rule.name, f.message, f.reference, f.expected, f.found] for f in examined.findings],
    ]


def _page_entry(page: Page) -> list[Any]:
    return [
        page.key,
        page.path,
        [[s.id, s.level, s.title, s.line, s.has_content] for s in page.sections],
        page.anchors,
        page.links,
        [[n.detail, n.texts, n.links, n.line] for n in page.footnotes],
        page.metadata,
        [[a.rule, a.text, a.line] for a in page.allowances],
    ]


def _examined(entry: Any) -> Examined:
    pages, broken, findings = entry
    return Examined(
        {code: _page(code, *page) for code, page in pages.items()},
        frozenset(broken),
        tuple(Finding(path, line, RULES[rule], *rest) for path, line, rule, *rest in findings),
    )


def _page(
    code: str, key: str, path: str, sections: Any, anchors: Any, links: Any, notes: Any, metadata: Any, allowed: Any
) -> Page:
    return Page(
        code,
        key,
        path,
        tuple(Section(*section) for section in sections),
        tuple(anchors),
        tuple((target, line) for target, line in links),
        tuple(_note(*note) for note in notes),
        (),
        metadata,
        tuple(Allowance(*allowance) for allowance in allowed),
    )


def _note(label: str, texts: list[str], links: list[str], line: int) -> Block:
    return Block(Kind.FOOTNOTE, label, tuple(texts), tuple(links), line=line)
