"""The glossary: written in the order of the English terms, so that languages can be compared, read in its own order.

Under each entry stands how the other languages name it, as the termbase has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts.config import Language
from scripts.parity.termbase import Termbase

PAGE = "glossary/"
"""Its address in the folder of each language."""
SOURCE = "glossary.md"
"""Its file in the folder of each language."""
TERM = "term-"
"""What the ids of its entries begin with; the name of the concept in the termbase follows."""

ENTRY = re.compile(r"^(?=## )", re.MULTILINE)
EXPLAINS = re.compile(r"\]\([\w-]+\.md#([\w-]+)\)")
NAMED = re.compile(f"{{ #{TERM}([\\w-]+) }}")
NOTES = re.compile(r"^(?=\[\^[^\]]+\]:)", re.MULTILINE)


def ordered(page: str, key: Callable[[str], Any]) -> str:
    """The Markdown of the glossary with its entries sorted by `key` of their headings; footnotes stay at the end."""
    text, *notes = NOTES.split(page)
    introduction, *entries = ENTRY.split(text)
    entries.sort(key=lambda entry: key(entry.splitlines()[0].removeprefix("## ")))
    return "".join([introduction, *entries, *notes])


def explained(page: str) -> Mapping[str, frozenset[str]]:
    """The names of the concepts with an entry in the glossary's Markdown; the ids of sections to which each leads."""
    _, *entries = ENTRY.split(NOTES.split(page)[0])
    return {match[1]: frozenset(EXPLAINS.findall(entry)) for entry in entries if (match := NAMED.search(entry))}


def comparable(page: str, ids: Sequence[str]) -> Sequence[str]:
    """The ids of the sections of `page` in an order that is the same in every language.

    `page` is an address or a path in the folder of a language.
    """
    return sorted(ids) if page.startswith(PAGE) else ids


class NamesExtension(Extension):
    """Adds to each entry of a page its names in `languages`, linked to the same entry there."""

    def __init__(self, languages: Sequence[Language], termbase: Termbase) -> None:
        super().__init__()
        self.languages = languages
        self.names = {code: {concept.name: concept.term for concept in termbase[code]} for code in termbase}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the name is Markdown's
        """Run after MkDocs (0), which takes links to other languages for broken ones."""
        md.treeprocessors.register(_Names(md, self), "site-names", -2)


class _Names(Treeprocessor):
    def __init__(self, md: Markdown, extension: NamesExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        known = next(iter(self.extension.names.values()))  # every language has the same concepts
        for id_, end in reversed(list(_ends(root, known))):
            root.insert(end, self._list(id_))

    def _list(self, id_: str) -> Element:
        # Who searches in one language shall find the words of that language.
        names = Element("ul", {"class": "site-names", "data-search-exclude": ""})
        for language in self.extension.languages:
            item = SubElement(names, "li", lang=language.code)
            SubElement(item, "span").text = language.name
            link = SubElement(item, "a", href=f"../../{language.code}/{PAGE}#{id_}", hreflang=language.code)
            link.text = self.extension.names[language.code][id_.removeprefix(TERM)]
        return names


def _ends(root: Element, known: Container[str]) -> Iterator[tuple[str, int]]:
    """The ids of the entries for `known` concepts, each with the number of the element before which it ends."""
    entry = ""
    for number, element in enumerate([*root, Element("h2")]):
        if element.tag in ("h1", "h2") or element.get("class") == "footnote":
            if entry:
                yield entry, number
            id_ = element.get("id", "")
            entry = id_ if id_.startswith(TERM) and id_.removeprefix(TERM) in known else ""
