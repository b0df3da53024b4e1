"""Finds in the source the lines of what the renderer has found on the page.

Markdown gives no line numbers, so the search goes forward from the last place that was found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from scripts.parity.model import Block, Kind

MARKUP = re.compile(r"\]\([^)\n]*\)|\[\^[^\]\n]*\]|[*_`\[\]\\|]")
"""What stands in the source of a text, but not on the page."""
MARKER = re.compile(r"[-+*>:\s]*(?:\d+[.)] )?(?:(?:!!!|\?\?\?)\+?[^\"]*\")?(?:<[^>]*>)*\s*")
"""What may stand before a text on its line: marks of lists, quotations and notes, HTML."""
ATTRIBUTES = re.compile(r"\{[^}]*\}")
"""Attributes, such as { #costs .wide }."""
ID = re.compile(r"#([^\s}]+)|\bid=(?:\"([^\"]*)\"|'([^']*)'|([^\s}]+))")
"""An id among them, in one of the ways to write it."""
BEGINNING = 16
"""Letters by which a text is recognised; a line of the source may end after few."""


NEAR = 20
"""Lines after one that begins like a text, in which one that has all of it is still looked for."""


class Lines:
    """The lines of one source."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")

    @cached_property
    def _plain(self) -> list[str]:
        return [" ".join(line.split()) for line in MARKUP.sub("", self._text).split("\n")]

    @cached_property
    def _written(self) -> dict[str, list[int]]:
        """By id, where it is written."""
        written: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self._lines):
            for attributes in ATTRIBUTES.findall(line) if "{" in line else ():
                for ways in ID.findall(attributes):
                    written["".join(ways)].append(number)
        return written

    def heading(self, after: int, id_: str | None, title: str) -> int:
        """The first line after line `after` with the id or, without one, the title; else `after`, but at least 1."""
        if id_:
            found = next((number for number in self._written.get(id_, ()) if number >= after), None)
        else:
            words = _plain(title)
            later = [number for number in range(after, len(self._plain)) if words in self._plain[number]]
            marked = (number for number in later if self._plain[number].lstrip("> ").startswith("#"))
            found = next(marked, later[0] if later else None)  # only a heading with an underline has no #
        return (max(after, 1) - 1 if found is None else found) + 1

    def text(self, start: int, text: str) -> int:
        """The first line from line `start` on that `text` begins, or else is in; `start` if there is none."""
        whole = _plain(text[: 8 * BEGINNING])
        beginning = whole[:BEGINNING]  # which has so many letters without its markup
        first = alike = None
        for number in range(max(start, 1) - 1, len(self._plain)):
            line = self._plain[number]
            if beginning in line:
                if line.startswith(beginning) or MARKER.sub("", line, count=1).startswith(beginning):
                    if whole in line:
                        return number + 1
                    alike = alike or number + 1
                first = first or number + 1
            if alike and number > alike + NEAR:
                break
        return alike or first or max(start, 1)

    def exact(self, start: int, snippet: str) -> int:
        """The first line from line `start` on that holds `snippet` as written; `start` if there is none."""
        found = (number for number in range(max(start, 1) - 1, len(self._lines)) if snippet in self._lines[number])
        return next(found, max(start, 1) - 1) + 1

    def blocks(self, start: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """`blocks`, which follow each other from line `start` on, with their lines."""
        located = []
        for block in blocks:
            if block.kind is Kind.FOOTNOTE:
                start = self.exact(1, f"[^{block.detail}]:")
            elif words := next((text for text in block.texts if text.strip()), ""):
                start = self.text(start, words.strip().splitlines()[0])
            located.append(block.at(start))
        return tuple(located)


def _plain(text: str) -> str:
    return " ".join(MARKUP.sub("", text).split())
