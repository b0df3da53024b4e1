"""Patterns for the words that the conventions of a language list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

LETTER = r"\w\u0900-\u0963\u0966-\u097f"
"""What belongs to a word; Python's own idea of it breaks Devanagari at vowel signs."""
NOTHING = r"\0(?!)"
"""A pattern that matches nothing; it begins with a character that no text has, so it is quick to see."""


def clock(forms: Sequence[str], spelled: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """A pattern for times with any of `forms` after a number, such as 4 p.m."""
    numbers = "|".join(word for words in spelled.values() for word in words)
    after = "|".join(map(re.escape, forms))
    return re.compile(rf"(?i:(?:\d|(?<![{LETTER}])(?:{numbers}))\s*(?:{after})(?![{LETTER}]))" if forms else NOTHING)


def any_of(forms: str) -> str:
    """A pattern for any of `forms`, which blanks part; `*` stands for an ending, `_` for a blank."""
    return "|".join(re.escape(form).replace(r"\*", f"[{LETTER}]*").replace("_", r"\s+") for form in forms.split())


def begun(form: str) -> str:
    """A pattern for `form` as a whole word, or anywhere if it begins with an asterisk.

    It begins with the first letter, which makes it several times as fast.
    """
    if form.startswith("*"):
        return re.escape(form.strip("*"))
    return f"{re.escape(form[0])}(?<![{LETTER}].){any_of(form[1:])}(?![{LETTER}])"


def whole(pattern: str) -> str:
    """A pattern for what `pattern` finds as whole words, in small or capital letters."""
    return f"(?i:(?<![{LETTER}])(?:{pattern})(?![{LETTER}]))"
