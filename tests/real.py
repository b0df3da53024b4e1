"""The real pages, and what they are looked at with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from scripts import config as site
from scripts.parity import contents, exceptions, metadata
from scripts.parity.compare import compare
from scripts.parity.examine import Examiner
from scripts.parity.explain import RULES
from scripts.parity.faults import causes
from scripts.parity.model import Edition, Finding, Page, Source
from scripts.parity.read import read
from tests.conftest import ROOT

CONFIG = site.load(ROOT)
CODES = [language.code for language in site.languages(CONFIG)]
EXAMINER = Examiner(CONFIG, tuple(CODES))
WRITTEN, VOCABULARIES, IDENTIFIER = EXAMINER.conventions, EXAMINER.vocabularies, EXAMINER.identifier


@dataclass(frozen=True, slots=True)
class Place:
    """A page that is to be changed, and what a change may need to know."""

    source: Source
    page: Page
    model: Page
    """The English page."""
    model_lines: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of the page."""
        return self.source.text.split("\n")


@cache
def places() -> tuple[Place, ...]:
    """Every real page."""
    sources: dict[tuple[str, str], tuple[Source, Page]] = {}
    for code in CODES:
        for source in read(ROOT, ROOT / "docs" / code, code):
            assert isinstance(source, Source)
            page, faults = EXAMINER.alone(source)
            assert page is not None
            assert not faults
            sources[code, source.key] = source, page
    return tuple(
        Place(source, page, sources["en", key][1], tuple(sources["en", key][0].text.split("\n")))
        for (_, key), (source, page) in sources.items()
    )


@cache
def editions() -> tuple[Edition, ...]:
    """Every real page, by language."""
    return tuple(
        Edition(code, f"docs/{code}", {p.page.key: p.page for p in places() if p.page.language == code})
        for code in CODES
    )


def findings(source: Source) -> list[Finding]:
    """What the gate finds if `source` takes the place of the real page."""
    page, found = EXAMINER.alone(source)
    if page is None:
        return found
    changed = [
        replace(edition, pages={**edition.pages, page.key: page}) if edition.language == page.language else edition
        for edition in editions()
    ]
    found += compare(changed[0], changed[1:])
    # All other pages are as they were, and have no findings.
    found += contents.findings(
        {edition.language: edition.pages[page.key] for edition in changed}, IDENTIFIER, VOCABULARIES
    )
    found += metadata.findings(next(e for e in changed if e.language == page.language), changed[0], IDENTIFIER)
    return exceptions.apply(causes(found), [edition.pages[page.key] for edition in changed], RULES)
