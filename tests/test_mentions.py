"""First mentions: which words of a page lead to the glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import expect

from scripts import glossary
from scripts.mentions import MentionsExtension
from scripts.parity.forms import LETTER
from tests.conftest import BROWSED, ROOT, Site
from tests.head import pages
from tests.real import CODES, VOCABULARIES

EXTENSIONS = ["attr_list", "footnotes", "md_in_html", "tables", "admonition", "pymdownx.details", "toc"]
GLOSSARY = "# G\n\n" + "".join(
    f"## T {{ #{glossary.TERM}{one.name} }}\n\nIt is explained [there](p.md#about-{one.name}).\n\n"
    for one in VOCABULARIES["en"].concepts
    if one.name != "co-browsing"
)
"""A glossary with entries for all terms but one."""

CASES = [
    # the first mention, and no other
    ("en", "The IVR and CRM.\n\nAn IVR.", "[IVR] [CRM]"),
    ("en", "- An IVR\n- A *CRM* and a **PBX: IVR**", "[IVR] [CRM] [PBX]"),
    ("en", "An IVR, an IVR\nand an *IVR* or IVR.", "[IVR]"),
    # not where nobody reads on, so the next mention is the first
    ("en", "## IVR\n\n| IVR |\n|---|\n| IVR |\n\n> IVR\n\n`IVR`\n\n    IVR", ""),
    ("en", "## IVR\n\n| IVR |\n|---|\n| IVR |\n\n> IVR\n\n`IVR`, an IVR", "[IVR]"),
    ("en", "- ## IVR\n\n    | CRM |\n    |---|\n    | CRM |\n\n    ??? note \"ACD\"\n\n        A PBX.", "[PBX]"),
    ("en", "!!! note \"IVR\"\n\n    A CRM.", "[CRM]"),
    ("en", "??? success \"IVR\"\n\n    A CRM.", "[CRM]"),
    ("en", "<figure markdown>\n\nAn IVR.\n\n- IVR\n\n<figcaption markdown>IVR.</figcaption>\n</figure>", ""),
    ("en", "A.[^n]\n\n[^n]: IVR.", ""),
    # not in the options of a question, but in its answer
    ("en", '1. An IVR\n2. A CRM\n\n??? success "A"\n\n    A CRM is no ACD.', "[CRM] [ACD]"),
    ("en", '1. An IVR\n2. A CRM\n\nNo PBX.\n\n??? success "A"\n\n    A CRM.', "[IVR] [CRM] [PBX]"),
    # not in the words of others, but a term may have quotation marks
    ("en", "“Offer an IVR”, they say.", ""),
    ("en", "It is called “IVR”.", "[IVR]"),
    ("de", "„Bietet ‚IVR‘ und ACD“, heißt es; gemeint ist „CRM“.", "[CRM]"),
    # the author's own link is enough
    ("en", "The [IVR](x.md).\n\nAn IVR.", ""),
    ("en", "The [*new* IVR](x.md).\n\nAn IVR.", ""),
    # what the page is about
    ("en", "# CRM or IVR\n\nAll about ACD.\n\nCRM, IVR, ACD, CTI.", "[CTI]"),
    ("en", "# A\n\n## CRM\n\nA CRM.", "[CRM]"),
    # where the glossary sends its readers, and from there on
    ("en", "## A {#about-crm}\n\nThe CRM.\n\n## B {#b}\n\nA CRM.", ""),
    ("en", "## B {#b}\n\nA CRM.\n\n## A {#about-crm}\n\nThe CRM.", "[CRM]"),
    # of two names the longer, which need not be one to be linked
    ("en", "A CRM call center.", ""),
    ("en", "Skills-based routing.", "[Skills-based routing]"),
    ("en", "Customer contact centers.", "[Customer contact centers]"),
    # whole words only, with what hyphens join to them
    ("en", "An IVRX, a CRMs, a reCRM.", ""),
    ("de", "Ein Omnichannel-Center, eine Anti-IVR, ACD- und CRM-Systeme.", "[Omnichannel-Center] [Anti-IVR] [ACD-]"),
    ("de", "Ein ACD-IVR-System.\n\nDie IVR.", "[ACD-IVR-System] [IVR]"),
    # so many in a paragraph, the others where they come again
    ("en", "IVR, CRM, PBX, ACD, IVR.\n\nAn ACD.", "[IVR] [CRM] [PBX] [ACD]"),
    ("en", "1. IVR, *CRM*, PBX, ACD.\n\n    ACD.\n2. CTI.", "[IVR] [CRM] [PBX] [ACD] [CTI]"),
    ("en", "- IVR, CRM, PBX\n    - ACD\n- ACD", "[IVR] [CRM] [PBX] [ACD]"),
    # words that readers know, and a term without an entry
    ("en", "Agents answer calls of customers in a call center.", ""),
    ("en", "Co-browsing.", ""),
    # inflected, and with letters that are written in several ways
    ("en", "CALLBACKS and toll-free\nnumbers.", "[CALLBACKS] [toll-free\nnumbers]"),
    ("en", "A service\u00a0level.", "[service\u00a0level]"),
    ("de", "In Contactcentern.", "[Contactcentern]"),
    ("bg", "Споразумението за ниво на обслужване", "[Споразумението за ниво на обслужване]"),
    ("hi", "वह हेल्प डेस्क है, यह फ़्रंट ऑफ़िस।", "[हेल्प डेस्क] [फ़्रंट ऑफ़िस]"),
    ("hi", "यह फ्रंट ऑफिस।", "[फ्रंट ऑफिस]"),
    ("sw", "Ni huduma za pamoja.", "[huduma za pamoja]"),
]  # fmt: skip


def _render(code: str, text: str, address: str) -> tuple[str, list[tuple[str, str]]]:
    """The HTML of `text` without the links that lead to the glossary, and the names and texts of these."""
    extension = MentionsExtension(VOCABULARIES[code].concepts, GLOSSARY)
    extension.address = address
    html = Markdown(extensions=[*EXTENSIONS, extension]).convert(text)
    pattern = rf'<a class="site-term" href="{re.escape(address)}#{glossary.TERM}([a-z-]+)">([^<]*)</a>'
    return re.sub(pattern, r"\2", html), re.findall(pattern, html)


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_first_mentions(code: str, text: str, expected: str) -> None:
    """First mentions in running text become links, and nothing else changes."""
    html, links = _render(code, text, "../glossary/")
    assert " ".join(f"[{words}]" for _, words in links) == expected
    assert html == Markdown(extensions=EXTENSIONS).convert(text)


def test_links_lead_to_their_concepts() -> None:
    """Each link has the name of what its words mean; a page without an address of the glossary has no links."""
    text = "Captive centers.\n\nThe GCC.\n\nA PBX and the phone menu."
    expected = ["captive-center", "telecom-switch-pbx", "interactive-voice-response"]
    assert [name for name, _ in _render("en", text, "x/")[1]] == expected
    assert _render("en", text, "")[1] == []


def test_pages_do_not_disturb_each_other() -> None:
    """What one page has mentioned is new on the next."""
    extension = MentionsExtension(VOCABULARIES["en"].concepts, GLOSSARY)
    extension.address = "x/"
    markdown = Markdown(extensions=[extension])
    assert [markdown.reset().convert("The IVR.").count("site-term") for _ in range(2)] == [1, 1]


def test_linked_terms_have_entries() -> None:
    """Each term that is to be linked has an entry, and is one in every language."""
    entries = glossary.explained((ROOT / "docs/en/glossary.md").read_text("utf-8"))
    linked = [{one.name for one in VOCABULARIES[code].concepts if one.linked} for code in CODES]
    assert linked[0]
    assert all(names == linked[0] for names in linked)
    assert linked[0] - entries.keys() == set()


@pytest.mark.parametrize("code", CODES)
def test_entries_lead_to_the_same_sections(code: str) -> None:
    """What a page explains is the same in every language, and no entry leads nowhere."""
    own, english = (
        glossary.explained((ROOT / "docs" / one / "glossary.md").read_text("utf-8")) for one in (code, "en")
    )
    assert own == english
    assert all(own.values())


@dataclass(frozen=True, slots=True)
class Link:
    """A first mention on a finished page."""

    page: str
    section: str
    name: str
    text: str
    around: str
    """The text with the characters before and after it, without tags between."""


@cache
def _links(site_folder: Path, code: str) -> tuple[Link, ...]:
    links = []
    for path in pages(site_folder, code):
        section, html = "", path.read_text("utf-8")
        for match in MARKED.finditer(html):
            section = match[1] or section
            if match[2]:
                around = f"{html[match.start() - 1]}{match[3]}{html[match.end()]}"
                page = path.parent.relative_to(site_folder / code).as_posix()
                links.append(Link(page, section, match[2], match[3], around))
    return tuple(links)


MARKED = re.compile(r'<h\d id="([^"]+)"|<a class="site-term" href="[^"]*#term-([a-z-]+)">([^<]*)</a>')


@pytest.mark.parametrize("code", CODES[1:])
def test_same_in_every_language(site_folder: Path, code: str) -> None:
    """Each section has its first links to the same entries in every language."""
    places = [[(one.page, one.section, one.name) for one in _links(site_folder, each)] for each in (code, "en")]
    own, english = map(sorted, places)
    assert own == english
    assert len(own) > 30
    assert len(own) == len({(page, name) for page, _, name in own})


@pytest.mark.parametrize("code", CODES)
def test_whole_words(site_folder: Path, code: str) -> None:
    """No link ends inside a word, or between two words that a hyphen joins."""
    inside = re.compile(f"^[{LETTER}\u2010\u2011-]|[{LETTER}\u2010\u2011-]$")
    cut = [one for one in _links(site_folder, code) if inside.search(one.around)]
    assert cut == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", BROWSED)
def test_quiet_links(reader: Site, code: str, scheme: str) -> None:
    """The links look like the text around them, but for a dotted line that can be seen; they show keyboard focus."""
    page = reader.open(f"{code}/call-center/", color_scheme=scheme)
    link = page.locator("a.site-term").first
    color, around, line, style, back = link.evaluate(LOOK)
    assert (color, style) == (around, "dotted")
    assert _contrast(line, back) >= 3  # WCAG 2.2, 1.4.11
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    assert link.evaluate(LOOK)[0] != around
    page.keyboard.press("Enter")
    page.wait_for_url(f"{reader.address}{code}/{glossary.PAGE}#{glossary.TERM}*")
    expect(page.locator(":target")).to_be_in_viewport()


LOOK = """one => {
  const [style, around] = [one, one.parentElement].map(each => getComputedStyle(each))
  return [style.color, around.color, style.textDecorationColor, style.textDecorationStyle,
    getComputedStyle(document.body).backgroundColor]
}"""


def _contrast(line: str, back: str) -> float:
    """The contrast of two colours as browsers write them, from 1 to 21; what shines through is `back`."""
    ground = [float(part) for part in re.findall(r"[\d.]+", back)][:3]
    *color, alpha = ([float(part) for part in re.findall(r"[\d.]+", line)] + [1.0])[:4]
    mixed = [alpha * own + (1 - alpha) * under for own, under in zip(color, ground, strict=True)]
    lighter, darker = sorted(map(_luminance, (mixed, ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Sequence[float]) -> float:
    """Relative luminance as WCAG defines it, from 0 to 1, of red, green and blue from 0 to 255."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in color)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
