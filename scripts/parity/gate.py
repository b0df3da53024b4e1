"""The whole check: read, look at each page, compare the languages as a site, apply the pages' exceptions."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from scripts import config as site
from scripts.config import SiteError
from scripts.links import rules
from scripts.links.current import current
from scripts.links.ledger import Ledger
from scripts.links.ledger import path as ledger_path
from scripts.links.read import read as read_ledger
from scripts.parity import exceptions, metadata
from scripts.parity.blocks import CHANGED_LINK
from scripts.parity.compare import compare
from scripts.parity.conventions import Conventions
from scripts.parity.examine import Examined, Examiner
from scripts.parity.links import BROKEN_LINK
from scripts.parity.model import Edition, Finding, Page, Rule, Source
from scripts.parity.read import Unreadable, read

MISSING_LANGUAGE = Rule(
    "missing-language",
    "A language that mkdocs.yml lists has no folder.",
    "mkdocs.yml: - locale: fr",
    "mkdocs.yml: - locale: fr, and docs/fr/ with all pages",
)

WORTH_IT = 100
"""Pages from which further processes save more time than they take to start."""
TOGETHER = 20
"""Pages that are given to a process at a time."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The sources as far as they can be read, and what is wrong with each page by itself."""

    docs: Path
    conventions: Mapping[str, Conventions]
    """By language, the reference first."""
    editions: tuple[Edition, ...]
    """In the same order."""
    findings: tuple[Finding, ...]


def check(root: Path) -> list[Finding]:
    """Everything that is wrong with the sources of the repository at `root`, sorted by path and line.

    Raises SiteError where the check itself cannot be done.
    """
    sources = survey(root)
    reference, *translations = sources.editions
    findings = list(sources.findings)
    changed = {(finding.path, finding.line) for finding in findings if finding.rule is CHANGED_LINK}
    findings.extend(
        finding
        for finding in compare(reference, translations)
        if finding.rule is not BROKEN_LINK or (finding.path, finding.line) not in changed
    )
    for edition in sources.editions:
        findings.extend(metadata.findings(edition, reference, sources.conventions))
    findings.extend(metadata.words(root, sources.docs, list(sources.conventions), sources.conventions))
    findings.extend(published(root, sources)[1])
    pages = [page for edition in sources.editions for page in edition.pages.values()]
    return sorted(exceptions.apply(findings, pages))


def published(root: Path, sources: Survey) -> tuple[Ledger, list[Finding]]:
    """The ledger of links, and what is wrong with it; it is compared with `sources` once it can be read."""
    ledger, faults = read_ledger(root, sources.docs, list(sources.conventions))
    name = ledger_path(sources.docs).relative_to(root).as_posix()
    return ledger, faults or rules.compare(ledger, name, current(sources.editions))


def survey(root: Path) -> Survey:
    """What the repository at `root` has.

    Raises SiteError where it cannot be checked.
    """
    config = site.load(root)
    docs = Path(config.docs_dir)
    if not docs.is_relative_to(root):
        raise SiteError(f"{docs}: docs_dir must be inside {root}")
    findings: list[Finding] = []
    folders = dict(_folders(root, docs, site.languages(config), findings))
    examiner = Examiner(config, tuple(folders))
    sources, broken = _sources(root, folders, findings)
    editions = {
        code: Edition(code, folder.relative_to(root).as_posix(), {}, broken[code]) for code, folder in folders.items()
    }
    filled = _filled(editions, _examined(root, examiner, sources), findings)
    if not filled[0].pages and not filled[0].broken:
        raise SiteError(f"{root / filled[0].folder}: has no pages; the pages of the reference language belong there")
    return Survey(docs, examiner.conventions, tuple(filled), tuple(findings))


def _folders(
    root: Path, docs: Path, languages: Iterable[site.Language], findings: list[Finding]
) -> Iterator[tuple[str, Path]]:
    for number, language in enumerate(languages):
        folder = docs / language.code
        if folder.is_dir():
            yield language.code, folder
        elif number == 0:
            raise SiteError(f"{folder}: no such folder; the pages of the reference language belong there")
        else:
            message = f"no such folder; {language.name} is listed in mkdocs.yml, so its pages belong here"
            findings.append(Finding(folder.relative_to(root).as_posix(), 1, MISSING_LANGUAGE, message))


def _sources(
    root: Path, folders: Mapping[str, Path], findings: list[Finding]
) -> tuple[dict[str, dict[str, Source]], dict[str, frozenset[str]]]:
    """By key and language what could be read, and by language the keys of what could not."""
    sources: dict[str, dict[str, Source]] = defaultdict(dict)
    broken: dict[str, set[str]] = {code: set() for code in folders}
    for code, folder in folders.items():
        for source in read(root, folder, code):
            if isinstance(source, Unreadable):
                findings.append(source.finding)
                broken[code].add(source.key)
            else:
                sources[source.key][code] = source
    return sources, {code: frozenset(keys) for code, keys in broken.items()}


def _filled(
    editions: Mapping[str, Edition], examined: Iterable[tuple[str, Examined]], findings: list[Finding]
) -> list[Edition]:
    """The editions with the pages that were looked at."""
    pages: dict[str, dict[str, Page]] = {code: {} for code in editions}
    broken = {code: set(edition.broken) for code, edition in editions.items()}
    for key, result in examined:
        findings.extend(result.findings)
        for code, page in result.pages.items():
            pages[code][key] = page
        for code in result.broken:
            broken[code].add(key)
    return [
        replace(edition, pages=dict(sorted(pages[code].items())), broken=frozenset(broken[code]))
        for code, edition in editions.items()
    ]


def _examined(
    root: Path, examiner: Examiner, sources: Mapping[str, Mapping[str, Source]]
) -> Iterator[tuple[str, Examined]]:
    """Every page looked at, in further processes where there are many."""
    processes = os.cpu_count() or 1
    if len(sources) < WORTH_IT or processes == 1:
        yield from ((key, examiner.examine(page)) for key, page in sources.items())
        return
    codes = tuple(examiner.conventions)
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(root, codes)) as pool:
        yield from zip(sources, pool.map(_examine, sources.values(), chunksize=TOGETHER), strict=True)


_examiner: Examiner
"""That of a further process."""


def _begin(root: Path, codes: tuple[str, ...]) -> None:
    global _examiner
    _examiner = Examiner(site.load(root), codes)


def _examine(sources: Mapping[str, Source]) -> Examined:
    return _examiner.examine(sources)
