"""Spares the renderer work whose outcome is known or is not looked at; what it says of a page stays the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

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
UNSEEN = ("toc", "unescape")
"""Tree processors that come after the tree has been looked at, and refuse nothing."""


class _Signed:
    """A pattern that is looked for only in texts that have its sign; looking is most of the work."""

    def __init__(self, pattern: re.Pattern[str], sign: str) -> None:
        self._pattern, self._sign = pattern, sign

    def finditer(self, text: str, start: int) -> Iterable[re.Match[str]]:
        return self._pattern.finditer(text, start) if self._sign in text else ()


class _MarkPlain(Treeprocessor):
    """Keeps texts without any sign from the patterns, in the way that Python-Markdown has for it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and PLAIN.fullmatch(element.text):
                element.text = AtomicString(element.text)


def hasten(renderer: Markdown) -> None:
    """Make `renderer` quicker, for looking at its tree only: it returns no text any more."""
    patterns = renderer.inlinePatterns
    for name, sign in SIGNS.items():
        if name in patterns:
            pattern = patterns[name]
            pattern.compiled_re = _Signed(pattern.compiled_re, sign)  # type: ignore[assignment]
    known = {*SIGNS, *EMPHASIS}
    if len(patterns) == sum(name in patterns for name in known):  # else PLAIN might have something for the others
        renderer.treeprocessors.register(_MarkPlain(renderer), "parity-plain", 21)
    if isinstance(inline := renderer.treeprocessors["inline"], InlineProcessor):
        inline.inlinePatterns = list(patterns)  # type: ignore[assignment]  # a list is quicker than a registry
    for name in UNSEEN:
        if name in renderer.treeprocessors:
            renderer.treeprocessors.deregister(name)
    # What comes after the tree is not turned into text.
    renderer.serializer = lambda _: f"<{renderer.doc_tag}></{renderer.doc_tag}>"
