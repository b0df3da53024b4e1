"""Terms: how forms match, what is exempt, and what a termbase must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.config import SiteError
from scripts.parity import terms
from scripts.parity.model import Block, Kind, Page, Section
from tests.helpers import write
from tests.mutants import CODES, TERMBASE

TERMS = """\
concepts:
  payroll:
    en: {term: payroll, forms: ["pay roll*"]}
    de: {term: Lohnabrechnung, also: [Entgeltabrechnung], forms: ["Lohnabrechnung*"], avoid: [Payroll, "Gehaltsliste*"]}
    hi: {term: पेरोल, forms: ["वेतन का हिसाब*"], avoid: [पैरोल]}
    sw: {term: uandaaji wa mishahara, forms: ["*andaa mishahara"], avoid: ["ng'ambo ya malipo"]}
contextual:
  lead:
    en: {term: sales lead}
    de: {term: Lead, avoid: [Führung]}
    hi: {term: लीड, avoid: [सीसा]}
    sw: {term: mteja mtarajiwa, avoid: [uongozi]}
"""

CASES = [
    # named
    ("The payroll.", "de", "Die Lohnabrechnung.", []),
    ("The payroll.", "de", "Die LOHNABRECHNUNGEN.", []),
    ("The payroll.", "de", "Die Entgeltabrechnung.", []),
    ("The payroll.", "hi", "पेरोल का काम।", []),
    ("The payroll.", "hi", "वेतन का हिसाब-किताब।", []),
    ("The payroll.", "sw", "Kampuni huandaa mishahara.", []),
    ("Pay\nrolls.", "sw", "Uandaaji\nwa mishahara.", []),
    # not named: part of a word, a form that is not listed, another text
    ("The payroll.", "de", "Der Lohn.", ["missing-term"]),
    ("The payroll.", "de", "Die Vorlohnabrechnung.", ["missing-term"]),
    ("The payroll.", "hi", "पेरोलों का काम।", ["missing-term"]),
    ("The payrolls.", "de", "Der Lohn.", []),
    # avoided
    ("It.", "de", "Die Gehaltslisten.", ["avoided-term"]),
    ("It.", "de", "Die „Gehaltslisten“.", []),
    ("It.", "de", "Die Abrechnung (payroll).", []),
    ("It.", "hi", "पैरोल का काम।", ["avoided-term"]),
    ("It.", "sw", "Ng’ambo ya malipo.", ["avoided-term"]),
    # avoided only for the concept
    ("It.", "de", "Die Führung.", []),
    ("A sales lead.", "de", "Die Führung.", ["avoided-term", "missing-term"]),
    ("A sales lead.", "de", "Der Lead.", []),
]


@pytest.mark.parametrize(("english", "code", "text", "expected"), CASES)
def test_matching(tmp_path: Path, english: str, code: str, text: str, expected: list[str]) -> None:
    """Concepts of the English section must be named in the translation, and not by avoided names."""
    termbase = terms.read(write(tmp_path, {"data/termbase.yml": TERMS}), ["en", code])
    model, page = _page("en", english), _page(code, text)
    found = terms.findings(page, page.sections[0], termbase[code], terms.used(model, termbase)["s"], "docs/en/p.md:1")
    assert [str(finding.rule) for finding in found] == expected


def test_cells_are_apart(tmp_path: Path) -> None:
    """A phrase does not begin in one cell and end in the next."""
    termbase = terms.read(write(tmp_path, {"data/termbase.yml": TERMS}), ["en"])
    row = Block(Kind.ROW, "2", ("sales", "lead"), line=1)
    page = Page("en", "p.md", "docs/en/p.md", (Section("s", 1, "T", 1, True, (row,)),), ())
    assert terms.used(page, termbase) == {"s": []}


def test_line_of_an_avoided_term(tmp_path: Path) -> None:
    """An avoided name is reported on its own line of the paragraph."""
    termbase = terms.read(write(tmp_path, {"data/termbase.yml": TERMS}), ["de"])
    page = _page("de", "Erste Zeile.\nDie Payroll.")
    found = list(terms.avoided(page, page.sections[0], termbase["de"], ()))
    assert [str(finding) for finding in found] == [
        "docs/de/p.md:2: “payroll” is not what the site calls payroll; write “Lohnabrechnung” [avoided-term]"
    ]


@pytest.mark.parametrize("code", CODES)
def test_own_terms(code: str) -> None:
    """Every preferred term of the real termbase is accepted, and is not one to be avoided."""
    for concept in TERMBASE[code]:
        page = _page(code, f"{concept.term}.")
        number = TERMBASE[code].index(concept)
        found = terms.findings(page, page.sections[0], TERMBASE[code], [(number, "x")], "docs/en/p.md:1")
        assert [str(finding) for finding in found] == []


WRONG = [
    ("concepts: [", "termbase.yml"),
    ("concepts: {}", "tables `concepts` and `contextual`"),
    ("{concepts: {a: {}}, contextual: {}}", "a has no term in en"),
    ("{concepts: {a: {en: {term: 1}}}, contextual: {}}", "a has no term in en"),
    ("{concepts: {a: {en: {term: x, avoids: []}}}, contextual: {}}", "avoids is not one of"),
    ("{concepts: {a: {en: {term: x, avoid: y}}}, contextual: {}}", "avoid must be a list of texts"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_wrong_termbases(tmp_path: Path, text: str, said: str) -> None:
    """A termbase that is not as it must be is named with the concept."""
    with pytest.raises(SiteError, match=said):
        terms.read(write(tmp_path, {"data/termbase.yml": text}), ["en"])


def _page(code: str, text: str) -> Page:
    block = Block(Kind.PARAGRAPH, "", (text,), line=1)
    return Page(code, "p.md", f"docs/{code}/p.md", (Section("s", 1, "T", 1, True, (block,)),), ())
