"""Comparing editions: each fault once, at the place where it can be mended."""

from __future__ import annotations

import pytest

from scripts.parity.compare import compare
from scripts.parity.parse import Parser
from tests.helpers import edition

SAME = "1 t, 2 a, 2 b, 3 c, 2 d"

CASES = [
    # nothing wrong
    (SAME, SAME, SAME, []),
    ("1 t", "1 t", "1 t", []),
    # dropped
    (SAME, "1 t, 2 b, 3 c, 2 d", SAME, ["de:1 missing-section"]),
    (SAME, "1 t, 2 a, 2 b, 3 c", SAME, ["de:13 missing-section"]),
    (SAME, "1 t, 2 a, 2 d", SAME, ["de:5 missing-section", "de:5 missing-section"]),
    (SAME, "2 a, 2 b, 3 c, 2 d", SAME, ["de:1 missing-section"]),
    # dropped from the reference: one finding there, none in each translation
    ("1 t, 2 a, 3 c, 2 d", SAME, SAME, ["en:5 missing-section"]),
    # added
    (SAME, "1 t, 2 a, 2 x, 2 b, 3 c, 2 d", SAME, ["de:9 extra-section"]),
    ("1 t, 2 a, 2 new", "1 t, 2 a", "1 t, 2 a", ["de:5 missing-section", "sw:5 missing-section"]),
    # in another order
    (SAME, "1 t, 2 b, 3 c, 2 a, 2 d", SAME, ["de:5 section-order"]),
    (SAME, "1 t, 2 d, 2 a, 2 b, 3 c", SAME, ["de:5 section-order"]),
    (SAME, "1 t, 2 d, 2 b, 3 c, 2 a", SAME, ["de:5 section-order"]),
    (
        "1 t, 2 a, 2 b, 2 c, 2 d",
        "1 t, 2 b, 2 a, 2 d, 2 c",
        "1 t, 2 a, 2 b, 2 c, 2 d",
        ["de:13 section-order", "de:5 section-order"],
    ),
    ("1 t, 2 b, 2 a", "1 t, 2 a, 2 b", "1 t, 2 a, 2 b", ["en:5 section-order"]),
    # of another level
    (SAME, "1 t, 3 a, 2 b, 3 c, 2 d", SAME, ["de:5 section-level"]),
    (SAME, "2 t, 2 a, 2 b, 3 c, 2 d", SAME, ["de:1 section-level"]),
    ("1 t, 3 a", "1 t, 2 a", "1 t, 2 a", ["en:5 section-level"]),
    # under another id
    (SAME, "1 t, 2 x, 2 b, 3 c, 2 d", SAME, ["de:5 changed-id"]),
    (SAME, "1 t, 2 a, 2 b, 3 c, 2 x", SAME, ["de:17 changed-id"]),
    (SAME, "1 x, 2 a, 2 b, 3 c, 2 d", SAME, ["de:1 changed-id"]),
    ("1 t, 2 x, 2 b", "1 t, 2 a, 2 b", "1 t, 2 a, 2 b", ["en:5 changed-id"]),
    (SAME, "1 t, 3 x, 2 b, 3 c, 2 d", SAME, ["de:5 section-level", "de:5 changed-id"]),
    # without an id
    (SAME, "1 t, 2 -, 2 b, 3 c, 2 d", SAME, ["de:5 implicit-id"]),
    (SAME, "1 t, 2 a, 2 -, 2 b, 3 c, 2 d", SAME, ["de:9 implicit-id"]),
    ("1 t, 2 -, 2 b", "1 t, 2 a, 2 b", "1 t, 2 a, 2 b", ["en:5 implicit-id"]),
    ("1 t, 2 -", "1 t, 2 -", "1 t, 2 -", ["en:5 implicit-id"]),
    # without an id, and of another level
    ("1 t, 2 -, 2 b", "1 t, 3 a, 2 b", "1 t, 3 a, 2 b", ["en:5 implicit-id"]),
    # with an id that is not English words
    (SAME, "1 t, 2 gründe, 2 b, 3 c, 2 d", SAME, ["de:5 changed-id"]),
    ("1 t, 2 A_b", "1 t, 2 A_b", "1 t, 2 A_b", ["en:5 invalid-id"]),
    # with the id of another section
    ("1 t, 2 b, 2 b", "1 t, 2 a, 2 b", "1 t, 2 a, 2 b", ["en:5 changed-id"]),
    ("1 t, 2 a, 2 a", "1 t, 2 a, 2 b", "1 t, 2 a, 2 b", ["en:9 changed-id"]),
    (SAME, "1 t, 2 a, 2 d, 3 c, 2 d", SAME, ["de:9 changed-id"]),
    (SAME, "1 t, 2 a, 2 b, 3 d, 2 d", SAME, ["de:13 changed-id"]),
    (SAME, "1 t, 2 a, 2 b, 3 c, 2 d, 2 a", SAME, ["de:21 duplicate-id"]),
    (SAME, "1 t, 2 b, 2 b, 3 c, 2 d", SAME, ["de:5 changed-id"]),
    (SAME, "1 t, 2 a, 2 b, 3 c, 2 b", SAME, ["de:17 changed-id"]),
    ("1 t, 2 a, 2 a", "1 t, 2 a, 2 a", "1 t, 2 a, 2 a", ["en:9 duplicate-id"]),
    # two faults, two findings
    (SAME, "1 t, 2 x, 2 b, 3 c", SAME, ["de:13 missing-section", "de:5 changed-id"]),
    (SAME, "1 t, 2 b, 3 c, 2 d", "1 t, 2 a, 2 b, 2 c, 2 d", ["de:1 missing-section", "sw:13 section-level"]),
    # a page that does not begin with its title
    ("2 t, 3 a", "2 t, 3 a", "2 t, 3 a", ["en:1 missing-title"]),
]


@pytest.mark.parametrize(("english", "german", "swahili", "expected"), CASES)
def test_sections(parser: Parser, english: str, german: str, swahili: str, expected: list[str]) -> None:
    """Every difference between the sections of a page is one finding."""
    editions = [
        edition(parser, code, {"a.md": outline}) for code, outline in (("en", english), ("de", german), ("sw", swahili))
    ]
    assert _short(editions) == expected


PAGES = [
    # nothing wrong
    ("a b", "a b", "a b", []),
    # missing or extra in one language
    ("a b", "a", "a b", ["de/b.md missing-page"]),
    ("a", "a b", "a", ["de/b.md extra-page"]),
    # missing in the reference only
    ("a", "a b", "a b", ["en/b.md missing-page"]),
    # written in the reference first
    ("a b", "a", "a", ["de/b.md missing-page", "sw/b.md missing-page"]),
]


@pytest.mark.parametrize(("english", "german", "swahili", "expected"), PAGES)
def test_pages(parser: Parser, english: str, german: str, swahili: str, expected: list[str]) -> None:
    """Every page that is not in all languages is one finding for each page to be written or removed."""
    editions = [
        edition(parser, code, {f"{name}.md": f"1 {name}" for name in names.split()})
        for code, names in (("en", english), ("de", german), ("sw", swahili))
    ]
    findings = sorted(compare(editions[0], editions[1:]))
    assert [f"{finding.path.removeprefix('docs/')} {finding.rule}" for finding in findings] == expected


def test_ids_are_unique_over_pages(parser: Parser) -> None:
    """An id used on two pages is reported once, where it was used again."""
    pages = {"a.md": "1 a, 2 x", "b.md": "1 b, 2 x"}
    editions = [edition(parser, code, pages) for code in ("en", "de", "sw")]
    assert [str(finding) for finding in compare(editions[0], editions[1:])] == [
        "docs/en/b.md:5: id #x is taken by docs/en/a.md:5; ids are unique over the whole site [duplicate-id]"
    ]


def test_id_of_another_page(parser: Parser) -> None:
    """A section that got the id of a section on another page is a changed id and nothing else."""
    pages = {"a.md": "1 a, 2 x", "b.md": "1 b, 2 y"}
    editions = [edition(parser, code, pages) for code in ("en", "sw")]
    editions.insert(1, edition(parser, "de", {**pages, "b.md": "1 b, 2 x"}))
    assert [str(finding) for finding in compare(editions[0], editions[1:])] == [
        "docs/de/b.md:5: section has the id #x, expected #y as in docs/en/b.md:5 [changed-id]"
    ]


def _short(editions: list) -> list[str]:  # type: ignore[type-arg]
    findings = sorted(compare(editions[0], editions[1:]), key=str)
    return [f"{finding.path.split('/')[1]}:{finding.line} {finding.rule}" for finding in findings]
