"""Small sites for the tests, written as outlines."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.build import ROOT
from scripts.parity.model import Edition, Finding, Source
from scripts.parity.parse import Parser

CONFIG = """\
site_name: Test
plugins:
  i18n:
    docs_structure: folder
    build_only_locale: !ENV [SITE_LANGUAGE, en]
    languages:
      - {locale: en, name: English}
      - {locale: de, name: Deutsch}
      - {locale: sw, name: Kiswahili}
markdown_extensions: {attr_list: {}, md_in_html: {}, tables: {}, footnotes: {}, toc: {permalink: true}}
"""


def page(outline: str) -> str:
    """Markdown for an outline such as `1 title, 2 first, 3 detail`: headings of these levels with these ids.

    An id of `-` leaves the heading without one, a trailing `!` leaves the section without text.
    """
    parts = []
    for entry in outline.split(", "):
        level, name = entry.split()
        id_ = name.rstrip("!")
        mark = "" if id_ == "-" else f" {{ #{id_} }}"
        parts.append(f"{'#' * int(level)} Heading{mark}\n")
        if not name.endswith("!"):
            parts.append("Text.\n")
    return "\n".join(parts)


def edition(parser: Parser, language: str, pages: Mapping[str, str]) -> Edition:
    """An edition from outlines by key."""
    parsed = {}
    for key, outline in pages.items():
        result, _ = parser.parse(Source(language, key, f"docs/{language}/{key}", page(outline)))
        assert result is not None
        parsed[key] = result
    return Edition(language, f"docs/{language}", parsed)


def described(code: str, text: str) -> str:
    """`text` as a page with front matter, which is three lines."""
    description = {
        "en": "What a page of this size needs for a search result, and no more than that.",
        "de": "Was eine Seite dieser Größe für ein Suchergebnis braucht, und nicht mehr als das.",
        "sw": "Maelezo ambayo ukurasa wa ukubwa huu unahitaji kwa ajili ya matokeo ya utafutaji.",
    }
    return f'---\ndescription: "{description[code]}"\n---\n{text}'


def site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A small site of `files` in English, German and Swahili at `root`, with the real data; returns `root`.

    Its ledger of links has what the English pages have, unless it is one of the files.
    """
    for name in ("conventions", "interface"):
        for code in ("en", "de", "sw"):
            target = root / "docs/data" / name / f"{code}.yml"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "docs/data" / name / f"{code}.yml", target)
    shutil.copy(ROOT / "docs/data/termbase.yml", root / "docs/data")
    return write(root, {"mkdocs.yml": CONFIG, LEDGER: ledger(_homes(files)), **files})


LEDGER = "docs/data/links.yml"


def ledger(homes: Mapping[str, str], fates: Mapping[str, str] | None = None, pages: str = "") -> str:
    """A ledger of the sections `homes`, page by id; `fates` are further lines of sections, `pages` those of pages."""
    entries = [
        f"  {id_}: {{page: {key}, since: 2026-11-21, titles: {{en: Heading}}{(fates or {}).get(id_, '')}}}\n"
        for id_, key in homes.items()
    ]
    return f"pages:\n{pages}sections:\n{''.join(entries)}"


def _homes(files: Mapping[str, str | bytes]) -> dict[str, str]:
    """The pages of the sections in the English files, by id."""
    return {
        id_: name.removeprefix("docs/en/").removesuffix(".md")
        for name, content in files.items()
        if name.startswith("docs/en/")
        for id_ in re.findall(
            r"\{ #([\w-]+) \}", content if isinstance(content, str) else content.decode("utf-8", "replace")
        )
    }


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` by path below `root`; returns `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def told(finding: Finding) -> str:
    """All there is of a finding, but for its path."""
    fields = "; ".join((finding.reference, finding.expected, finding.found))
    return f"{finding.line} {finding.rule}: {finding.message} ({fields})"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def remove(path: Path) -> None:
    """Remove a file or a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
