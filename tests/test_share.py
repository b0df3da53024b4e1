"""Copying links to sections: the controls beside headings, their dialog, and the list of all sections."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from scripts import config as site
from scripts import interface
from tests.conftest import BROWSED, ROOT, Site
from tests.scan import scan

CODES = [language.code for language in site.languages(site.load(ROOT))]
WORDS = {code: interface.read(ROOT / "docs", code).site for code in CODES}
PHONE: dict[str, object] = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
CLIPBOARD: dict[str, object] = {"permissions": ["clipboard-read", "clipboard-write"]}
ONE, ALL = "#site-share-one-address", "#site-share-all-address"
TITLE = "heading => [...heading.childNodes].filter(n => n.className !== 'headerlink').map(n => n.textContent).join('')"


def control(page: Page, id_: str) -> Locator:
    """The control beside the heading `id_`."""
    return page.locator(f"[id='{id_}'] > .headerlink")


def copied(page: Page) -> str:
    """What the reader would paste."""
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize("code", BROWSED)
def test_every_heading_has_a_control(reader: Site, code: str) -> None:
    """Beside every heading stands a control that is named after it, in the language of the page."""
    page = reader.open(f"{code}/call-center/")
    headings = page.locator(".md-content :is(h1, h2, h3, h4, h5, h6)").all()
    assert len(headings) > 10
    for heading in headings:
        name = WORDS[code]["copy-link"].replace("{}", heading.evaluate(TITLE))
        expect(heading.get_by_role("button", name=name, exact=True)).to_have_count(1)
    sizes = page.locator(".headerlink").evaluate_all(SIZES)
    assert min(min(size) for size in sizes) >= 24


SIZES = "links => links.map(link => link.getBoundingClientRect()).map(box => [box.width, box.height])"


def test_controls_for_fingers(reader: Site) -> None:
    """On a phone the controls are seen without hovering, large enough, and a tap opens the dialog, which fits."""
    page = reader.open("hi/bpo/", **PHONE)
    assert min(min(size) for size in page.locator(".headerlink").evaluate_all(SIZES)) >= 44
    expect(control(page, "bpo-costs-risks")).to_have_css("opacity", "1")
    control(page, "bpo-costs-risks").tap()
    box = page.locator(".site-share").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.locator(".site-share").evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") == 0
    sizes = page.locator(".site-share :is(a, button, input, select)").evaluate_all(SIZES)
    assert min(height for _, height in sizes) >= 44
    page.locator(".site-share__close").tap()
    expect(page.locator(".site-share")).to_be_hidden()


@pytest.mark.parametrize("code", BROWSED)
def test_copying_by_keyboard(reader: Site, code: str) -> None:
    """With keys alone one reaches a control, copies its link, hears so, and comes back to where one was."""
    page = reader.open(f"{code}/bpo/", **CLIPBOARD)
    control(page, "bpo-reasons").focus()
    while not control(page, "bpo-costs-risks").evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=page.locator("#bpo-costs-risks").evaluate(TITLE), exact=True)
    expect(dialog).to_be_visible()
    expect(page.locator("#site-share-one-copy")).to_be_focused()
    page.keyboard.press("Enter")
    status = dialog.get_by_role("status")
    expect(status).to_have_text(WORDS[code]["share-copied"])
    expect(status).to_be_visible()
    assert copied(page) == f"{reader.address}{code}/bpo/#bpo-costs-risks"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(control(page, "bpo-costs-risks")).to_be_focused()
    page.keyboard.press("Space")
    expect(dialog).to_be_visible()
    expect(status).to_be_empty()


def test_the_other_links(reader: Site) -> None:
    """The dialog has the link of each language and the one for every reader, each with its own button."""
    page = reader.open("en/locations/", **CLIPBOARD)
    control(page, "nearshore").click()
    name = f"{WORDS['en']['share-copy']} {WORDS['en']['share-all']}"
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".site-share__status")).to_have_text(WORDS["en"]["share-copied"])
    assert copied(page) == f"{reader.address}go/nearshore/"
    page.get_by_label(WORDS["en"]["share-one"]).and_(page.locator("select")).select_option("hi")
    expect(page.locator(".site-share__status")).to_be_empty()
    page.locator("#site-share-one-copy").click()
    expect(page.locator(".site-share__status")).to_have_text(WORDS["en"]["share-copied"])
    assert copied(page) == f"{reader.address}hi/locations/#nearshore"
    page.mouse.click(5, 5)
    expect(page.locator(".site-share")).to_be_hidden()
    control(page, "offshore").click()
    expect(page.locator(ONE)).to_have_value(f"{reader.address}en/locations/#offshore")


REFUSALS = [
    "void (navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')))",
    "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
]


@pytest.mark.parametrize("code", BROWSED)
@pytest.mark.parametrize("refusal", REFUSALS, ids=["refused", "missing"])
def test_refused_clipboard(reader: Site, code: str, refusal: str) -> None:
    """Where the browser does not copy, the address is selected, and the reader is told what to do."""
    page = reader.open(f"{code}/difference/")
    page.evaluate(refusal)
    control(page, "overlap-2x2").click()
    page.locator("#site-share-all-copy").click()
    expect(page.get_by_role("status").filter(has_text="Ctrl+C" if code != "de" else "Strg+C")).to_have_text(
        WORDS[code]["share-select"]
    )
    field = page.locator(ALL)
    expect(field).to_be_focused()
    assert field.evaluate("field => field.readOnly")
    selected = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert selected == f"{reader.address}go/overlap-2x2/"


def test_published_addresses_are_copied(reader: Site) -> None:
    """Wherever a page is read, the published address is copied; a copy for tests says that it is one."""
    address = "de/difference/"
    page = reader.open(address)
    control(page, "overlap-2x2").click()
    expect(page.locator(".site-share__test")).to_be_visible()
    text = (reader.folder / address / "index.html").read_text("utf-8")

    def publish(route: Route) -> None:
        route.fulfill(
            body=text.replace("http://127.0.0.1:8000/", "https://example.org/learn/"), content_type="text/html"
        )

    page.route(f"**/{address}", publish)
    page.reload()
    control(page, "overlap-2x2").click()
    expect(page.locator(ONE)).to_have_value("https://example.org/learn/de/difference/#overlap-2x2")
    expect(page.locator(ALL)).to_have_value("https://example.org/learn/go/overlap-2x2/")
    expect(page.locator(".site-share__test")).to_be_hidden()


def test_code(reader: Site) -> None:
    """The dialog shows the QR code of the neutral address, loaded only then, and offers it for download."""
    page = reader.open("bg/difference/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_load_state("networkidle")
    page.reload()
    assert not [url for url in asked if "qr.svg" in url]
    control(page, "overlap-2x2").click()
    title = page.locator("#overlap-2x2").evaluate(TITLE)
    picture = page.get_by_role("img", name=WORDS["bg"]["share-qr"].replace("{}", title), exact=True)
    found = scan(page, str(picture.get_attribute("src")))
    assert found is not None
    assert found.text == "http://127.0.0.1:8000/go/overlap-2x2/"
    with page.expect_download() as download:
        page.get_by_role("link", name=WORDS["bg"]["share-qr-download"]).click()
    assert download.value.suggested_filename == "overlap-2x2.svg"


def test_permalinks_without_javascript(reader: Site) -> None:
    """Without JavaScript the control is a link to the section that says so, and the list is there without a filter."""
    page = reader.open("sw/bpo/", java_script_enabled=False)
    title = page.locator("#bpo-costs-risks").inner_text().removesuffix("#").strip()
    name = WORDS["sw"]["permalink"].replace("{}", title)
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_url(re.compile("/sw/bpo/#bpo-costs-risks$"))
    page.goto(f"{reader.address}sw/trainers/")
    expect(page.locator(".site-places__place").last).to_be_visible()
    expect(page.locator("#site-places-find")).to_be_hidden()


def test_a_control_is_still_a_link(reader: Site) -> None:
    """With a key that opens links elsewhere, the permalink does what links do."""
    page = reader.open("en/bpo/")
    with page.context.expect_page() as opened:
        control(page, "bpo-reasons").click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url(re.compile("/en/bpo/#bpo-reasons$"))
    expect(page.locator(".site-share")).to_have_count(0)


@pytest.mark.parametrize("code", BROWSED)
def test_controls_are_no_text(reader: Site, code: str) -> None:
    """Neither the table of contents nor search reads the controls, and search finds nothing in the list of sections."""
    page = reader.open(f"{code}/trainers/")
    titles = [heading.evaluate(TITLE).strip() for heading in page.locator(".md-content h2").all()]
    listed = page.locator(".md-sidebar--secondary .md-nav__item .md-nav__link").all_inner_texts()
    assert [text.strip() for text in listed] == titles
    entries = json.loads((reader.folder / code / "search/search_index.json").read_text("utf-8"))["docs"]
    own = {entry["location"]: entry for entry in entries if entry["location"].startswith("trainers/")}
    assert len(own) == len(titles) + 1
    assert [entry["title"] for entry in own.values()][1:] == titles
    assert len(own["trainers/#trainers-all-links"]["text"]) < 300
    for entry in entries:
        assert WORDS[code]["permalink"].split("{}")[0] not in entry["title"] + entry["text"]


def test_paper_has_no_controls(reader: Site) -> None:
    """On paper there are neither controls nor the dialog."""
    page = reader.open("en/trainers/")
    control(page, "trainers-how").click()
    page.emulate_media(media="print")
    for name in (".headerlink", ".site-share", ".site-places__share", ".site-places__find"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.locator(".site-places__place").first).to_be_visible()


@pytest.fixture
def sections(site_folder: Path) -> Iterator[list[dict[str, object]]]:
    """All sections, as programs are told of them."""
    yield json.loads((site_folder / "links.json").read_text("utf-8"))["sections"]


@pytest.mark.parametrize("code", BROWSED)
def test_list_of_sections(reader: Site, sections: list[dict[str, object]], code: str) -> None:
    """The trainers' page has every section with its links; a phone on a slow line can bear its size."""
    page = reader.open(f"{code}/trainers/")
    rows = page.locator(".site-places__place").evaluate_all(
        """rows => rows.map(row => ({id: row.dataset.id, title: row.querySelector("a").textContent,
             links: [...row.querySelectorAll("a")].map(a => a.href)}))"""
    )
    assert sorted(row["id"] for row in rows) == sorted(str(section["id"]) for section in sections)
    listed = {section["id"]: section for section in sections}
    for row in rows:  # the glossary's sections stand in each language's own order
        section = listed[row["id"]]
        titles, links = section["titles"], section["links"]
        assert isinstance(titles, dict)
        assert isinstance(links, dict)
        assert row["title"] == titles[code]
        wanted = [links[code], *(links[other] for other in CODES if other != code), section["neutral"], section["qr"]]
        assert row["links"] == [link.replace("http://127.0.0.1:8000/", reader.address) for link in wanted]
    assert len(gzip.compress((reader.folder / code / "trainers/index.html").read_bytes())) < 30_000  # as hosts send it


def test_copying_from_the_list(reader: Site) -> None:
    """A row of the list offers the links of its section, on whatever page that is."""
    page = reader.open("de/trainers/", **CLIPBOARD)
    row = page.locator("[data-id=cc-roles]")
    title = row.locator("a").first.inner_text()
    row.get_by_role("button", name=WORDS["de"]["copy-link"].replace("{}", title), exact=True).press("Enter")
    page.locator("#site-share-one-copy").click()
    expect(page.locator(".site-share__status")).to_have_text(WORDS["de"]["share-copied"])
    assert copied(page) == f"{reader.address}de/call-center/#cc-roles"


FILTERS = [("en", "NEARshore", "nearshore"), ("bg", "пица", None), ("hi", "लागत जोखिम", "bpo-costs-risks")]


@pytest.mark.parametrize(("code", "typed", "expected"), FILTERS)
def test_filter(reader: Site, sections: list[dict[str, object]], code: str, typed: str, expected: str | None) -> None:
    """What one types leaves the sections with these words in their title or page; their number is announced."""
    page = reader.open(f"{code}/trainers/")
    count = page.get_by_role("status")
    total = str(len(sections))
    expect(count).to_have_text(WORDS[code]["places-count"].replace("{}", total))
    page.get_by_label(WORDS[code]["places-find"]).press_sequentially(typed)
    shown = page.locator(".site-places__place:visible")
    if expected:
        expect(page.locator("[data-id=index]")).to_be_hidden()
        expect(page.locator(f"[data-id={expected}]")).to_be_visible()
    else:
        expect(shown).to_have_count(0)
    left = shown.all()
    assert len(left) < len(sections) / 2
    expect(count).to_have_text(WORDS[code]["places-count"].replace("{}", str(len(left)), 1).replace("{}", total))
    page.get_by_label(WORDS[code]["places-find"]).fill("")
    expect(shown).to_have_count(len(sections))
