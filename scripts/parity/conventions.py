"""How each language is written on this site: docs/data/conventions/, one file a language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from scripts.config import SiteError

SCRIPTS = frozenset({"LATIN", "CYRILLIC", "DEVANAGARI"})
"""As the names of Unicode's characters begin."""
KEYS = {
    "locale": str,
    "script": str,
    "quotation-marks": list,
    "percent": list,
    "scales": dict,
    "words": list,
    "sentence-end": str,
    "no-break-before-percent": bool,
    "unit-before-number": bool,
    "may-double": list,
}
OPTIONAL = frozenset({"sentence-end", "no-break-before-percent", "unit-before-number", "may-double"})


@dataclass(frozen=True, slots=True)
class Conventions:
    """The notation of one language."""

    code: str
    locale: str
    """CLDR's name of the locale whose numbers are used."""
    script: str
    quotation_marks: tuple[str, ...]
    """Pairs, the outer first."""
    percent: frozenset[str]
    """Words that make a number a percentage."""
    scales: dict[str, int]
    """Words that multiply a number, by the power of ten."""
    words: frozenset[str]
    """Words so common that nearly every sentence has some, and that other languages lack."""
    sentence_end: str
    """What ends a statement."""
    no_break_before_percent: bool
    unit_before_number: bool
    """Whether words such as percent or million stand before their number."""
    may_double: frozenset[str]
    """Words that may stand twice in a row."""


def read(docs: Path, code: str) -> Conventions:
    """The conventions of the language `code`.

    Raises SiteError where the file is missing or not as it must be.
    """
    path = docs / "data" / "conventions" / f"{code}.yml"
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SiteError(f"{path}: {error}") from error
    _validate(path, content)
    return Conventions(
        code,
        content["locale"],
        content["script"],
        tuple(content["quotation-marks"]),
        frozenset(content["percent"]),
        content["scales"],
        frozenset(content["words"]),
        content.get("sentence-end", "."),
        content.get("no-break-before-percent", False),
        content.get("unit-before-number", False),
        frozenset(content.get("may-double", [])),
    )


def _validate(path: Path, content: Any) -> None:
    if not isinstance(content, dict):
        raise SiteError(f"{path}: must be a table with the keys {', '.join(KEYS)}")
    for key in sorted(KEYS.keys() - OPTIONAL - content.keys()):
        raise SiteError(f"{path}: lacks the key {key}")
    for key, value in content.items():
        if not isinstance(value, KEYS.get(key, ())):
            raise SiteError(f"{path}: {key} is unknown" if key not in KEYS else f"{path}: {key} has the wrong type")
    if content["script"] not in SCRIPTS:
        raise SiteError(f"{path}: script must be one of {', '.join(sorted(SCRIPTS))}")
    if not all(isinstance(pair, str) and len(pair) == 2 for pair in content["quotation-marks"]):
        raise SiteError(f"{path}: quotation-marks must be pairs such as “”")
    try:
        Locale.parse(content["locale"])
    except (UnknownLocaleError, ValueError) as error:
        raise SiteError(f"{path}: locale: {error}") from error
