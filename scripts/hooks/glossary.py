"""MkDocs hook: shows the entries of the glossary in the alphabetical order of the language."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts import collation, glossary
from scripts import config as site


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sort the glossary before it is rendered, so that its table of contents and the search follow."""
    del files
    if page.url != glossary.PAGE:
        return markdown
    return glossary.ordered(markdown, collation.sort_key(site.current_language(config)))
