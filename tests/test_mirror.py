"""Faults of the English page: one finding there, where all translations agree against it."""

from __future__ import annotations

import pytest

from scripts.parity import contents
from scripts.parity.identify import Identifier
from scripts.parity.model import Page, Source
from scripts.parity.parse import Parser
from tests.real import VOCABULARIES, WRITTEN

CODES = ("en", "de", "sw")
IDENTIFIER = Identifier({code: WRITTEN[code] for code in CODES})
HEAD = "# Heading { #t }\n\n"

CASES = [
    # English stands alone
    (
        "[A](x.md)",
        "[A](y.md)",
        "[A](y.md)",
        ["docs/en/p.md:3: the link is to x.md, but all translations have y.md, such as docs/de/p.md:3; "
         "correct it, or change the translations [changed-link]"],
    ),
    (
        "In 1990.",
        "1909.",
        "1909.",
        ["docs/en/p.md:3: the number is 1990, but all translations have 1909, such as docs/de/p.md:3; "
         "correct it, or change the translations [changed-number]"],
    ),
    (
        "A.\n\nC.",
        "A.\n\nB 7.\n\nC.",
        "A.\n\nB 7.\n\nC.",
        ["docs/en/p.md:3: paragraph is missing, though all translations have it, such as docs/de/p.md:5 "
         "[missing-block]"],
    ),
    # one translation stands alone
    (
        "[A](x.md)",
        "[A](y.md)",
        "[A](x.md)",
        ["docs/de/p.md:3: link to y.md, expected x.md as in docs/en/p.md:3 [changed-link]"],
    ),
    # English has more, which is still to be translated
    (
        "A.\n\nB 7.",
        "A.",
        "A.",
        ["docs/de/p.md:3: paragraph “B 7. …” is missing; translate docs/en/p.md:5 [missing-block]",
         "docs/sw/p.md:3: paragraph “B 7. …” is missing; translate docs/en/p.md:5 [missing-block]"],
    ),
    # all differ
    (
        "In 1990.",
        "1991.",
        "1992.",
        ["docs/de/p.md:3: number 1991, expected 1990 as in docs/en/p.md:3 [changed-number]",
         "docs/sw/p.md:3: number 1992, expected 1990 as in docs/en/p.md:3 [changed-number]"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("english", "german", "swahili", "expected"), CASES)
def test_who_is_at_fault(parser: Parser, english: str, german: str, swahili: str, expected: list[str]) -> None:
    """The page that stands alone gets the finding."""
    pages = {code: _page(parser, code, text) for code, text in zip(CODES, (english, german, swahili), strict=True)}
    assert sorted(map(str, contents.findings(pages, IDENTIFIER, VOCABULARIES))) == expected


def test_a_language_is_missing(parser: Parser) -> None:
    """Where a translation is not there, the others cannot outvote the English."""
    pages = {code: _page(parser, code, text) for code, text in (("en", "[A](x.md)"), ("de", "[A](y.md)"))}
    assert [finding.path for finding in contents.findings(pages, IDENTIFIER, VOCABULARIES)] == ["docs/de/p.md"]


def _page(parser: Parser, code: str, text: str) -> Page:
    page, _ = parser.parse(Source(code, "p.md", f"docs/{code}/p.md", HEAD + text))
    assert page is not None
    return page
