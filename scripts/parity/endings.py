"""Texts end as the English ones do: what ends otherwise may have lost its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.parity.align import Pair
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
STOPS = frozenset(".!?…।:")


def findings(model: Page, page: Page, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Paired texts of which one ends like a sentence and the other does not."""
    for one, other in pairs:
        if one and other and one.kind not in (Kind.CODE, Kind.HTML):
            for wanted, text in zip(one.readings, other.readings, strict=False):
                end, last = _last(wanted), _last(text)
                lost = end in STOPS and last not in STOPS
                # A cell or an item may end with an abbreviation, and any text be a question in one language only.
                added = one.kind is Kind.PARAGRAPH and last in ".।" and end not in STOPS
                if end and last and (lost or added):
                    place, words = f"{model.path}:{one.line}", " ".join(text.split()[-5:])
                    wanted_end, found_end = ("a sentence", "no sentence") if lost else ("no sentence", "a sentence")
                    message = f"“… {words}” ends like {found_end}, expected {wanted_end} as in {place}; correct it"
                    line = other.line_of(text.rsplit(maxsplit=1)[-1])
                    yield Finding(page.path, line, CUT_TEXT, message, place, wanted_end, found_end)


def _last(text: str) -> str:
    """The last sign of `text`, empty if there is none."""
    text = text.rstrip(CLOSING)
    return NOTE.sub("", text).rstrip(CLOSING)[-1:] if text.endswith("]") else text[-1:]
