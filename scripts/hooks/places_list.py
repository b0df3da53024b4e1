"""MkDocs hook: fills `<div data-places></div>` with every section of the site, its links and its QR code."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from scripts import config as site
from scripts import places

PLACE = "<div data-places></div>"


@event_priority(-100)  # after the places have been noted
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the list into each page that asks for it; only now are the titles of all pages known."""
    code = site.current_language(config)
    found = places.join({code: places.noted(Path(config.site_dir))})
    pages = [list(group) for _, group in groupby(found, key=lambda place: place.page)]
    template = env.get_template("partials/places.html")
    for file in files.documentation_pages():
        page = file.page
        if page and page.content and PLACE in page.content:
            listing = template.render(config=config, page=page, pages=pages, up="../" * (page.url.count("/") + 1))
            page.content = page.content.replace(PLACE, listing)
