"""MkDocs hook: the glossary in the alphabetical order of the language, its names in the others, and links to it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from scripts import collation, glossary
from scripts import config as site
from scripts.mentions import MentionsExtension
from scripts.parity import termbase

_mentions: MentionsExtension


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the renderer add the names in other languages, and link first mentions."""
    global _mentions
    languages, code = site.languages(config), site.current_language(config)
    terms = termbase.read(Path(config.docs_dir), [language.code for language in languages])
    names = glossary.NamesExtension([language for language in languages if language.code != code], terms)
    page = Path(config.docs_dir, code, glossary.SOURCE)
    _mentions = MentionsExtension(terms[code], page.read_text("utf-8", "replace") if page.is_file() else "")
    # MkDocs validates this list as names, but hands it to Markdown, which takes instances as well.
    config.markdown_extensions.extend([names, _mentions])  # type: ignore[list-item]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Sort the glossary before it is rendered, so that its table of contents and the search follow."""
    del files
    if page.url == glossary.PAGE:
        _mentions.address = ""
        return glossary.ordered(markdown, collation.sort_key(site.current_language(config)))
    _mentions.address = get_relative_url(glossary.PAGE, page.url)
    return markdown
