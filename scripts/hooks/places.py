"""MkDocs hook: notes the places of the language that is rendered, for what is made of all languages."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts import places

_pages: list[Page] = []
"""Those of the navigation; `on_env` is not told."""


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember the order of the pages, which are still empty."""
    del config, files
    _pages[:] = nav.pages


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the places down as soon as every page is rendered."""
    del env, files
    places.write(Path(config.site_dir), _pages)
