"""Links in Chromium: old addresses lead on, neutral ones open in the reader's language, unknown ones get an answer.

The site is a copy in which sections and pages were renamed, moved and removed, served under a path.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts import build, interface
from scripts import config as site
from scripts.links.__main__ import main as publish
from scripts.links.ledger import path
from scripts.serve import server
from tests.conftest import BROWSED, ROOT, Site, copy_sources, reading

LANGUAGES = site.languages(site.load(ROOT))
CODES = [language.code for language in LANGUAGES]
WORDS = {code: interface.read(ROOT / "docs", code).site for code in CODES}
NOTE = {code: f"Note in {code}." for code in CODES}
"""What is told of what was removed."""

PAGES = f"""\
pages:
  start-here: {{moved: difference}}
  difference: {{moved: bpo-or-call-center}}
  lexicon: {{removed: {json.dumps(NOTE)}}}
"""
NEVER = """
  bpo-why: {page: bpo, since: 2026-11-21, titles: {en: Why}, moved: why-outsource}
  start-here: {page: start-here, since: 2026-11-21, titles: {en: Start}, moved: index}
  lexicon: {page: lexicon, since: 2026-11-21, titles: {en: Lexicon}}
  lexicon-crm: {page: lexicon, since: 2026-11-21, titles: {en: CRM}, moved: type-crm}
"""
"""Sections that this copy has published once, beside the real ones."""
FATES = {
    "bpo-reasons": "moved: bpo-why",
    "voice-non-voice": "moved: voice-work",
    "type-telemarketing": "was: [call-center-types]",
    "working-from-home": f"removed: {json.dumps(NOTE)}",
}


def _section(text: str, id_: str) -> str:
    """The section `id_` of a page."""
    match = re.search(rf"(?ms)^## [^\n]*\{{ #{id_} \}}.*?(?=^## |^\[\^|\Z)", text)
    assert match, id_
    return match[0]


def change(root: Path) -> None:
    """Rename, move and remove sections and pages in every language, and say so in the ledger."""
    for code in CODES:
        folder = root / "docs" / code
        for page in folder.glob("*.md"):
            text = page.read_text("utf-8")
            for old, new in (
                ("#bpo-reasons", "#why-outsource"),
                ("#voice-non-voice", "#voice-work"),
                ("](difference.md", "](bpo-or-call-center.md"),
                ("](call-center-types.md#type-telemarketing)", "](call-center.md#type-telemarketing)"),
                ("](locations.md#working-from-home)", "](locations.md#onshore)"),
            ):
                text = text.replace(old, new)
            page.write_text(text, "utf-8")
        (folder / "difference.md").rename(folder / "bpo-or-call-center.md")
        source, target, places = (folder / f"{name}.md" for name in ("call-center-types", "call-center", "locations"))
        moved = _section(source.read_text("utf-8"), "type-telemarketing")
        source.write_text(source.read_text("utf-8").replace(moved, ""), "utf-8")
        before = _section(target.read_text("utf-8"), "cc-quality")
        target.write_text(target.read_text("utf-8").replace(before, moved + before), "utf-8")
        text = places.read_text("utf-8")
        places.write_text(text.replace(_section(text, "working-from-home"), ""), "utf-8")
    configuration = root / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text("utf-8").replace("- difference.md", "- bpo-or-call-center.md"), "utf-8"
    )
    ledger = path(root / "docs")
    text = ledger.read_text("utf-8").replace("pages:\n\n", PAGES, 1)
    for id_, fate in FATES.items():
        text = text.replace(f"  {id_}:\n", f"  {id_}:\n    {fate}\n")
    text = text.replace(
        "    was: [call-center-types]\n    page: call-center-types\n",
        "    was: [call-center-types]\n    page: call-center\n",
    )
    ledger.write_text(text.rstrip() + NEVER, "utf-8")
    assert publish(["--root", str(root), "--add"]) == 0


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The changed site: where it is served, and its folder."""
    root = copy_sources(tmp_path_factory.mktemp("changed"))
    change(root)
    httpd = server(root / "site", 0, "/learn/")
    address = f"http://127.0.0.1:{httpd.server_port}/learn/"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", address)
        assert build.build(root) == []
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield address, root / "site"
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def visitor(changed: tuple[str, Path], chromium: Browser) -> Iterator[Site]:
    """A reader of the changed site."""
    with reading(*changed, chromium) as site:
        yield site


def _is_at(page: Page, visitor: Site, address: str) -> None:
    """Expect that the reader ends up at `address`, and sees its section."""
    expect(page).to_have_url(visitor.address + address)
    expect(page.locator("html")).to_have_attribute("lang", address.split("/")[0])
    if fragment := urlsplit(address).fragment:
        expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


OLD = [
    # sections that were renamed, on their page and on to another name
    ("bpo/#bpo-why", "bpo/#why-outsource"),
    ("bpo/#bpo-reasons", "bpo/#why-outsource"),
    # one that stands on another page
    ("call-center-types/#type-telemarketing", "call-center/#type-telemarketing"),
    # a page that was renamed, and one twice; sections that went along, and others
    ("difference/", "bpo-or-call-center/"),
    ("difference/?from=mail#overlap-2x2", "bpo-or-call-center/?from=mail#overlap-2x2"),
    ("difference/?from=mail#voice-non-voice", "bpo-or-call-center/?from=mail#voice-work"),
    ("start-here/#comparison-table", "bpo-or-call-center/#comparison-table"),
    ("start-here/#start-here", "#index"),
    # a section of a page that was removed
    ("lexicon/#lexicon-crm", "call-center-types/#type-crm"),
]


@pytest.mark.parametrize("code", BROWSED)
def test_old_addresses(visitor: Site, code: str) -> None:
    """An old address leads to the new place at once, and the way back to where one came from."""
    page = visitor.open("")
    for old, new in OLD:
        page.goto(f"{visitor.address}{code}/{old}")
        _is_at(page, visitor, f"{code}/{new}")
        page.go_back()
        expect(page).to_have_url(visitor.address)


def test_old_address_on_the_same_page(visitor: Site) -> None:
    """It leads on as well if its page is open already, and leaves no trace on the way back."""
    page = visitor.open("de/bpo/#bpo-family")
    page.wait_for_load_state("networkidle")
    page.evaluate("location.hash = 'bpo-reasons'")
    _is_at(page, visitor, "de/bpo/#why-outsource")
    page.go_back()
    _is_at(page, visitor, "de/bpo/#bpo-family")


@pytest.mark.parametrize("code", BROWSED)
def test_old_addresses_without_javascript(visitor: Site, code: str) -> None:
    """Without JavaScript, an old address shows the section, or a note with a link to it."""
    page = visitor.open(f"{code}/bpo/#bpo-reasons", java_script_enabled=False)
    expect(page.locator("#why-outsource")).to_be_in_viewport()
    page = visitor.open(f"{code}/call-center-types/#type-telemarketing", java_script_enabled=False)
    note = page.locator("#type-telemarketing")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text(WORDS[code]["section-is-here-now"])
    note.locator("a").click()
    _is_at(page, visitor, f"{code}/call-center/#type-telemarketing")
    page = visitor.open(f"{code}/start-here/", java_script_enabled=False)
    _is_at(page, visitor, f"{code}/bpo-or-call-center/")


@pytest.mark.parametrize("code", BROWSED)
@pytest.mark.parametrize("javascript", [True, False])
def test_what_was_removed(visitor: Site, code: str, javascript: bool) -> None:
    """Who asks for something that was removed is told so in the language of the address; others are not."""
    page = visitor.open(f"{code}/locations/#working-from-home", java_script_enabled=javascript)
    expect(page.get_by_text(NOTE[code])).to_be_in_viewport()
    page = visitor.open(f"{code}/locations/", java_script_enabled=javascript)
    expect(page.get_by_text(NOTE[code])).to_be_hidden()
    page = visitor.open(f"{code}/lexicon/#lexicon", java_script_enabled=javascript)
    expect(page.get_by_text(NOTE[code])).to_be_visible()
    expect(page.locator("h1")).to_have_text(WORDS[code]["page-removed"])
    page.locator("main > a").click()
    expect(page).to_have_url(f"{visitor.address}{code}/")


@pytest.mark.parametrize("code", BROWSED)
def test_pages_that_are_gone(visitor: Site, code: str) -> None:
    """Search engines are led to the new page only."""
    text = (visitor.folder / code / "difference/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{visitor.address}{code}/bpo-or-call-center/">' in text
    assert '<meta name="robots" content="noindex">' in text
    sitemap = (visitor.folder / code / "sitemap.xml").read_text("utf-8")
    assert "/bpo-or-call-center/" in sitemap
    assert "/difference/" not in sitemap


@pytest.mark.parametrize("code", BROWSED)
def test_search_does_not_find_notes(visitor: Site, code: str) -> None:
    """The notes at old addresses are not part of the text."""
    index = (visitor.folder / code / "search/search_index.json").read_text("utf-8")
    assert NOTE[code] not in index
    assert json.loads(index)["docs"]


NEUTRAL = [
    ("bpo-costs-risks", "bpo/#bpo-costs-risks"),
    ("index", "#index"),
    ("bpo-reasons", "bpo/#why-outsource"),
    ("type-telemarketing", "call-center/#type-telemarketing"),
    ("difference", "bpo-or-call-center/#difference"),
    ("voice-non-voice", "bpo-or-call-center/#voice-work"),
    ("working-from-home", "locations/#working-from-home"),
    ("lexicon", "lexicon/"),
]
"""Neutral links of sections there are and of those that were, each with its place."""


@pytest.mark.parametrize("accepted", ["hi-IN", "sw"])
def test_neutral_link_in_the_browsers_language(visitor: Site, accepted: str) -> None:
    """A neutral link opens in the language the browser asks for, and the way back leads to where one came from."""
    code = accepted[:2]
    page = visitor.open("", locale=accepted)
    for id_, address in NEUTRAL:
        page.goto(f"{visitor.address}go/{id_}/")
        _is_at(page, visitor, f"{code}/{address}")
        page.go_back()
        expect(page).to_have_url(visitor.address)


PREFERENCES = [
    (["fr-FR", "bg-BG", "en"], None, "bg"),
    (["EN-us"], None, "en"),
    (["de"], "sw", "sw"),
    (["de"], "fr", "de"),
    (["fr"], "hi", "hi"),
    (["fr", "den"], None, None),
]


@pytest.mark.parametrize(("languages", "chosen", "code"), PREFERENCES)
def test_which_language(visitor: Site, languages: list[str], chosen: str | None, code: str | None) -> None:
    """The chosen language comes first, then those of the browser in their order; for others the list stays."""
    context = visitor.context
    context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{get: () => {json.dumps(languages)}}})")
    if chosen:
        context.add_init_script(f"localStorage.setItem('language', '{chosen}')")
    page = visitor.open("go/onshore/")
    if code:
        _is_at(page, visitor, f"{code}/locations/#onshore")
    else:
        page.wait_for_load_state("networkidle")
        assert page.url == f"{visitor.address}go/onshore/"


def test_reader_whose_browser_keeps_nothing(visitor: Site) -> None:
    """A browser that refuses storage still opens neutral links."""
    visitor.context.add_init_script(
        "if (location.pathname.includes('/go/'))"  # the theme itself cannot do without
        " Object.defineProperty(window, 'localStorage', {get: () => { throw new DOMException('no') }})"
    )
    page = visitor.open("go/onshore/?list")
    page.click("a[lang=bg]")
    _is_at(page, visitor, "bg/locations/#onshore")
    page.goto(f"{visitor.address}go/onshore/")
    _is_at(page, visitor, "en/locations/#onshore")


def _choose_by_switch(page: Page) -> None:
    page.click("[data-site-switch] summary")
    page.click("[data-site-switch] a[hreflang=hi]")


CHOICES = [("en/bpo/", _choose_by_switch)] + [
    (path, lambda page: page.click("a[lang=hi]")) for path in ("", "go/onshore/?list", "no/such/page/")
]


@pytest.mark.parametrize(("path", "choose"), CHOICES)
def test_choice_is_kept(visitor: Site, path: str, choose: object) -> None:
    """The language chosen in the header, at the start or in a list is that of neutral links from then on."""
    page = visitor.open(path)
    assert callable(choose)
    choose(page)
    page.wait_for_url(re.compile("/hi/"))
    page.goto(f"{visitor.address}go/onshore/")
    _is_at(page, visitor, "hi/locations/#onshore")


@pytest.mark.parametrize(("path", "options"), [("", {"java_script_enabled": False}), ("?list", {"locale": "de-DE"})])
def test_list(visitor: Site, path: str, options: dict[str, object]) -> None:
    """Without JavaScript or if asked for, a neutral link offers the section in every language by its title."""
    page = visitor.open(f"go/type-telemarketing/{path}", **options)
    page.wait_for_load_state("networkidle")
    expect(page).to_have_url(f"{visitor.address}go/type-telemarketing/{path}")
    links = page.locator("main a")
    assert links.evaluate_all("links => links.map(link => link.lang)") == CODES
    for code in CODES:
        text = (ROOT / f"docs/{code}/call-center-types.md").read_text("utf-8")
        title = re.search(r"## (.*) \{ #type-telemarketing \}", text)
        assert title
        expect(page.locator(f"a[lang={code}] strong")).to_have_text(title[1])
    page.click("a[lang=sw]")
    _is_at(page, visitor, "sw/call-center/#type-telemarketing")


def test_neutral_pages(visitor: Site) -> None:
    """Each is small, is for no search engine, and tells messengers what it is, with a picture that is there."""
    pages = list(visitor.folder.glob("go/*/index.html"))
    assert len(pages) > 60
    for file in pages:
        text = file.read_text("utf-8")
        assert len(text.encode()) < 3000, file
        assert '<html lang="mul">' in text
        assert '<meta name="robots" content="noindex">' in text
        assert 'property="og:title" content="' in text
        assert f'property="og:url" content="{visitor.address}go/{file.parent.name}/"' in text
        picture = re.search(rf'property="og:image" content="{visitor.address}(.*?)"', text)
        assert picture
        assert (visitor.folder / picture[1]).read_bytes()[16:24] == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")


@pytest.mark.parametrize("code", BROWSED)
def test_unknown_fragment(visitor: Site, code: str) -> None:
    """An unknown fragment gets an answer in the language of the page, with the sections that come nearest."""
    page = visitor.open(f"{code}/bpo/#bpo-definitoin")
    notice = page.locator("[aria-live=polite] .admonition")
    expect(notice).to_contain_text(WORDS[code]["no-such-section"])
    expect(notice).to_contain_text(WORDS[code]["nearest-sections"])
    notice.locator("a").first.click()
    _is_at(page, visitor, f"{code}/bpo/#bpo-definition")
    expect(notice).to_have_count(0)
    page.evaluate("location.hash = 'inda-phillipines'")
    expect(notice.locator("a").first).to_have_attribute("href", f"{visitor.address}{code}/locations/#india-philippines")


KNOWN = ["", "#bpo-family", "#fn:itil", "#top", "#", "#bpo-why"]


@pytest.mark.parametrize("fragment", KNOWN)
def test_known_fragment(visitor: Site, fragment: str) -> None:
    """A fragment that leads somewhere gets no answer."""
    page = visitor.open(f"en/bpo/{fragment.replace('fn:itil', _footnote())}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".admonition.warning")).to_have_count(0)


def _footnote() -> str:
    match = re.search(r"\[\^([\w-]+)\]:", (ROOT / "docs/en/bpo.md").read_text("utf-8"))
    assert match
    return f"fn:{match[1]}"


@pytest.mark.parametrize("fragment", ["%E0%A4%A", "a'\"]", "qqqqq"])
def test_any_fragment(visitor: Site, fragment: str) -> None:
    """Whatever the fragment is, there is an answer; where nothing comes near, nothing is suggested."""
    page = visitor.open(f"en/bpo/#{fragment}")
    expect(page.locator(".admonition.warning")).to_have_text(re.compile(re.escape(WORDS["en"]["no-such-section"])))
    expect(page.locator(".admonition.warning a")).to_have_count(0)


@pytest.mark.parametrize("code", BROWSED)
def test_unknown_page(visitor: Site, code: str) -> None:
    """An unknown page suggests the sections that come nearest, in the language of its address."""
    page = visitor.open(f"{code}/cal-center/")
    expect(page.locator("h1")).to_have_text(WORDS[code]["page-not-found"])
    expect(page.locator("[aria-live=polite]")).to_contain_text(WORDS[code]["nearest-sections"])
    page.locator("[aria-live=polite] a").first.click()
    _is_at(page, visitor, f"{code}/call-center/#call-center")


@pytest.mark.parametrize(("accepted", "code"), [("hi-IN", "hi"), ("sw-KE", "sw"), ("fr-FR", "en")])
def test_unknown_neutral_link(visitor: Site, accepted: str, code: str) -> None:
    """An unknown neutral link says so in the reader's language and suggests sections in it."""
    page = visitor.open("go/nearshoring/", locale=accepted)
    answer = page.locator(f"div[lang={code}]")
    expect(answer).to_contain_text(WORDS[code]["page-not-found"])
    expect(answer).to_contain_text(WORDS[code]["nearest-sections"])
    expect(page.locator("[aria-live] ul")).to_have_count(1)
    answer.locator("a").first.click()
    _is_at(page, visitor, f"{code}/locations/#nearshore")


def test_unknown_page_where_only_the_root_answers(visitor: Site) -> None:
    """A host that knows only the 404 page of the root answers in the language of the address as well."""
    text = (visitor.folder / "404.html").read_text("utf-8")
    visitor.context.route("**/bg/no-such-onshore/", lambda route: route.fulfill(body=text, content_type="text/html"))
    page = visitor.open("bg/no-such-onshore/")
    expect(page.locator("div[lang=bg]")).to_contain_text(WORDS["bg"]["page-not-found"])
    page.locator("div[lang=bg] a", has_text="Onshore").or_(page.locator("div[lang=bg] a").first).first.click()
    expect(page).to_have_url(re.compile("/bg/locations/#"))


def test_without_the_list_of_sections(visitor: Site) -> None:
    """Where the list cannot be had, a page suggests its own sections."""
    visitor.context.route("**/links.json", lambda route: route.fulfill(status=200, body="no list"))
    page = visitor.open("de/bpo/#bpo-familie")
    link = page.locator(".admonition.warning a").first
    expect(link).to_have_attribute("href", "#bpo-family")
    expect(link).to_have_text(re.compile("^ITO"))


FILES = [
    ("go/onshore/index.html", "hi/locations/index.html#onshore"),
    ("go/bpo-reasons/index.html", "hi/bpo/index.html#why-outsource"),
    ("de/difference/index.html#voice-non-voice", "de/bpo-or-call-center/index.html#voice-work"),
    ("de/call-center-types/index.html#type-telemarketing", "de/call-center/index.html#type-telemarketing"),
]


@pytest.mark.parametrize(("opened", "reached"), FILES)
def test_from_a_folder(visitor: Site, opened: str, reached: str) -> None:
    """From a folder without a server, links lead on as well."""
    folder = visitor.folder.as_uri()
    assert visitor.context.browser
    page = visitor.context.browser.new_context(locale="hi-IN").new_page()
    page.goto(f"{folder}/{opened}")
    expect(page).to_have_url(f"{folder}/{reached}")


def test_list_from_a_folder(visitor: Site) -> None:
    """The list leads to the section, the switch from there to another language, and unknown fragments are answered."""
    folder = visitor.folder.as_uri()
    assert visitor.context.browser
    page = visitor.context.browser.new_context(locale="hi-IN").new_page()
    page.goto(f"{folder}/go/onshore/index.html?list")
    page.click("a[lang=sw]")
    expect(page).to_have_url(f"{folder}/sw/locations/index.html#onshore")
    page.click("[data-site-switch] summary")
    page.click("[data-site-switch] a[hreflang=de]")
    expect(page).to_have_url(f"{folder}/de/locations/index.html#onshore")
    page.goto(f"{folder}/de/locations/index.html#nearshor")
    expect(page.locator(".admonition.warning a").first).to_have_attribute("href", "#nearshore")
