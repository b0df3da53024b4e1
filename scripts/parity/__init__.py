"""The gate: no site is built unless all languages have the same pages with the same sections."""

from __future__ import annotations

from pathlib import Path

from scripts import config as site
from scripts.config import SiteError
from scripts.parity.compare import compare
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
    for language in site.languages(config):
        folder = docs / language.code
        if folder.is_dir():
            editions.append(_edition(root, folder, language.code, parser, findings))
        elif not editions:
            raise SiteError(f"{folder}: no such folder; the pages of the reference language belong there")
        else:
            message = f"no such folder; {language.name} is listed in mkdocs.yml, so its pages belong here"
            findings.append(Finding(_relative(folder, root), 1, MISSING_LANGUAGE, message))
    findings.extend(compare(editions[0], editions[1:]))
    return sorted(findings)


def _edition(root: Path, folder: Path, language: str, parser: Parser, findings: list[Finding]) -> Edition:
    pages: dict[str, Page] = {}
    broken: set[str] = set()
    for source in read(root, folder, language):
        if isinstance(source, Unreadable):
            findings.append(source.finding)
            broken.add(source.key)
            continue
        page, faults = parser.parse(source)
        findings.extend(faults)
        if page is None:
            broken.add(source.key)
        else:
            pages[source.key] = page
    return Edition(language, _relative(folder, root), pages, frozenset(broken))


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
