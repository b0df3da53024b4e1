"""Characters that nobody sees, or that are not what they look like, anywhere in a source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.identify import LETTERS, WORD
from scripts.parity.model import Finding, Page, Rule

MIXED_SCRIPT = Rule(
    "mixed-script",
    "A word has letters of two alphabets that look alike; it cannot be found or read aloud.",
    "bg: oбаждане, with a Latin o",
    "bg: обаждане",
)
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

LOOKALIKES = ("АВЕЅІЈКМНОРСТХ", "ABESIJKMHOPCTX")
LATIN = str.maketrans(*LOOKALIKES)
DISGUISED = re.compile(f"(?<!\\w)[{LOOKALIKES[0]}]{{2,}}(?!\\w)")
TAG = re.compile(r"<[a-z/][^<>]*>")
SIGNS = (
    r"\x00-\x08\x0b-\x1f\x7f\x85\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    r"\ue000-\uf8ff"
)
HIDDEN = re.compile(f"[{SIGNS}]")
JOINER = re.compile(r"[\u200c\u200d](?<!\u094d.)")
"""A joiner, unless it follows a virama, where Devanagari needs it."""
SUSPICIOUS = re.compile(rf"[{SIGNS}\u200c\u200d]")
"""All of them at once, which is quicker to see."""


def findings(page: Page, text: str, conventions: Conventions) -> Iterator[Finding]:
    """What is wrong with the characters of `text`, the source of `page`, but for the words that are read."""
    for tag in TAG.finditer(text):
        for word, message in mixed(tag[0], conventions):
            start = tag.start() + tag[0].index(word)
            yield Finding(page.path, text.count("\n", 0, start) + 1, MIXED_SCRIPT, message, found=word)
    if text.isascii() or (not SUSPICIOUS.search(text) and unicodedata.is_normalized("NFC", text)):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for pattern in (HIDDEN, JOINER):
            for match in pattern.finditer(line):
                name = unicodedata.name(match[0], "unnamed")
                message = f"hidden character U+{ord(match[0]):04X} ({name}) at column {match.start() + 1}; delete it"
                yield Finding(page.path, number, HIDDEN_CHARACTER, message)
        if not unicodedata.is_normalized("NFC", line):
            words = (word for word in re.split("[ \t]+", line) if not unicodedata.is_normalized("NFC", word))
            message = f"“{next(words, line)}” is not in Unicode's NFC; type it anew"
            yield Finding(page.path, number, NOT_NFC, message)


def disguised(model: Page, page: Page, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Abbreviations of paired English texts in Cyrillic letters that look like theirs."""
    for one, other in pairs:
        if not one or not other:
            continue
        for match in (match for text in other.readings for match in DISGUISED.finditer(text)):
            latin = match[0].translate(LATIN)
            if any(re.search(rf"\b{latin}\b", wanted) for wanted in one.readings):
                place, line = f"{model.path}:{one.line}", other.line_of(match[0])
                message = f"“{match[0]}” is in Cyrillic letters; type {latin} in Latin ones, which look the same"
                yield Finding(page.path, line, MIXED_SCRIPT, message, place, latin, match[0])


@cache
def mixing(own: str) -> re.Pattern[str]:
    """What finds letters of two scripts beside each other, by those that are not of the script `own`: they are few."""
    others = {name: "".join(LETTERS[other] for other in LETTERS if other != name) for name in LETTERS}
    beside = [f"(?<=[{LETTERS[name]}])(?=[{others[name]}])" for name in LETTERS if name != own]
    if own in LETTERS:
        beside.append(f"(?<=[{LETTERS[own]}].)")
    return re.compile(f"[{others.get(own) or ''.join(LETTERS.values())}](?:{'|'.join(beside)})")


def mixed(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    """Words of `text` with letters of two alphabets, each with what to say of it."""
    told: set[str] = set()
    for match in mixing(conventions.script).finditer(text):
        words = (word[0] for word in WORD.finditer(text) if word.start() <= match.start() < word.end())
        # No word begins with a vowel sign, which leaves the two letters.
        word = next(words, text[max(0, match.start() - 1) : match.start() + 2])
        if word in told:
            continue  # it is wrong in several letters
        told.add(word)
        scripts = sorted(name for name, letters in LETTERS.items() if re.search(f"[{letters}]", word))
        yield word, f"“{word}” mixes {' and '.join(scripts)} letters; type it in one alphabet"
