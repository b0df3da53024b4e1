"""Looks at one page in all languages by itself, which can be done for many pages side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts import config as site
from scripts.parity import contents, conventions, damage, termbase, typography
from scripts.parity.counted import CHANGED_NOTE
from scripts.parity.faults import UNDEFINED_NOTE
from scripts.parity.identify import Identifier
from scripts.parity.model import Finding, Page, Source
from scripts.parity.parse import Parser
from scripts.parity.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a page after it has been looked at."""

    pages: dict[str, Page]
    """Outlines by language."""
    broken: frozenset[str]
    """Languages in which the page cannot be rendered, or holds a conflict."""
    findings: tuple[Finding, ...]


class Examiner:
    """Has what is needed to look at any page of the site of `config`, whose renderer it completes.

    Raises SiteError where settings or data are missing or wrong.
    """

    def __init__(self, config: MkDocsConfig, codes: tuple[str, ...]) -> None:
        docs = Path(config.docs_dir)
        self.conventions = {code: conventions.read(docs, code) for code in codes}
        self.identifier = Identifier(self.conventions)
        self.vocabularies = {code: Vocabulary(own) for code, own in termbase.read(docs, codes).items()}
        self._parser = Parser(site.renderer(config))

    def examine(self, sources: Mapping[str, Source]) -> Examined:
        """One page, given by language in the order of the languages."""
        findings: list[Finding] = []
        pages: dict[str, Page] = {}
        for code, source in sources.items():
            page, faults = self.alone(source)
            findings += faults
            if page:
                pages[code] = page
        if next(iter(self.conventions)) in pages:
            findings += contents.findings(pages, self.identifier, self.vocabularies)
        outlines = {code: page.outline() for code, page in pages.items()}
        return Examined(outlines, frozenset(sources.keys() - pages.keys()), tuple(_once(findings)))

    def alone(self, source: Source) -> tuple[Page | None, list[Finding]]:
        """One page in one language, None if it cannot be rendered or holds a conflict, and what is wrong with it."""
        if conflicts := damage.conflicts(source):
            return None, conflicts
        page, findings = self._parser.parse(source)
        if page:
            findings += damage.findings(page, source.text)
            findings += typography.findings(page, source.text, self.conventions[page.language])
        return page, findings


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """`findings` without those that only follow from a reference to no footnote."""
    undefined = {finding.path for finding in findings if finding.rule == UNDEFINED_NOTE}
    for finding in findings:
        if finding.rule != CHANGED_NOTE or finding.path not in undefined:
            yield finding
