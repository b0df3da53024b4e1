"""`python -m scripts.handouts`: builds the site with its handouts, as `site/hi/handouts/bpo.pdf` and `all.pdf`."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser

from scripts import browser, build, handouts, interface
from scripts import config as site
from scripts.handouts import Handout, press
from scripts.serve import server


def write(config: MkDocsConfig, stage: Path) -> None:
    """Write the handouts of the finished site in `stage` into it.

    Raises SiteError where they cannot be printed.
    """
    sections = json.loads((stage / "links.json").read_text(encoding="utf-8"))["sections"]
    pages = [section["page"] for section in sections if section["level"] == 1]
    codes = [language.code for language in site.languages(config)]
    with press.chromium(browser.find()) as chromium:
        for code in codes:
            make(wanted := handouts.handouts([code], pages), config, stage, chromium)
            print(f"handouts: {len(wanted)} files in {wanted[0].path.rpartition('/')[0]}/", flush=True)


def make(wanted: Iterable[Handout], config: MkDocsConfig, stage: Path, chromium: Browser) -> None:
    """Write the handouts `wanted` of the finished site in `stage` into it.

    Raises SiteError where their fonts are missing.
    """
    root = site.root_url(config)
    languages = {language.code: language for language in site.languages(config)}
    with _served(stage) as base:
        for handout in wanted:
            language = languages[handout.code]
            words = interface.read(Path(config.docs_dir), handout.code).site
            cover = {
                "address": f"{root}{handout.code}/",
                "title": language.title,
                "description": language.description,
                "license": f"{words['examples']} {words['license']}",
            }
            given = {"root": root, "words": words, "cover": cover}
            path = stage / handout.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(press.pdf(chromium, base, [f"{handout.code}/{page}" for page in handout.pages], given))


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of a server for `folder`."""
    httpd = server(folder, 0)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/"
    finally:
        httpd.shutdown()
        httpd.server_close()


def main() -> int:
    """The exit code: 0 built, 1 something to mend in the pages, 2 could not run."""
    os.environ["SITE_HANDOUTS"] = "1"  # pages then link to them
    return browser.main() or build.main(finish=write)


if __name__ == "__main__":
    sys.exit(main())
