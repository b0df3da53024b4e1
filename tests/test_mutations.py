"""The real pages with one fault each: every fault gives exactly one finding, of the right kind, on the right page.

The sections take turns: each has some of the faults in some of the languages. All of them are in `make mutants`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pytest

from scripts import config as site
from scripts.parity.compare import compare
from scripts.parity.faults import causes
from scripts.parity.model import Edition, Finding, Page, Source
from scripts.parity.parse import Parser
from scripts.parity.read import read
from tests.conftest import ROOT

TURNS = 36
"""Every section takes its turn in one of so many mutants."""
CODES = [language.code for language in site.languages(site.load(ROOT))]


@dataclass(frozen=True, slots=True)
class Real:
    """The real editions, and the text of each page by language and key."""

    editions: dict[str, Edition]
    texts: dict[tuple[str, str], str]

    def findings(self, code: str, page: Page, own: list[Finding]) -> list[Finding]:
        """All findings if `page` stood in the edition `code`; `own` are those of the page by itself."""
        edition = self.editions[code]
        changed = {**self.editions, code: replace(edition, pages={**edition.pages, page.key: page})}
        return causes([*own, *compare(changed[CODES[0]], [changed[other] for other in CODES[1:]])])


@pytest.fixture(scope="module")
def real(parser: Parser) -> Real:
    """The repository's own pages."""
    editions, texts = {}, {}
    for code in CODES:
        pages = {}
        for source in read(ROOT, ROOT / "docs" / code, code):
            assert isinstance(source, Source)
            page, findings = parser.parse(source)
            assert page is not None
            assert findings == []
            pages[source.key], texts[code, source.key] = page, source.text
        editions[code] = Edition(code, f"docs/{code}", pages)
    return Real(editions, texts)


# A fault: from the lines of a page and the edges of its sections, the lines with the fault in section `number`,
# or None where this fault cannot be made.
Fault = Callable[[list[str], list[int], int], list[str] | None]


def _drop(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    return lines[: edges[number]] + _notes(lines, edges, number) + lines[edges[number + 1] :]


def _notes(lines: list[str], edges: list[int], number: int) -> list[str]:
    """The footnotes at the foot of the page, which are not part of its last section."""
    return [line for line in lines[edges[number] : edges[number + 1]] if line.startswith("[^")]


def _swap(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    if number == 0 or number + 2 == len(edges):
        return None  # the title stays first, and the last section has none to change places with
    start, middle, end = edges[number : number + 3]
    return lines[:start] + lines[middle:end] + lines[start:middle] + lines[end:]


def _relevel(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    return _replaced(lines, edges[number], "#" + lines[edges[number]])


def _rename(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    return _replaced(lines, edges[number], lines[edges[number]].replace(" }", "-more }"))


def _anonymize(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    return _replaced(lines, edges[number], lines[edges[number]].split(" {")[0])


def _empty(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    below = lines[edges[number + 1]] if edges[number + 1] < len(lines) else ""
    if below.startswith(lines[edges[number]].split()[0] + "#"):
        return None  # a heading may be followed by the first one under it at once
    return [*lines[: edges[number] + 1], "", *_notes(lines, edges, number), *lines[edges[number + 1] :]]


def _double(lines: list[str], edges: list[int], number: int) -> list[str] | None:
    section = [line for line in lines[edges[number] : edges[number + 1]] if not line.startswith("[^")]
    return lines[: edges[number + 1]] + section + lines[edges[number + 1] :]


FAULTS: dict[str, tuple[Fault, str]] = {
    "drop": (_drop, "missing-section"),
    "swap": (_swap, "section-order"),
    "relevel": (_relevel, "section-level"),
    "rename": (_rename, "changed-id"),
    "anonymize": (_anonymize, "implicit-id"),
    "empty": (_empty, "empty-section"),
    "double": (_double, "duplicate-id"),
}


def _replaced(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[:number], line, *lines[number + 1 :]]


def _mutants(real: Real, code: str, fault: Fault) -> Iterator[tuple[str, Source]]:
    for key, page in real.editions[code].pages.items():
        lines = real.texts[code, key].split("\n")
        edges = [section.line - 1 for section in page.sections] + [len(lines)]
        for number, section in enumerate(page.sections):
            mutant = fault(lines, edges, number)
            if mutant is not None:
                yield f"{page.path} #{section.id}", Source(code, key, page.path, "\n".join(mutant))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", FAULTS)
def test_each_section_in_turn(parser: Parser, real: Real, code: str, name: str) -> None:
    """One fault in one section of one page is one finding on that page, and says what kind of fault it is."""
    fault, rule = FAULTS[name]
    missed, count = [], 0
    turn = CODES.index(code) + list(FAULTS).index(name)
    for place, source in islice(_mutants(real, code, fault), turn % TURNS, None, TURNS):
        page, own = parser.parse(source)
        assert page is not None
        findings = real.findings(code, page, own)
        count += 1
        if [(finding.path, str(finding.rule)) for finding in findings] != [(source.path, rule)]:
            missed.append((place, [str(finding) for finding in findings]))
    assert missed == []
    assert count > 3


def test_real_pages_are_equal(real: Real) -> None:
    """The pages as they are have no finding."""
    assert list(compare(real.editions[CODES[0]], [real.editions[code] for code in CODES[1:]])) == []


def test_every_page_is_read(real: Real) -> None:
    """The mutations cover every page there is."""
    files = {path.relative_to(ROOT / "docs" / "en").as_posix() for path in Path(ROOT / "docs" / "en").rglob("*.md")}
    assert set(real.editions["en"].pages) == files
