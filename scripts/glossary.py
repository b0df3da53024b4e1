"""The glossary: written in the order of the English terms, so that languages can be compared, read in its own order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

PAGE = "glossary/"
"""Its address in the folder of each language."""
TERM = "term-"
"""What the ids of its entries begin with; the name of the concept in the termbase follows."""

ENTRY = re.compile(r"^(?=## )", re.MULTILINE)
NOTES = re.compile(r"^(?=\[\^[^\]]+\]:)", re.MULTILINE)


def ordered(page: str, key: Callable[[str], Any]) -> str:
    """The Markdown of the glossary with its entries sorted by `key` of their headings; footnotes stay at the end."""
    text, *notes = NOTES.split(page)
    introduction, *entries = ENTRY.split(text)
    entries.sort(key=lambda entry: key(entry.splitlines()[0].removeprefix("## ")))
    return "".join([introduction, *entries, *notes])


def comparable(page: str, ids: Sequence[str]) -> Sequence[str]:
    """The ids of the sections of `page` in an order that is the same in every language.

    `page` is an address or a path in the folder of a language.
    """
    return sorted(ids) if page.startswith(PAGE) else ids
