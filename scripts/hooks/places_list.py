"""MkDocs hook: lists of the whole site.

`<div data-places></div>` becomes the list of every section, with its links and its QR code,
`<div data-handouts></div>` that of the handouts, or nothing in a site that is built without them.
"""

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
from scripts import handouts, places

LISTS = {
    "<div data-places></div>": "partials/places.html",
    "<div data-handouts></div>": "partials/handouts.html",
}
"""The template of each list, by what asks for it."""


@event_priority(-100)  # after the places have been noted
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the lists into each page that asks for them; only now are the titles of all pages known."""
    code = site.current_language(config)
    found = places.join({code: places.noted(Path(config.site_dir))})
    pages = [list(group) for _, group in groupby(found, key=lambda place: place.page)]
    for file in files.documentation_pages():
        page = file.page
        for place, name in LISTS.items():
            if page and page.content and place in page.content:
                up = "../" * (page.url.count("/") + 1)
                listing = env.get_template(name).render(
                    config=config, page=page, pages=pages, up=up, handout=handouts.path
                )
                page.content = page.content.replace(place, listing)
