"""Prints handouts with Chromium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright
from playwright.sync_api import Error as BrowserError
from pypdf import PdfReader

from scripts.config import SiteError

OLDEST = 131
"""The first Chromium that prints page numbers where a stylesheet asks for them (boxes in the margins of @page)."""
FONTS = ("NotoSans-", "NotoSansDevanagari-")
"""What the names of the fonts in handout.css begin with."""
HERE = Path(__file__).parent


@contextmanager
def chromium(path: str | None) -> Iterator[Browser]:
    """The Chromium at `path`, ready to print.

    Raises SiteError where it is too old or fails.
    """
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path)
            if int(browser.version.split(".")[0]) < OLDEST:
                raise SiteError(f"handouts need Chromium {OLDEST} or newer, {path} is {browser.version}")
            yield browser
    except BrowserError as error:
        raise SiteError(f"Chromium: {error}") from error


def pdf(browser: Browser, base: str, pages: list[str], given: Mapping[str, Any]) -> bytes:
    """The handout of `pages`, addresses of the site that is served at `base`, as tagged PDF.

    `given` are the further arguments of handout.js.

    Raises SiteError where its fonts are missing.
    """
    page = browser.new_page(color_scheme="light")
    try:
        page.route("**/*.js", _refuse)  # the scripts of the site are for the screen
        page.goto(base + pages[0])
        page.add_style_tag(path=HERE / "handout.css")
        page.evaluate((HERE / "handout.js").read_text(encoding="utf-8"), {"base": base, "paths": pages, **given})
        content = _print(page)
        if page.locator("a[data-page]").count():
            page.evaluate(
                """numbers => document.querySelectorAll("a[data-page]").forEach(link => {
                  link.textContent = numbers[decodeURIComponent(link.hash.slice(1))]
                })""",
                page_numbers(content),
            )
            content = _print(page)
    finally:
        page.close()
    if strange := sorted(font for font in fonts(content) if not font.startswith(FONTS)):
        raise SiteError(f"{pages[0]} is set in {', '.join(strange)}; install Noto Sans, on Debian: fonts-noto-core")
    return content


def _refuse(route: Route) -> None:
    route.abort()


def _print(page: Page) -> bytes:
    return page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)


def page_numbers(content: bytes) -> dict[str, int]:
    """On which page of a PDF each place stands that its links lead to, by id."""
    reader = PdfReader(BytesIO(content))
    places = reader.named_destinations.items()
    return {name.removeprefix("/"): (reader.get_destination_page_number(place) or 0) + 1 for name, place in places}


def fonts(content: bytes) -> set[str]:
    """The names of the fonts in a PDF, without the letters that tell subsets apart."""
    pages: Any = PdfReader(BytesIO(content)).pages
    return {
        font.get_object()["/BaseFont"].removeprefix("/").split("+")[-1]
        for page in pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
