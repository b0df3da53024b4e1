"""The words of the interface in one language, from docs/data/interface/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import material

from scripts import data
from scripts.config import SiteError

TEXT = re.compile(r'^  "([a-z._]+)": "(.*)",?$', re.MULTILINE)
"""A text in the templates in which Material has its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the interface says in one language."""

    theme: dict[str, str]
    """Replacements for Material's own texts, by Material's keys."""
    site: dict[str, str]
    """Our own texts; every language has the same keys."""


def path(docs: Path, code: str) -> Path:
    """Where the words of the language `code` are."""
    return docs / "data" / "interface" / f"{code}.yml"


def read(docs: Path, code: str) -> Words:
    """The words of the language `code`.

    Raises SiteError where the file is missing, is not YAML or is not two tables of texts.
    """
    file = path(docs, code)
    content = data.read(file)
    if not isinstance(content, dict) or set(content) != {"theme", "site"}:
        raise SiteError(f"{file}: must have the two tables `theme` and `site`")
    for name, table in content.items():
        if not isinstance(table, dict) or not all(isinstance(text, str) for pair in table.items() for text in pair):
            raise SiteError(f"{file}: {name} must be a table of texts")
    return Words(theme=content["theme"], site=content["site"])


def themes(code: str) -> dict[str, str]:
    """Material's own texts in the language `code`, by its keys; none where it lacks the language."""
    template = Path(material.__file__).parent / "templates" / "partials" / "languages" / f"{code}.html"
    return dict(TEXT.findall(template.read_text("utf-8"))) if template.exists() else {}
