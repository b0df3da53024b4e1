"""MkDocs hook: gives one render its language, its words and its addresses."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts import config as site
from scripts import interface, search, social


@event_priority(100)  # before the search plugin asks for its settings
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill in what differs between languages and is not in mkdocs.yml."""
    code = site.current_language(config)
    words = interface.read(Path(config.docs_dir), code)
    root = site.root_url(config)
    config.site_url = f"{root}{code}/"
    config.copyright = f"{words.site['examples']} {words.site['license']}"
    config.extra.update(
        site_root=root,
        picture={"address": social.address(root, code), "width": social.WIDTH, "height": social.HEIGHT},
        languages=site.languages(config),
        current_language=code,
        theme_words={"language": code, **words.theme, **search.settings(code)},
        words=words.site,
        # Makes the header show the switch, without a list from which base.html would write links.
        alternate=True,
    )
    config.mdx_configs["toc"]["permalink_title"] = words.site["permalink"]
    config.mdx_configs.setdefault("footnotes", {})["BACKLINK_TITLE"] = words.site["back-to-footnote"]
    for palette in config.theme["palette"]:
        palette["toggle"]["name"] = words.site[palette["toggle"]["name"]]
    site.add_own_extensions(config)
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let templates write data as JSON with the letters of every script as they are."""
    del config, files
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the search how much the page counts."""
    del markdown, config, files
    if boost := search.BOOSTS.get(page.url):
        page.meta["search"] = {"boost": boost}


def on_post_build(config: MkDocsConfig) -> None:
    """Give the search worker the stemmer of this language."""
    search.write(Path(config.site_dir), site.current_language(config))
