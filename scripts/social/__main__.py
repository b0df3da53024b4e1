"""`python -m scripts.social`: draws the pictures anew, with Chromium, because it shapes the letters of every script."""

from __future__ import annotations

import sys

from playwright.sync_api import sync_playwright

from scripts import browser, social
from scripts import config as site
from scripts.build import ROOT
from scripts.social import png

SOURCE = "Source"
"""The keyword under which a picture says what it was drawn from."""


def main() -> int:
    """The exit code: 0 drawn, 2 could not run."""
    if code := browser.main():
        return code
    try:
        config = site.load(ROOT)
        docs = ROOT / "docs"
        designs = social.designs(docs, site.languages(config))
    except (site.SiteError, OSError) as error:
        print(f"social: {error}", file=sys.stderr)
        return 2
    for name, picture in draw(designs).items():
        path = social.path(docs, name)
        path.write_bytes(picture)
        print(f"social: {path.relative_to(ROOT)} ({len(picture) / 1000:.0f} kB)")
    return 0


def draw(designs: dict[str, str]) -> dict[str, bytes]:
    """The pictures of `designs`, each with the fingerprint of its design in it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find())
        page = chromium.new_page(viewport={"width": social.WIDTH, "height": social.HEIGHT})
        pictures = {}
        for name, design in designs.items():
            page.set_content(design)
            pictures[name] = png.with_text(page.screenshot(), SOURCE, social.fingerprint(design))
        return pictures


if __name__ == "__main__":
    sys.exit(main())
