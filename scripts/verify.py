"""Looks at the finished pages.

Every link and fragment leads somewhere, all languages offer the same places, no page asks another origin for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from scripts import glossary

LOADED = frozenset({"src", "srcset", "poster", "data", "background"})
"""Attributes by which an element asks for something without being clicked."""
LOADED_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
"""Values of rel by which a <link> does so; others, such as canonical, only name an address."""
IN_CSS = re.compile(r"""(?:@import\s+(?:url\()?|url\()\s*["']?([^"')\s;]+)""")
OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//")


@dataclass(slots=True)
class Document:
    """What matters of one HTML file."""

    path: str
    """Relative to the root of the site."""
    language: str = ""
    ids: set[str] = field(default_factory=set)
    repeated: list[str] = field(default_factory=list)
    """Ids that stand more than once."""
    headings: list[str] = field(default_factory=list)
    """The ids of the headings, in order."""
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)


def verify(stage: Path, site_url: str, codes: Sequence[str]) -> list[str]:
    """What is wrong with the site in `stage`, built for `site_url` in the languages `codes`."""
    documents = {path: _read(stage, path) for path in sorted(_html(stage))}
    faults: list[str] = []
    for document in documents.values():
        faults += (f"{document.path}: {fault}" for fault in _addresses(document, documents, stage, site_url))
        faults += (f"{document.path}: id {id_} stands more than once" for id_ in document.repeated)
        code = document.path.split("/")[0]
        if code in codes and document.language != code:
            faults.append(f"{document.path}: lang is “{document.language}”, expected “{code}”")
    return [*faults, *_unequal(documents, codes), *_stylesheets(stage)]


def _stylesheets(stage: Path) -> Iterator[str]:
    for path in sorted(stage.rglob("*.css")):
        for address in IN_CSS.findall(path.read_text(encoding="utf-8")):
            if OUTSIDE.match(address):
                yield f"{path.relative_to(stage).as_posix()}: loads {address} from another origin"


def _unequal(documents: dict[str, Document], codes: Sequence[str]) -> Iterator[str]:
    outlines: dict[str, dict[str, list[str]]] = {code: {} for code in codes}
    for path, document in documents.items():
        code, _, rest = path.partition("/")
        if code in outlines:
            outlines[code][rest] = list(glossary.comparable(rest, document.headings))
    for code in codes[1:]:
        for page in sorted(outlines[codes[0]].keys() | outlines[code].keys()):
            if outlines[codes[0]].get(page) != outlines[code].get(page):
                yield f"{code}/{page}: sections differ from {codes[0]}/{page}"


def _addresses(document: Document, documents: dict[str, Document], stage: Path, site_url: str) -> Iterator[str]:
    root = site_url.rstrip("/") + "/"
    for address in (*document.links, *document.loads):
        try:
            url, fragment = urldefrag(urljoin(root + document.path, address))
        except ValueError as error:
            yield f"link to {address}: {error}"
            continue
        if not url.startswith(root):
            if address in document.loads and not url.startswith("data:"):
                yield f"loads {address} from another origin"
            elif urlsplit(url).netloc == urlsplit(root).netloc:
                yield f"link to {address} leaves the site, which begins at {root}"
            continue
        target = unquote(urlsplit(url.removeprefix(root)).path)
        if not target or target.endswith("/"):
            target += "index.html"
        if not (stage / target).is_file():
            yield f"link to {address}: there is no file {target}"
        elif fragment and target in documents and unquote(fragment) not in documents[target].ids:
            yield f"link to {address}: {target} has no place #{fragment}"


def _html(stage: Path) -> Iterator[str]:
    return (path.relative_to(stage).as_posix() for path in stage.rglob("*.html"))


def _read(stage: Path, path: str) -> Document:
    document = Document(path)
    _Reader(document).feed((stage / path).read_text(encoding="utf-8"))
    return document


class _Reader(HTMLParser):
    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value}
        document = self.document
        if id_ := values.get("id"):
            if id_ in document.ids:
                document.repeated.append(id_)
            document.ids.add(id_)
            if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                document.headings.append(id_)
        if tag == "html":
            document.language = values.get("lang", "")
        elif tag == "a" and "href" in values:
            document.links.append(values["href"])
        elif tag == "link":
            loaded = LOADED_LINKS & set(values.get("rel", "").split())
            (document.loads if loaded else document.links).append(values.get("href", ""))
        elif tag == "meta" and values.get("http-equiv") == "refresh":
            document.links.append(values.get("content", "").partition("url=")[2])
        elif tag in ("image", "use"):
            document.loads += (values[name] for name in ("href", "xlink:href") if name in values)
        document.loads += IN_CSS.findall(values.get("style", ""))
        for name in LOADED & values.keys():
            addresses = values[name].split(",") if name == "srcset" else [values[name]]
            document.loads += (address.split()[0] for address in addresses if address.strip())
