"""On paper: a worksheet without its answers, dark on white, and nothing of the interface."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from scripts import config as site
from tests.conftest import BROWSED, ROOT, Site

CODES = [language.code for language in site.languages(site.load(ROOT))]
A4 = {"width": 673, "height": 1000}
"""Inside the margins, in CSS pixels."""
INTERFACE = ".md-header, .md-footer, .md-sidebar, .md-top, .headerlink, .site-switch, dialog"


def _on_paper(reader: Site, path: str) -> Page:
    page = reader.open(path, viewport=A4, color_scheme="dark")
    page.wait_for_load_state("networkidle")  # the theme opens disclosures for printing once it has started
    page.emulate_media(media="print")
    return page


def _light(colour: str) -> float:
    """How light a colour is as browsers write it, from 0 to 1; what shines through is white paper."""
    red, green, blue, *alpha = map(float, re.findall(r"[\d.]+", colour))
    return 1 - (alpha[0] if alpha else 1) * (1 - (red + green + blue) / 3 / 255)


@pytest.mark.parametrize("code", BROWSED)
def test_worksheet(reader: Site, code: str) -> None:
    """Printed are all questions with their options, but only the answers that the reader has opened."""
    page = reader.open(f"{code}/check-yourself/", viewport=A4)
    page.wait_for_load_state("networkidle")
    answers = page.locator(".md-typeset details")
    answers.nth(1).locator("summary").click()
    answers.nth(2).locator("summary").click()
    answers.nth(2).locator("summary").click()
    expect(answers.nth(1)).not_to_have_attribute("data-closed", "")
    expect(answers.nth(2)).to_have_attribute("data-closed", "")
    page.emulate_media(media="print")
    expect(page.locator(".md-typeset details:visible")).to_have_count(1)
    expect(answers.nth(1).locator("p").last).to_be_visible()
    questions = page.locator(".md-typeset h3:visible").count()
    assert questions == answers.count()
    assert page.locator(".md-typeset details").evaluate_all(
        "all => all.every(d => d.previousElementSibling.matches('ol') && d.previousElementSibling.checkVisibility())"
    )
    page.emulate_media(media="screen")
    expect(page.locator(".md-typeset details:visible")).to_have_count(questions)
    expect(page.locator(".md-typeset details[open]")).to_have_count(1)


def test_print_dialog(reader: Site) -> None:
    """Answers that the theme opens before the medium changes, as browsers let it, stay off the paper as well."""
    page = reader.open("en/check-yourself/", viewport=A4)
    page.wait_for_load_state("networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".md-typeset details:not([open])")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".md-typeset details:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".md-typeset details[open]")).to_have_count(0)


def test_without_javascript(reader: Site) -> None:
    """Closed answers are left out without JavaScript, too."""
    page = reader.open("en/check-yourself/", viewport=A4, java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator(".md-typeset details:visible")).to_have_count(0)


@pytest.mark.parametrize("path", ["en/check-yourself/", "hi/call-center/", "de/difference/", "bg/examples/"])
def test_dark_on_white(reader: Site, path: str) -> None:
    """A reader who has chosen dark colours prints dark letters on white paper, and only the text."""
    page = _on_paper(reader, path)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.evaluate("document.getAnimations().forEach(animation => animation.cancel())")  # links fade to their colour
    colours = page.evaluate(
        """() => [...document.querySelectorAll(".md-typeset :is(h1, h2, p, li, td, th, a, text)")]
          .filter(element => element.checkVisibility())
          .map(element => getComputedStyle(element)[element.matches("text") ? "fill" : "color"])"""
    )
    assert {colour for colour in colours if _light(colour) > 0.5} == set()
    assert _light(page.evaluate("getComputedStyle(document.body).backgroundColor")) == 1
    expect(page.locator(INTERFACE).locator("visible=true")).to_have_count(0)


def test_choice_of_languages_dark_on_white(reader: Site) -> None:
    """So it is on the pages without the theme."""
    page = _on_paper(reader, "go/bpo/?list")
    assert _light(page.evaluate("getComputedStyle(document.body).color")) < 0.3


def test_tables(reader: Site) -> None:
    """On A4, tables are tables and not the cards of a narrow screen, and fit."""
    for path in ("hi/difference/", "de/sources/", "en/locations/"):
        page = _on_paper(reader, path)
        for table in page.locator(".md-typeset table").all():
            assert table.evaluate("t => getComputedStyle(t.rows[0].cells[0]).display") == "table-cell"
            assert table.evaluate("t => getComputedStyle(t.tHead).display") == "table-header-group"
            assert table.evaluate("t => t.getBoundingClientRect().right <= innerWidth"), path


def test_addresses(reader: Site) -> None:
    """Only sources are followed by their address."""
    page = _on_paper(reader, "de/difference/")
    links = page.locator(".md-typeset a:not(.headerlink)").evaluate_all(
        "links => links.map(a => [a.getAttribute('href'), getComputedStyle(a, '::after').content])"
    )
    assert any(href.startswith("http") for href, _ in links)
    for href, after in links:
        assert after == (f'" ({href})"' if href.startswith("http") else "none")


def test_where_pages_end(reader: Site) -> None:
    """No page ends below a heading, within the options of a question or within an answer."""
    page = _on_paper(reader, "sw/check-yourself/")
    style = "(all, name) => [...new Set(all.map(one => getComputedStyle(one)[name]))]"
    assert page.locator(".md-typeset :is(h2, h3)").evaluate_all(style, "breakAfter") == ["avoid"]
    for pieces in (".md-typeset ol:has(+ details)", ".md-typeset details"):
        assert page.locator(pieces).evaluate_all(style, "breakInside") == ["avoid"]
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
