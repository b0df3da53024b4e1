"""Reads all pages and looks at each of them by itself, in further processes where there are many."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from scripts import config as site
from scripts.config import SiteError
from scripts.parity.cache import Cache
from scripts.parity.examine import Examined, Examiner
from scripts.parity.identify import Identifier
from scripts.parity.model import Edition, Finding, Page, Source
from scripts.parity.read import MISSING_LANGUAGE, UNLISTED_LANGUAGE, Unreadable, read

WORTH_IT = 4
"""Pages from which further processes save more time than they take."""
TOGETHER = 20
"""Pages that are given to a process at a time, where there are many."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The sources as far as they can be read, and what is wrong with each page by itself."""

    docs: Path
    nav: object
    """What mkdocs.yml has for the navigation; None if MkDocs is to make it."""
    languages: tuple[site.Language, ...]
    """Those that mkdocs.yml lists, as far as they have a folder."""
    identifier: Identifier
    """Knows the languages, the reference first."""
    editions: tuple[Edition, ...]
    """In the same order."""
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> list[str]:
        """The languages, the reference first."""
        return list(self.identifier.conventions)


def survey(root: Path) -> Survey:
    """What the repository at `root` has.

    Raises SiteError where it cannot be checked.
    """
    config = site.load(root)
    docs = Path(config.docs_dir)
    if not docs.is_relative_to(root):
        raise SiteError(f"{docs}: docs_dir must be inside {root}")
    findings: list[Finding] = []
    listed = site.languages(config)
    folders = dict(_folders(root, docs, listed, findings))
    findings.extend(_unlisted(root, docs, folders))
    examiner = Examiner(config, tuple(folders))
    sources, broken = _sources(root, folders, findings)
    editions = {
        code: Edition(code, folder.relative_to(root).as_posix(), {}, broken[code]) for code, folder in folders.items()
    }
    filled = _filled(editions, _examined(root, examiner, sources), findings)
    if not filled[0].pages and not filled[0].broken:
        raise SiteError(f"{root / filled[0].folder}: has no pages; the pages of the reference language belong there")
    languages = tuple(language for language in listed if language.code in folders)
    return Survey(docs, config.nav, languages, examiner.identifier, tuple(filled), tuple(findings))


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


def _unlisted(root: Path, docs: Path, listed: Container[str]) -> Iterator[Finding]:
    """Folders with the home page of a language that mkdocs.yml does not list, so nobody would look at it."""
    for home in sorted(docs.glob("*/index.md")):
        if home.parent.name not in listed:
            message = "this is none of the languages that mkdocs.yml lists; list it there, or remove the folder"
            yield Finding(home.parent.relative_to(root).as_posix(), 1, UNLISTED_LANGUAGE, message)


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
    """Every page looked at, or known from an earlier run."""
    cache = Cache(root, examiner.conventions)
    names = {key: cache.key(page) for key, page in sources.items()}
    known = {key: cache.get(name) for key, name in names.items()}
    new = {key: page for key, page in sources.items() if known[key] is None}
    for key, examined in _new(examiner, new):
        known[key] = examined
        cache.put(names[key], examined)
    cache.save()
    return ((key, examined) for key, examined in known.items() if examined)


def _new(examiner: Examiner, sources: Mapping[str, Mapping[str, Source]]) -> Iterator[tuple[str, Examined]]:
    """Pages looked at, in further processes where there are several."""
    processes = os.cpu_count() or 1
    if len(sources) < WORTH_IT or processes == 1 or sys.platform != "linux":  # elsewhere, forking may crash
        yield from ((key, examiner.examine(page)) for key, page in sources.items())
        return
    global _examiner
    _examiner = examiner  # forked processes have it, too, and need not load everything again
    # The long ones come first, so that no process is left with one of them at the end.
    pages = dict(sorted(sources.items(), key=lambda page: -sum(len(source.text) for source in page[1].values())))
    together = min(TOGETHER, len(pages) // (8 * processes) or 1)
    with ProcessPoolExecutor(min(processes, len(pages)), mp_context=get_context("fork")) as pool:
        try:
            yield from zip(pages, pool.map(_examine, pages.values(), chunksize=together), strict=True)
        except BrokenProcessPool as error:
            raise SiteError(f"a process of the check was killed: {error}") from error


_examiner: Examiner
"""That of this process."""


def _examine(sources: Mapping[str, Source]) -> Examined:
    return _examiner.examine(sources)
