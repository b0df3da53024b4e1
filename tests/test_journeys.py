"""Journeys of readers through the finished site, in Chromium, at phone and desktop size."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from scripts import config as site
from tests.conftest import BROWSED, ROOT, Site

LANGUAGES = site.languages(site.load(ROOT))
CODES = [language.code for language in LANGUAGES]
PAGES = sorted(
    "" if path.stem == "index" else f"{path.relative_to(ROOT / 'docs/en').with_suffix('')}/"
    for path in (ROOT / "docs/en").rglob("*.md")
)
WIDTHS = [320, 768, 1280]
SWITCH = "[data-site-switch]"


BOXES = """svg => {
  const box = ({x, y, width, height}) => [x, y, x + width, y + height]
  const boxes = name => [...svg.querySelectorAll(name)].map(element => box(element.getBBox()))
  return [boxes("text"), [box(svg.viewBox.baseVal), ...boxes("rect")]]
}"""


@pytest.mark.parametrize("code", CODES)
def test_every_page_fits_every_screen(reader: Site, code: str) -> None:
    """No page is wider than the screen, no table has to be scrolled sideways, and words fit their drawings."""
    page = reader.open(f"{code}/")  # one for all, because to open another takes as long as to load it
    for path in PAGES:
        page.goto(f"{reader.address}{code}/{path}")
        for width in WIDTHS if code in BROWSED else WIDTHS[:1]:
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width} px"
            wide = page.evaluate(
                "[...document.querySelectorAll('.md-typeset__scrollwrap')]"
                ".filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText.slice(0, 60))"
            )
            assert wide == [], f"{path} at {width} px"
        for svg in page.locator(".drawing svg").all():
            _fits(path, *svg.evaluate(BOXES))
            assert len(svg.get_attribute("aria-label") or "") > 40


def _fits(path: str, texts: list[list[float]], boxes: list[list[float]]) -> None:
    """Each text of a drawing is wholly inside or outside of every box, with some room, and off the other texts."""
    for number, text in enumerate(texts):
        assert inside(text, boxes[0]), f"{path}: text {number + 1} leaves its drawing"
        for box in boxes:
            assert inside(text, box) or apart(text, box), f"{path}: text {number + 1} leaves its box"
        for other in texts[number + 1 :]:
            assert apart(text, other), f"{path}: text {number + 1} meets another"


def inside(text: list[float], box: list[float]) -> bool:
    """Whether `text` (left, top, right, bottom) is inside `box`, with room at its sides."""
    return box[0] + 3 <= text[0] and text[2] + 3 <= box[2] and box[1] < text[1] and text[3] < box[3]


def apart(one: list[float], other: list[float]) -> bool:
    """Whether two boxes have no point in common."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("code", CODES)
def test_head(reader: Site, code: str) -> None:
    """A page names its language, its address, and the same page in all languages."""
    page = reader.open(f"{code}/bpo/")
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", f"http://127.0.0.1:8000/{code}/bpo/")
    links = page.locator("link[hreflang]").evaluate_all("links => links.map(l => [l.hreflang, l.href])")
    assert dict(links) == {
        **{other: f"http://127.0.0.1:8000/{other}/bpo/" for other in CODES},
        "x-default": "http://127.0.0.1:8000/en/bpo/",
    }
    locales = {language.code: language.og_locale for language in LANGUAGES}
    expect(page.locator("meta[property='og:locale']")).to_have_attribute("content", locales[code])
    assert page.locator("meta[property='og:locale:alternate']").count() == len(CODES) - 1
    description = page.locator("meta[name=description]").get_attribute("content") or ""
    assert 40 < len(description) <= 155


@pytest.mark.parametrize("code", CODES)
def test_switch_offers_the_others(reader: Site, code: str) -> None:
    """The switch has the other languages by their own names, each link in that language and to the same page."""
    page = reader.open(f"{code}/difference/")
    links = page.locator(f"{SWITCH} a").evaluate_all(
        "links => links.map(l => [l.lang, l.hreflang, l.textContent.trim(), new URL(l.href).pathname])"
    )
    assert links == [
        [other.code, other.code, other.name, f"/{other.code}/difference/"] for other in LANGUAGES if other.code != code
    ]


def test_switch_keeps_the_section(reader: Site) -> None:
    """From a section in one language one comes to the same section in another, and on from there."""
    page = reader.open("de/locations/#nearshore")
    for code in ("sw", "hi", "bg", "en", "de"):
        page.click(f"{SWITCH} summary")
        page.click(f"{SWITCH} a[hreflang={code}]")
        page.wait_for_url(re.compile(rf"/{code}/locations/#nearshore$"))
        expect(page.locator("#nearshore")).to_be_in_viewport()


def test_switch_keeps_the_section_one_has_scrolled_to(reader: Site) -> None:
    """The address follows the reader, so the switch leads to the section on the screen."""
    page = reader.open("en/locations/")
    page.wait_for_load_state("networkidle")  # the address follows only once the theme has started
    page.locator("#india-philippines").evaluate("heading => heading.scrollIntoView()")
    page.wait_for_url(re.compile("#india-philippines$"))
    page.click(f"{SWITCH} summary")
    page.click(f"{SWITCH} a[hreflang=hi]")
    page.wait_for_url(re.compile("/hi/locations/#india-philippines$"))


def test_switch_by_keyboard(reader: Site) -> None:
    """The switch opens, is walked through and closes by keys alone."""
    page = reader.open("en/bpo/#bpo-reasons")
    summary = page.locator(f"{SWITCH} summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{SWITCH} a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(f"{SWITCH} a").first).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/bg/bpo/#bpo-reasons$"))


def test_switch_by_touch(reader: Site) -> None:
    """On a phone, two taps lead to the section in the other language."""
    phone = {"width": 360, "height": 740}
    page = reader.open("en/bpo/#bpo-family", viewport=phone, has_touch=True, is_mobile=True)
    page.tap(f"{SWITCH} summary")
    page.tap(f"{SWITCH} a[hreflang=sw]")
    page.wait_for_url(re.compile("/sw/bpo/#bpo-family$"))


def test_switch_closes_when_one_looks_elsewhere(reader: Site) -> None:
    """A click beside the open switch closes it."""
    page = reader.open("en/")
    page.click(f"{SWITCH} summary")
    page.click("h1")
    expect(page.locator(f"{SWITCH} a").first).to_be_hidden()


@pytest.mark.parametrize("code", CODES)
def test_without_javascript(reader: Site, code: str) -> None:
    """Without JavaScript the text is there, the switch keeps the page, and search does not pretend to work."""
    page = reader.open(f"{code}/call-center/", java_script_enabled=False)
    expect(page.locator("#cc-metrics")).to_be_visible()
    expect(page.locator("[data-md-component=search-query]")).to_be_hidden()
    other = "en" if code != "en" else "de"
    page.click(f"{SWITCH} summary")
    page.click(f"{SWITCH} a[hreflang={other}]")
    page.wait_for_url(re.compile(f"/{other}/call-center/$"))
    expect(page.locator("html")).to_have_attribute("lang", other)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("accepted", ["de-DE", "fr-FR"])
def test_root_offers_all_languages(reader: Site, javascript: bool, accepted: str) -> None:
    """The root offers every language in its own words and sends nobody anywhere."""
    page = reader.open("", java_script_enabled=javascript, locale=accepted)
    assert page.url == reader.address
    for language in LANGUAGES:
        link = page.locator(f"a[lang={language.code}][hreflang={language.code}]")
        expect(link).to_contain_text(language.title)
        expect(link).to_contain_text(language.description)
    page.click("a[hreflang=sw]")
    page.wait_for_url(re.compile("/sw/$"))


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_not_found(reader: Site, language: site.Language) -> None:
    """A missing page answers in the language of its address and leads back to that language's start."""
    page = reader.open(f"{language.code}/no/such/page/")
    expect(page.locator("html")).to_have_attribute("lang", language.code)
    assert "404" not in page.locator("h1").inner_text()
    expect(page).to_have_title(re.compile(f" - {re.escape(language.title)}$"))
    page.click(".md-content a.md-button")
    page.wait_for_url(re.compile(f"/{language.code}/$"))


def test_not_found_in_no_language(reader: Site) -> None:
    """A missing page of no language answers in all of them."""
    page = reader.open("no/such/page/")
    assert page.locator("a[lang]").evaluate_all("links => links.map(l => l.lang)") == CODES
    page.click("a[lang=bg]")
    page.wait_for_url(re.compile("/bg/$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_device(reader: Site, scheme: str) -> None:
    """A page is dark on a dark device and light on a light one, and remembers the other choice."""
    page = reader.open("hi/", color_scheme=scheme)
    other = {"light": "slate", "dark": "default"}[scheme]
    here = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", here)
    page.locator("[data-md-component=palette] label:not([hidden])").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", other)
