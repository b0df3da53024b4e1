"""Reads the pages of one language; the only module of the gate that touches files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import is_markdown_file

from scripts.config import SiteError
from scripts.parity.model import Finding, Rule, Source

MISSING_LANGUAGE = Rule(
    "missing-language",
    "A language that mkdocs.yml lists has no folder.",
    "mkdocs.yml: - locale: fr",
    "mkdocs.yml: - locale: fr, and docs/fr/ with all pages",
)
UNLISTED_LANGUAGE = Rule(
    "unlisted-language",
    "A folder holds pages in a language that mkdocs.yml does not list, so they are neither compared nor published.",
    "docs/fr/index.md, but no - locale: fr in mkdocs.yml",
    "docs/fr/index.md, and - locale: fr in mkdocs.yml",
)
UNREADABLE_PAGE = Rule(
    "unreadable-page",
    "A file or folder has the name of a page, but is none: not UTF-8, with a NUL byte, a folder, a link to no file.",
    "docs/de/bpo.md, saved as Windows-1252",
    "docs/de/bpo.md, saved as UTF-8",
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A page that is there, but cannot be read."""

    key: str
    finding: Finding


def read(root: Path, folder: Path, language: str) -> Iterator[Source | Unreadable]:
    """The pages under `folder`, sorted by key; paths are given relative to `root`.

    Raises SiteError where a folder cannot be read.
    """
    start = folder.relative_to(root).as_posix()
    for key in sorted(_pages(folder)):
        name = f"{start}/{key}"
        try:
            yield Source(language, key, name, _text(folder / key))
        except _UnreadableError as fault:
            yield Unreadable(key, Finding(name, fault.line, UNREADABLE_PAGE, str(fault)))


class _UnreadableError(Exception):
    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def _pages(folder: Path) -> Iterator[str]:
    """Keys of the pages as MkDocs finds them: through links as well, without hidden files."""
    for top, folders, files in os.walk(folder, followlinks=True, onerror=_refuse):
        real = os.path.realpath(top)
        if any(os.path.realpath(parent) == real for parent in Path(top).parents):
            folders.clear()  # a link that leads back to where we are
            continue
        pages = [name for name in (*files, *folders) if is_markdown_file(name) and not name.startswith(".")]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in pages]
        inner = Path(top).relative_to(folder)
        yield from ((inner / name).as_posix() for name in pages)


def _refuse(error: OSError) -> None:
    raise SiteError(f"{error.filename}: {error.strerror}") from error


def _text(path: Path) -> str:
    try:
        if not stat.S_ISREG(mode := path.stat().st_mode):
            kind = "folder" if stat.S_ISDIR(mode) else "special file"
            raise _UnreadableError(f"is a {kind} with the name of a page; rename it")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise _UnreadableError("is a link to no file; restore the file or remove the link") from error
    except OSError as error:
        raise _UnreadableError(f"cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")  # as MkDocs reads it
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _UnreadableError(f"is not UTF-8 (byte {data[error.start]:#04x}); save it as UTF-8", line) from error
    if "\0" in text:
        raise _UnreadableError("holds a NUL byte; delete it", text.count("\n", 0, text.index("\0")) + 1)
    return text
