"""The whole check: read, parse, compare, and what pages make exceptions for."""

from __future__ import annotations

from pathlib import Path

from scripts import config as site
from scripts.config import SiteError
from scripts.parity import contents, conventions, exceptions, metadata, terms, typography
from scripts.parity.compare import compare
from scripts.parity.conventions import Conventions
from scripts.parity.model import Edition, Finding, Page, Rule
from scripts.parity.parse import Parser
from scripts.parity.read import Unreadable, read

MISSING_LANGUAGE = Rule(
    "missing-language",
    "A language that mkdocs.yml lists has no folder.",
    "mkdocs.yml: - locale: fr",
    "mkdocs.yml: - locale: fr, and docs/fr/ with all pages",
)


def check(root: Path) -> list[Finding]:
    """Everything that is wrong with the sources of the repository at `root`, sorted by path and line.

    Raises SiteError where the check itself cannot be done.
    """
    config = site.load(root)
    docs, parser = Path(config.docs_dir), Parser(site.renderer(config))
    findings: list[Finding] = []
    editions: list[Edition] = []
    written: dict[str, Conventions] = {}
    for language in site.languages(config):
        folder = docs / language.code
        if folder.is_dir():
            written[language.code] = conventions.read(docs, language.code)
            editions.append(_edition(root, folder, written[language.code], parser, findings))
        elif not editions:
            raise SiteError(f"{folder}: no such folder; the pages of the reference language belong there")
        else:
            message = f"no such folder; {language.name} is listed in mkdocs.yml, so its pages belong here"
            findings.append(Finding(_relative(folder, root), 1, MISSING_LANGUAGE, message))
    if not editions[0].pages and not editions[0].broken:
        raise SiteError(
            f"{docs / editions[0].language}: has no pages; the pages of the reference language belong there"
        )
    findings.extend(compare(editions[0], editions[1:]))
    findings.extend(contents.compare(editions[0], editions[1:], written, terms.read(docs, written)))
    for edition in editions:
        findings.extend(metadata.findings(edition, editions[0], written))
    findings.extend(metadata.words(root, docs, list(written), written))
    pages = [page for edition in editions for page in edition.pages.values()]
    return sorted(exceptions.apply(findings, pages))


def _edition(root: Path, folder: Path, written: Conventions, parser: Parser, findings: list[Finding]) -> Edition:
    pages: dict[str, Page] = {}
    broken: set[str] = set()
    for source in read(root, folder, written.code):
        if isinstance(source, Unreadable):
            findings.append(source.finding)
            broken.add(source.key)
            continue
        page, faults = parser.parse(source)
        findings.extend(faults)
        if page is None:
            broken.add(source.key)
        else:
            findings.extend(typography.findings(page, source.text, written))
            pages[source.key] = page
    return Edition(written.code, _relative(folder, root), pages, frozenset(broken))


def _relative(path: Path, root: Path) -> str:
    if not path.is_relative_to(root):
        raise SiteError(f"{path}: docs_dir must be inside {root}")
    return path.relative_to(root).as_posix()
