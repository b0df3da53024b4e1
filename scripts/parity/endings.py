"""Texts end as the English ones do: what ends otherwise may have lost its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.model import Finding, Kind, Page, Rule

CUT_TEXT = Rule(
    "cut-text",
    "A text has no full stop, question mark or the like at its end, where the English has one, or a paragraph has one "
    "where the English has none; perhaps the end is lost.",
    "en: It owns the result.\nde: Er steht für das",
    "de: Er steht für das Ergebnis ein.",
)

CLOSING = "”“’‘\"')* \u00a0\n"
"""What may stand after the last sign of a sentence."""
NOTE = re.compile(r"(?:\[\^[\w-]*\])+$")
"""A reference to no footnote, which may, too."""
BRACKETS = re.compile(r"\s\([^()]*\)\s*$")
"""An addition after the last sentence."""
INNER_END = re.compile(r"[.!?…।][”“’‘\"')*]*\s+\S")
STOPS = frozenset(".!?…।:")


def findings(
    model: Page, page: Page, pairs: Sequence[Pair], written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    """Paired texts of which one ends like a sentence and the other does not."""
    for one, other in pairs:
        if one and other and one.kind not in (Kind.CODE, Kind.HTML):
            for wanted, text in zip(one.readings, other.readings, strict=False):
                end, last = _last(wanted), _last(text)
                lost = end in STOPS and last not in STOPS and not _abbreviated(wanted, reference)
                lost = lost and _last(BRACKETS.sub("", text)) not in STOPS
                # A cell or an item may end with an abbreviation, and any text be a question in one language only.
                added = one.kind is Kind.PARAGRAPH and last in ".।" and end not in STOPS
                added = added and not _abbreviated(text, written)
                if end and last and (lost or added):
                    place, words = f"{model.path}:{one.line}", " ".join(text.split()[-5:])
                    wanted_end, found_end = ("a sentence", "no sentence") if lost else ("no sentence", "a sentence")
                    message = f"“… {words}” ends like {found_end}, expected {wanted_end} as in {place}; correct it"
                    line = other.line_of(text.rsplit(maxsplit=1)[-1])
                    yield Finding(page.path, line, CUT_TEXT, message, place, wanted_end, found_end)
                elif cut := _cut(wanted.split("\n"), text.split("\n")):
                    place = f"{model.path}:{one.line}"
                    message = (
                        f"“… {' '.join(cut.split()[-5:])}” ends like no sentence, unlike those of {place}; correct it"
                    )
                    yield Finding(page.path, other.line_of(cut), CUT_TEXT, message, place)


def _cut(wanted: Sequence[str], lines: Sequence[str]) -> str:
    """The first of several lines, all of them sentences in English, that is no whole one; empty if there is none.

    Where sentences are broken into lines in another way, some line has an end in its middle.
    """
    if len(lines) < 2 or len(lines) != len(wanted) or not all(_last(line) in STOPS for line in wanted):
        return ""
    if any(map(INNER_END.search, lines)):
        return ""
    return next((line for line in lines if _last(line) not in STOPS and line.strip()), "")


def _abbreviated(text: str, conventions: Conventions) -> bool:
    """Whether `text` ends with an abbreviation, whose point may be no full stop."""
    return any(word.lstrip("(“„") in conventions.abbreviations for word in text.rstrip(CLOSING).split()[-1:])


def _last(text: str) -> str:
    """The last sign of `text`, empty if there is none."""
    text = text.rstrip(CLOSING)
    return NOTE.sub("", text).rstrip(CLOSING)[-1:] if text.endswith("]") else text[-1:]
