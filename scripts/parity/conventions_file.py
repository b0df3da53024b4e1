"""What a file of docs/data/conventions/ must and may have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

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
    "between": list,
    "words": list,
    "sentence-end": str,
    "no-break-before-percent": bool,
    "unit-before-number": bool,
    "grouped-from": int,
    "may-double": list,
    "never": dict,
    "small-numbers": list,
    "other-numbers": dict,
    "compound-numbers": str,
    "countries": dict,
    "peoples": dict,
    "units": dict,
    "clock": list,
    "abbreviations": list,
    "percent-points": list,
}
WHOLE = re.compile(r"[^\W\d_][^*]*")
"""Words that are whole and begin with a letter."""
LARGEST = 25
"""More than any power of ten that a language has a word for."""
OPTIONAL = frozenset(
    {
        "sentence-end",
        "no-break-before-percent",
        "unit-before-number",
        "grouped-from",
        "may-double",
        "never",
        "clock",
        "abbreviations",
        "percent-points",
        "other-numbers",
        "compound-numbers",
        "countries",
        "peoples",
    }
)


def validate(path: Path, content: Any) -> None:
    """Raise SiteError, with the place, where the `content` of a file is not as it must be."""
    if not isinstance(content, dict):
        raise SiteError(f"{path}: must be a table with the keys {', '.join(KEYS)}")
    for key in sorted(KEYS.keys() - OPTIONAL - content.keys()):
        raise SiteError(f"{path}: lacks the key {key}")
    for key, value in content.items():
        if key not in KEYS or not isinstance(value, KEYS[key]):
            raise SiteError(f"{path}: {key} is unknown" if key not in KEYS else f"{path}: {key} has the wrong type")
    if content["script"] not in SCRIPTS:
        raise SiteError(f"{path}: script must be one of {', '.join(sorted(SCRIPTS))}")
    for key in (key for key, kind in KEYS.items() if kind is list and key != "quotation-marks"):
        for entry in content.get(key, []):
            if not isinstance(entry, str) or not entry.strip():
                raise SiteError(
                    f"{path}: {key}: {entry!r} is not a text; put words such as on and no in quotation marks"
                )
    if not all(isinstance(word, str) and power in range(LARGEST) for word, power in content["scales"].items()):
        raise SiteError(f"{path}: scales must have words and powers of ten, such as `million: 6`")
    for number, forms in content.get("other-numbers", {}).items():
        if not re.fullmatch(r"[\d./]+", str(number)) or not (isinstance(forms, str) and forms.strip(" *_")):
            raise SiteError(f"{path}: other-numbers must have numbers and their words, such as `30: thirty`")
    for key in ("countries", "peoples"):
        for code, forms in content.get(key, {}).items():
            if not (isinstance(code, str) and isinstance(forms, str) and WHOLE.fullmatch(forms)):
                raise SiteError(f"{path}: {key} must have codes and names, such as `US: USA`; put NO in quotes")
    if not re.fullmatch(r"(?:\{tens\}|\{ones\}|[^{}])*", content.get("compound-numbers", "")):
        raise SiteError(f"{path}: compound-numbers must be such as `{{tens}}-{{ones}}`")
    for right, forms in content.get("never", {}).items():
        if not isinstance(right, str) or not (isinstance(forms, str) and forms.strip(" *")):
            raise SiteError(
                f"{path}: never must have what to write, and the words it stands for, such as `Sie: du dich`"
            )
    if content.get("grouped-from", 4) not in range(4, LARGEST):
        raise SiteError(f"{path}: grouped-from must be a number of digits, such as 5 for 2500, but 25 000")
    for unit, forms in content["units"].items():
        if not (isinstance(unit, str) and unit.isidentifier() and isinstance(forms, str) and forms.strip(" *")):
            raise SiteError(f"{path}: units must have names and their forms, such as `EUR: € euro*`")
    if not all(isinstance(pair, str) and len(pair) == 2 for pair in content["quotation-marks"]):
        raise SiteError(f"{path}: quotation-marks must be pairs such as “”")
    try:
        Locale.parse(content["locale"])
    except (UnknownLocaleError, ValueError) as error:
        raise SiteError(f"{path}: locale: {error}") from error
