"""MkDocs hook: pages answer the addresses of the sections that stood on them once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from scripts import config as site
from scripts import places
from scripts.links.read import read
from scripts.links.routes import Old, Routes


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader finds at an old address."""

    id: str
    text: str
    """What to know about a section that was removed; empty for one that stands elsewhere."""
    href: str = ""
    title: str = ""
    """Of the section that stands elsewhere, as HTML."""


_notes: dict[str, list[Note]] = {}
"""By the address of the page."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Find out where old addresses lead, once every page is rendered."""
    del env
    pages = [file.page for file in files.documentation_pages() if file.page]
    sections = {anchor.id: (page.url, anchor.title) for page in pages for anchor in places.anchors(page.toc)}
    ledger, _ = read(Path(config.config_file_path).parent, Path(config.docs_dir), ())  # the gate tells its faults
    routes = Routes(ledger, {id_: url for id_, (url, _) in sections.items()})
    code = site.current_language(config)
    _notes.clear()
    for page in pages:
        old = routes.old(page.url)
        here = [one for one in old if one.target.page == page.url and not one.target.note]
        page.content = _marked(page.content or "", here)
        _notes[page.url] = [
            Note(one.id, one.target.note[code])
            if one.target.note
            else Note(one.id, "", get_relative_url(one.target.address, page.url), sections[one.target.id][1])
            for one in old
            if one not in here
        ]


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give the notes of this page to its template."""
    del config, nav
    context["notes"] = _notes[page.url]  # type: ignore[typeddict-unknown-key]  # ours, none of MkDocs


def _marked(content: str, old: Iterable[Old]) -> str:
    """`content` with the old ids of its sections before their headings, where browsers find them."""
    for one in old:
        mark = f'<span id="{one.id}" data-moved="{one.target.id}"></span>'
        content = re.sub(rf'(?=<h[1-6][^>]* id="{re.escape(one.target.id)}")', mark, content, count=1)
    return content
