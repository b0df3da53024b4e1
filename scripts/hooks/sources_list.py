"""MkDocs hook: fills `<div data-sources></div>` with the footnotes of all pages."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts import collation, sources
from scripts import config as site

PLACE = "<div data-sources></div>"

_pages: list[Page] = []
"""Those of the navigation; `on_env` is not told."""


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember the order of the pages, which are still empty."""
    del config, files
    _pages[:] = nav.pages


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the list into each page that asks for it; only now are the footnotes of all pages known."""
    del files
    asking = [page for page in _pages if PLACE in (page.content or "")]
    if asking:
        found = sources.cited(_pages, collation.sort_key(site.current_language(config)))
        template = env.get_template("partials/sources.html")
        for page in asking:
            listing = template.render(config=config, sources=found, up="../" * page.url.count("/") or "./")
            page.content = (page.content or "").replace(PLACE, listing)
