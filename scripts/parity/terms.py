"""Terms: concepts are named as docs/data/termbase.yml has them; how forms match is told at its head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from scripts.config import SiteError
from scripts.parity.language import QUOTED
from scripts.parity.model import Finding, Kind, Page, Rule, Section

AVOIDED_TERM = Rule(
    "avoided-term",
    "A concept has a name that misleads or that the site does not use; quotations may have it.",
    "bg: офшорна компания",
    "bg: офшоринг",
)
MISSING_TERM = Rule(
    "missing-term",
    "An English section names a concept that the translation does not, so something is missing or called otherwise.",
    "en: A provider runs payroll.\nde: Ein Dienstleister zahlt aus.",
    "de: Ein Dienstleister übernimmt die Lohnabrechnung.",
)

LETTER = r"\w\u0900-\u0963\u0966-\u097f"
"""What belongs to a word; Python's own idea of it breaks Devanagari at vowel signs."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C, where PyYAML has it, reads so large a file in a tenth of the time."""
KEYS = frozenset({"term", "also", "avoid", "forms"})


@dataclass(frozen=True, slots=True)
class Concept:
    """What is looked for in one language."""

    name: str
    term: str
    accepted: tuple[str, ...]
    avoided: tuple[str, ...]
    contextual: bool
    """Whether the avoided forms are wrong only where the concept is meant."""


Termbase = Mapping[str, tuple[Concept, ...]]
"""By language, in the same order of concepts."""


def read(docs: Path, codes: Iterable[str]) -> Termbase:
    """The concepts in the languages `codes`.

    Raises SiteError where the file is missing or not as it must be.
    """
    path = docs / "data" / "termbase.yml"
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SiteError(f"{path}: {error}") from error
    if not isinstance(content, dict) or not {"concepts", "contextual"} <= content.keys():
        raise SiteError(f"{path}: must have the tables `concepts` and `contextual`")
    return {
        code: tuple(
            _concept(path, name, code, entry, table == "contextual")
            for table in ("concepts", "contextual")
            for name, entry in content[table].items()
        )
        for code in codes
    }


def _concept(path: Path, name: str, code: str, entry: Any, contextual: bool) -> Concept:
    own = entry.get(code) if isinstance(entry, dict) else None
    if not isinstance(own, dict) or not isinstance(own.get("term"), str):
        raise SiteError(f"{path}: {name} has no term in {code}")
    if unknown := own.keys() - KEYS:
        raise SiteError(f"{path}: {name}, {code}: {', '.join(sorted(unknown))} is not one of {', '.join(sorted(KEYS))}")
    lists = {key: own.get(key, []) for key in ("also", "avoid", "forms")}
    for key, forms in lists.items():
        if not isinstance(forms, list) or not all(isinstance(form, str) and form for form in forms):
            raise SiteError(f"{path}: {name}, {code}: {key} must be a list of texts")
    accepted = (own["term"], *lists["also"], *lists["forms"])
    return Concept(name, own["term"], accepted, tuple(lists["avoid"]), contextual)


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of `forms` in a folded text; nothing if there are none."""
    literal = (re.escape(fold(form)).replace(r"\*", f"[{LETTER}]*").replace(r"\ ", r"\s+") for form in forms)
    return re.compile(f"(?<![{LETTER}])(?:{'|'.join(literal) or '(?!)'})(?![{LETTER}])")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` without the differences that do not matter to a term; every letter keeps its place."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'").replace("\u0901", "\u0902")
    return plain.replace("\u093c", "").lower()


def used(model: Page, termbase: Termbase) -> dict[str | None, list[tuple[int, str]]]:
    """By section of the English page `model`: the numbers of the concepts it names, with the words it uses."""
    concepts = termbase[model.language]
    found: dict[str | None, list[tuple[int, str]]] = {}
    for section in model.sections:
        text = _text(section)
        matches = ((number, _pattern(concept.accepted).search(text)) for number, concept in enumerate(concepts))
        found[section.id] = [(number, match[0]) for number, match in matches if match]
    return found


def findings(
    page: Page, section: Section, concepts: Sequence[Concept], named: Sequence[tuple[int, str]], place: str
) -> Iterator[Finding]:
    """Concepts that the English section at `place` names (`named`) and `section` does not, and names to be avoided."""
    text = _text(section)
    yield from avoided(page, section, concepts, {number for number, _ in named})
    for number, words in named:
        concept = concepts[number]
        if not _pattern(concept.accepted).search(text):
            message = f"{concept.name} (“{_flat(words)}” in {place}) is not named; write “{concept.term}”"
            yield Finding(page.path, section.line, MISSING_TERM, message)


def avoided(page: Page, section: Section, concepts: Sequence[Concept], meant: Container[int]) -> Iterator[Finding]:
    """Names that `section` must not use: those always to be avoided, and those of the concepts `meant`."""
    running = QUOTED.sub(" ", _text(section))
    always = _pattern(tuple(form for concept in concepts if not concept.contextual for form in concept.avoided))
    suspicious = always.search(running)
    for number, concept in enumerate(concepts):
        looked_for = number in meant if concept.contextual else suspicious
        if looked_for and (found := _pattern(concept.avoided).search(running)):
            message = f"“{_flat(found[0])}” is not what the site calls {concept.name}; write “{concept.term}”"
            yield Finding(page.path, _line(section, found[0]), AVOIDED_TERM, message)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text(section: Section) -> str:
    texts = (text for block in section.blocks if block.kind is not Kind.CODE for text in block.texts)
    return fold("\n|\n".join([section.title, *texts]))  # a term does not go on in the next cell


def _line(section: Section, folded: str) -> int:
    for block in section.blocks:
        for text in block.texts:
            before, found, _ = fold(text.lstrip()).partition(folded)
            if found:
                return block.line + before.count("\n")
    return section.line
