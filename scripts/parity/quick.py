"""Spares the renderer work whose outcome is known or is not looked at; what it says of a page stays the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from scripts.drawings import Drawings, slots
from scripts.parity import quick_blocks

SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""By the name Python-Markdown gives a pattern: the characters that whatever it matches must have."""
EMPHASIS = ("em_strong", "em_strong2", "not_strong")
"""Patterns that begin with * or _."""
PLAIN = re.compile(r"[^`\\\[!<&*_\x02\n]*(?:(?<!  )\n[^`\\\[!<&*_\x02\n]*)*")
"""A text without any of these signs, in which no pattern finds anything."""
UNSEEN = ("toc", "site-tables", "site-permalinks", "unescape")
"""Tree processors that come after the tree has been looked at, and refuse nothing."""


class _Inline(InlineProcessor):
    """Looks for each pattern only in texts that have its sign; looking is most of the work.

    Python-Markdown has no public way to say so. If it renames its methods, they are used as they are, which is slower.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        patterns = md.inlinePatterns
        signs = {id(patterns[name]): sign for name, sign in SIGNS.items() if name in patterns}
        self._signed = [(pattern, signs.get(id(pattern), "")) for pattern in patterns]

    def _InlineProcessor__handleInline(self, data: str, number: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString):
            return data
        start = 0
        while number < len(self._signed):
            pattern, sign = self._signed[number]
            matched = False
            if sign in data:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, number, start
                )
            if not matched:
                number, start = number + 1, 0
        return data


class _MarkPlain(Treeprocessor):
    """Keeps texts without any sign from the patterns, in the way that Python-Markdown has for it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and PLAIN.fullmatch(element.text):
                element.text = AtomicString(element.text)


class _Breaks(Treeprocessor):
    """Puts what follows on a line break on its own line, which is all that a reader sees of a prettified tree."""

    def run(self, root: Element) -> None:
        for element in root.iter("br"):
            element.tail = "\n" + (element.tail if element.tail and element.tail.strip() else "")


def _refuse(path: Path, words: Sequence[str], _: str) -> str:
    """Refuse what cannot be drawn, and draw nothing."""
    slots(path, words)
    return ""


def hasten(renderer: Markdown) -> None:
    """Make `renderer` quicker, for looking at its tree only: it returns no text any more."""
    patterns = renderer.inlinePatterns
    known = {*SIGNS, *EMPHASIS}
    if len(patterns) == sum(name in patterns for name in known):  # else PLAIN might have something for the others
        renderer.treeprocessors.register(_MarkPlain(renderer), "parity-plain", 21)
    if "prettify" in renderer.treeprocessors:
        renderer.treeprocessors.register(_Breaks(renderer), "prettify", 10)
    own = type(renderer.treeprocessors["inline"]) is not InlineProcessor  # an extension may have put its own there
    if not own and hasattr(InlineProcessor, "_InlineProcessor__applyPattern"):
        renderer.treeprocessors.register(_Inline(renderer), "inline", 20)
    quick_blocks.hasten(renderer)
    for processor in renderer.treeprocessors:
        if isinstance(processor, Drawings):
            processor.draw = _refuse
    setattr(renderer, "is_block_level", cache(renderer.is_block_level))  # noqa: B010, it is a method
    for name in UNSEEN:
        if name in renderer.treeprocessors:
            renderer.treeprocessors.deregister(name)
    # What comes after the tree is not turned into text.
    renderer.serializer = lambda _: f"<{renderer.doc_tag}></{renderer.doc_tag}>"
