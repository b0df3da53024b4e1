"""Collation: alphabetical orders as the languages have them, and as the browser has them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from scripts.collation import sort_key
from tests.conftest import ROOT
from tests.real import CODES, VOCABULARIES

ORDERS = [
    # small and capital letters together, a blank and a hyphen before letters
    ("en", ["call center", "call routing", "callback", "co-browsing", "consent", "CRM"]),
    # ä like a, ß like ss, and only then the difference
    ("de", ["Auftrag", "äußern", "Ausweis", "Masse", "Maße", "Matte", "Ruck", "Rück", "Rückruf", "Übung", "Umfrage"]),
    # digits, then Cyrillic, then Latin
    ("bg", ["90", "аутсорсинг", "Аутсорсинг", "бек офис", "Източник", "Йод", "опашка", "CRM", "SLA"]),
    # Devanagari before Latin; anusvara and chandrabindu are one letter, which comes first
    ("hi", ["90", "आँकड़ा", "आंशिक", "आईटी", "कंपनी", "कतार", "केंद्र", "कॉल", "क्लाइंट", "सेवा", "CRM"]),
    ("sw", ["CRM", "huduma", "namba", "ng'ambo", "ngazi", "simu"]),
    # quotation marks do not count
    ("en", ["“Alpha”", "*Beta*", "[Gamma](x)"]),
]


@pytest.mark.parametrize(("code", "order"), ORDERS)
def test_orders(code: str, order: list[str]) -> None:
    """Each language has its own order of letters and scripts."""
    assert sorted(set(order), key=sort_key(code)) == order


@pytest.mark.parametrize("code", CODES)
def test_as_the_browser(chromium: Browser, code: str) -> None:
    """All terms and all words of the pages come in the order of CLDR, which the browser has."""
    words = {form.replace("*", "").lstrip("-") for concept in VOCABULARIES[code].concepts for form in concept.accepted}
    for path in (ROOT / "docs" / code).glob("*.md"):
        words.update(re.findall(r"[^\W\d_][\w\u0900-\u0963-]*", path.read_text("utf-8")))
    page = chromium.new_page()
    assert page.evaluate("code => Intl.Collator.supportedLocalesOf(code)", code) == [code]
    theirs = page.evaluate("([words, code]) => words.sort().sort(new Intl.Collator(code).compare)", [list(words), code])
    assert sorted(sorted(words), key=sort_key(code)) == theirs
