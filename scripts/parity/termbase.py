"""Reads docs/data/termbase.yml: how the site names its concepts in every language, and how it does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import data
from scripts.config import SiteError

TABLES = ("concepts", "contextual")
LISTS = ("also", "avoid", "mistaken", "forms", "not")
KEYS = frozenset({"term", *LISTS})
SHARED = frozenset({"note", "linked", "contrast"})
"""What a concept has for all languages at once."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Concept:
    """What is looked for in one language."""

    name: str
    term: str
    accepted: tuple[str, ...]
    avoided: tuple[str, ...]
    mistaken: tuple[str, ...]
    """What is to be avoided only where the concept is meant."""
    others: tuple[str, ...]
    """Phrases that have one of its names and mean something else."""
    linked: bool
    """Whether its first mention on a page leads to the glossary."""
    contrast: str
    """What it is an answer to, with others that contrast with it, such as distance; empty if it has no such others."""


Termbase = Mapping[str, tuple[Concept, ...]]
"""By language, in the same order of concepts."""


def read(docs: Path, codes: Sequence[str]) -> Termbase:
    """The concepts in the languages `codes`.

    Raises SiteError where the file is missing or not as it must be.
    """
    path = docs / "data" / "termbase.yml"
    content = data.read(path)
    if not isinstance(content, dict) or not all(isinstance(content.get(name), dict) for name in TABLES):
        raise SiteError(f"{path}: must have the tables {' and '.join(f'`{name}`' for name in TABLES)}")
    _complete(path, content, codes)
    contrasts = Counter(entry.get("contrast", "") for table in TABLES for entry in content[table].values())
    if lone := [contrast for contrast, times in contrasts.items() if contrast and times == 1]:
        raise SiteError(f"{path}: only one concept has contrast {lone[0]}; it needs another one to contrast with")
    return {
        code: tuple(
            _concept(path, str(name), code, entry, table == "contextual")
            for table in TABLES
            for name, entry in content[table].items()
        )
        for code in codes
    }


def _complete(path: Path, content: dict[str, Any], codes: Sequence[str]) -> None:
    """All that is missing at once: whoever adds a language has to write it all."""
    for code in codes:
        entries = [(name, entry) for table in TABLES for name, entry in content[table].items()]
        missing = [str(name) for name, entry in entries if not _has_term(entry, code)]
        if missing:
            raise SiteError(f"{path}: no term in {code} for {', '.join(missing)}; write `{code}: {{term: …}}` for each")


def _has_term(entry: Any, code: str) -> bool:
    own = entry.get(code) if isinstance(entry, dict) else None
    return isinstance(own, dict) and isinstance(own.get("term"), str) and bool(own["term"].strip())


def _concept(path: Path, name: str, code: str, entry: dict[str, Any], contextual: bool) -> Concept:
    if unknown := [key for key in entry if key not in SHARED and not LANGUAGE.fullmatch(str(key))]:
        raise SiteError(f"{path}: {name}: {unknown[0]} is neither a language nor one of {', '.join(sorted(SHARED))}")
    own, linked, contrast = entry[code], entry.get("linked", False), entry.get("contrast", "")
    if not isinstance(contrast, str):
        raise SiteError(f"{path}: {name}: contrast must be a word")
    if not isinstance(linked, bool):
        raise SiteError(f"{path}: {name}: linked must be true or false")
    if unknown := own.keys() - KEYS:
        names = ", ".join(sorted(map(str, unknown)))
        raise SiteError(f"{path}: {name}, {code}: {names} is not one of {', '.join(sorted(KEYS))}")
    lists = {key: own.get(key, []) for key in LISTS}
    for key, forms in lists.items():
        if not isinstance(forms, list) or not all(isinstance(form, str) and form.strip(" *") for form in forms):
            raise SiteError(f"{path}: {name}, {code}: {key} must be a list of texts")
    accepted = (own["term"], *lists["also"], *lists["forms"])
    if both := {form.lower() for form in accepted} & {form.lower() for form in (*lists["avoid"], *lists["mistaken"])}:
        raise SiteError(f"{path}: {name}, {code}: {', '.join(sorted(both))} is both a name and to be avoided; keep one")
    avoided, mistaken = lists["avoid"], lists["mistaken"]
    if contextual:
        avoided, mistaken = [], [*avoided, *mistaken]
    return Concept(name, own["term"], accepted, tuple(avoided), tuple(mistaken), tuple(lists["not"]), linked, contrast)
