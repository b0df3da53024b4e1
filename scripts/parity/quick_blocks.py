"""Spares the renderer the search for blocks whose signs a text lacks, which takes as long as all others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

BLOCKS = (
    ("hashheader", "RE", ("#",)),
    ("setextheader", "RE", ("\n=", "\n-")),
    ("hr", "SEARCH_RE", ("-", "_", "*")),
    ("quote", "RE", (">",)),
    ("footnote", "RE", ("[^",)),
    ("reference", "RE", ("]:",)),
    ("admonition", "RE", ("!!!",)),
    ("details", "START", ("???",)),
)
"""By the name of a block processor: the attribute that has its pattern, and characters of which a match has some."""
LINES = (
    ("normalize_whitespace", (STX, ETX, "\r", "\t", " \n"), 2),
    ("html_block", ("<", "&"), 0),
    ("fenced_code_block", ("```", "~~~"), 0),
)
"""By the name of a preprocessor, which reads all lines: characters of which a text that it changes has some, and how
many empty lines it adds to any."""
ATTRIBUTES = ("HEADER_RE", "BLOCK_RE", "INLINE_RE")
"""Patterns of attr_list, which all have a brace."""


def hasten(renderer: Markdown) -> None:
    """Let `renderer` look for blocks, and for attributes, only where their signs are."""
    for name, marks, added in LINES:
        if name in renderer.preprocessors:
            _spare(renderer.preprocessors[name], marks, added)
    if "table" in renderer.parser.blockprocessors:
        _expect(renderer.parser.blockprocessors["table"], "|")
    for name, attribute, signs in BLOCKS:
        if name in renderer.parser.blockprocessors:
            _sign(renderer.parser.blockprocessors[name], attribute, signs)
    for attribute in ATTRIBUTES if "attr_list" in renderer.treeprocessors else ():
        _sign(renderer.treeprocessors["attr_list"], attribute, ("{",))


class _Signed:
    """A pattern that is looked for only in texts that have one of its signs."""

    def __init__(self, pattern: re.Pattern[str], signs: Sequence[str]) -> None:
        self._pattern = pattern
        self._signs = signs

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if _has(text, self._signs) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text) if _has(text, self._signs) else None


def _has(text: str, signs: Sequence[str]) -> bool:
    for sign in signs:  # noqa: SIM110, four times as fast as any() with so few
        if sign in text:
            return True
    return False


def _sign(processor: object, attribute: str, signs: Sequence[str]) -> None:
    if isinstance(pattern := getattr(processor, attribute, None), re.Pattern):
        setattr(processor, attribute, _Signed(pattern, signs))


def _expect(processor: BlockProcessor, sign: str) -> None:
    """Let `processor` be asked only about blocks that have `sign`."""
    own = processor.test
    setattr(processor, "test", lambda parent, block: sign in block and own(parent, block))  # noqa: B010, it is a method


def _spare(processor: Preprocessor, signs: Sequence[str], added: int) -> None:
    """Let `processor` read only texts that have one of `signs`; it adds as many empty lines to any text."""
    own = processor.run

    def run(lines: list[str]) -> list[str]:
        more = lines + added * [""]
        return own(lines) if _has("\n".join(more), signs) else more

    setattr(processor, "run", run)  # noqa: B010, it is a method
