"""Terms: how forms match, what is exempt, and what a termbase must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.config import SiteError
from scripts.parity import termbase, terms
from scripts.parity.model import Block, Finding, Kind, Page, Section
from scripts.parity.vocabulary import Vocabulary
from tests.helpers import write
from tests.real import CODES, VOCABULARIES

TERMS = """\
concepts:
  payroll:
    en: {term: payroll, forms: ["pay roll*"]}
    de:
      term: Lohnabrechnung
      also: [Entgeltabrechnung]
      forms: ["Lohnabrechnung*"]
      avoid: [Payroll, "Pay* Roll", "Gehaltsliste*"]
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
    ("A sales lead.", "de", "Die Führung.", ["avoided-term"]),
    ("A sales lead.", "de", "Der Lead.", []),
]


@pytest.mark.parametrize(("english", "code", "text", "expected"), CASES)
def test_matching(tmp_path: Path, english: str, code: str, text: str, expected: list[str]) -> None:
    """Concepts of the English section must be named in the translation, and not by avoided names."""
    assert [str(finding.rule) for finding in _findings(tmp_path, english, code, text)] == expected


def _findings(root: Path, english: str, code: str, text: str) -> list[Finding]:
    concepts = termbase.read(write(root, {"data/termbase.yml": TERMS}), ["en", code])
    en, own = Vocabulary(concepts["en"]), Vocabulary(concepts[code])
    model, page = _page("en", english), _page(code, text)
    wanted, section = model.sections[0], page.sections[0]
    pairs = list(zip(wanted.blocks, section.blocks, strict=True))
    return [
        *terms.avoided(page, section, own, terms.named(wanted, en)),
        *terms.missing(model, page, wanted, section, pairs, own, en),
    ]


def test_cells_are_apart(tmp_path: Path) -> None:
    """A phrase does not begin in one cell and end in the next."""
    concepts = termbase.read(write(tmp_path, {"data/termbase.yml": TERMS}), ["en"])
    row = Block(Kind.ROW, "2", ("sales", "lead"), line=1)
    assert terms.named(Section("s", 1, "T", 1, True, (row,)), Vocabulary(concepts["en"])) == {}


MESSAGES = [
    (
        "It.",
        "Erste Zeile.\nDie Payroll.",
        "docs/de/p.md:2: “Payroll” is a name to be avoided; write “Lohnabrechnung” [avoided-term]",
    ),
    (
        "It\nis pay roll.",
        "Der Lohn.",
        "docs/de/p.md:1: “pay roll” of docs/en/p.md:2 is not named; write “Lohnabrechnung” or another of its forms "
        "[missing-term]",
    ),
    (
        "It.",
        "Erste Zeile.\nDie Pay\nRoll.",
        "docs/de/p.md:2: “Pay Roll” is a name to be avoided; write “Lohnabrechnung” [avoided-term]",
    ),
]


@pytest.mark.parametrize(("english", "german", "message"), MESSAGES)
def test_messages(tmp_path: Path, english: str, german: str, message: str) -> None:
    """A finding is on its line, shows the words as written, and says what to write."""
    assert [str(finding) for finding in _findings(tmp_path, english, "de", german)] == [message]


@pytest.mark.parametrize("code", CODES)
def test_own_terms(code: str) -> None:
    """Every preferred term of the real termbase is found as its concept, and is not one to be avoided."""
    for number, concept in enumerate(VOCABULARIES[code].concepts):
        mentions = VOCABULARIES[code].mentions(f"{concept.term}.")
        assert number in mentions.accepted, concept.term
        assert mentions.avoided == {}, concept.term


@pytest.mark.parametrize("code", CODES)
def test_every_form_can_match(code: str) -> None:
    """Each form matches when it is written out."""
    for number, concept in enumerate(VOCABULARIES[code].concepts):
        for form in concept.accepted:
            text = f"x {form.replace('*', '').replace('…', '')} y"
            assert number in VOCABULARIES[code].mentions(text).accepted, form


WRONG = [
    ("concepts: [", "termbase.yml:2: is not YAML"),
    ("[1]", "tables"),
    ("{concepts: [], contextual: {}}", "tables"),
    ("[" * 5000, "termbase.yml"),
    ("{concepts: {a: {en: {term: x, avoid: ['*']}}}, contextual: {}}", "avoid must be a list of texts"),
    ("concepts: {}", "tables `concepts` and `contextual`"),
    ("{concepts: {a: {}, b: {}}, contextual: {c: 1}}", "no term in en for a, b, c"),
    ("{concepts: {a: {en: {term: 1}}}, contextual: {}}", "no term in en for a"),
    ("{concepts: {a: {en: {term: x, avoids: []}}}, contextual: {}}", "avoids is not one of"),
    ("{concepts: {a: {en: {term: x, avoid: y}}}, contextual: {}}", "avoid must be a list of texts"),
    ("{concepts: {a: {en: {term: X y, avoid: [x Y]}}}, contextual: {}}", "a, en: x y is both a name and to be avoided"),
    ("{concepts: {a: {en: {term: x}, en: {term: y}}}, contextual: {}}", "the key en stands twice"),
    ("{concepts: {a: {linked: 1, en: {term: x}}}, contextual: {}}", "a: linked must be true or false"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_wrong_termbases(tmp_path: Path, text: str, said: str) -> None:
    """A termbase that is not as it must be is named with the concept."""
    with pytest.raises(SiteError, match=said):
        termbase.read(write(tmp_path, {"data/termbase.yml": text}), ["en"])


def _page(code: str, text: str) -> Page:
    block = Block(Kind.PARAGRAPH, "", (text,), line=1)
    return Page(code, "p.md", f"docs/{code}/p.md", (Section("s", 1, "T", 1, True, (block,)),), ())


@pytest.mark.parametrize(
    ("key", "id_", "expected"),
    [
        ("glossary.md", "term-payroll", []),
        ("glossary.md", "term-lead", []),
        ("glossary.md", "term-pay", ["docs/en/glossary.md:3 unknown-concept"]),
        ("glossary.md", "sources", []),
        ("bpo.md", "term-pay", []),
    ],
)
def test_entries_of_the_glossary(tmp_path: Path, key: str, id_: str, expected: list[str]) -> None:
    """Each entry is one of a concept that the termbase has."""
    vocabulary = Vocabulary(termbase.read(write(tmp_path, {"data/termbase.yml": TERMS}), ["en"])["en"])
    page = Page("en", key, f"docs/en/{key}", (Section(id_, 2, "Pay", 3, True),), (), ())
    found = [f"{finding.path}:{finding.line} {finding.rule}" for finding in terms.entries(page, vocabulary)]
    assert found == expected
