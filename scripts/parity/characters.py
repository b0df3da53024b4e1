"""Characters that nobody sees, or that are not what they look like, anywhere in a source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scripts.parity.model import Finding, Page, Rule

HIDDEN_CHARACTER = Rule(
    "hidden-character",
    "A character that nobody sees changes how a text is read, searched or laid out.",
    "call<U+200B>center",
    "call center",
)
NOT_NFC = Rule(
    "not-nfc",
    "A letter is written in a form that is not Unicode's NFC, so the same word is not found in both spellings.",
    "u followed by U+0308",
    "ü",
)

HIDDEN = re.compile(r"[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
JOINER = re.compile(r"[\u200c\u200d](?<!\u094d.)")
"""A joiner, unless it follows a virama, where Devanagari needs it."""


def findings(page: Page, text: str) -> Iterator[Finding]:
    """What is wrong with the characters of `text`, the source of `page`."""
    if text.isascii() or not (HIDDEN.search(text) or JOINER.search(text) or not unicodedata.is_normalized("NFC", text)):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for pattern in (HIDDEN, JOINER):
            for match in pattern.finditer(line):
                name = unicodedata.name(match[0], "unnamed")
                message = f"hidden character U+{ord(match[0]):04X} ({name}) at column {match.start() + 1}; delete it"
                yield Finding(page.path, number, HIDDEN_CHARACTER, message)
        if not unicodedata.is_normalized("NFC", line):
            word = next(word for word in line.split() if not unicodedata.is_normalized("NFC", word))
            message = f"“{word}” is not in Unicode's NFC; type it anew"
            yield Finding(page.path, number, NOT_NFC, message)
