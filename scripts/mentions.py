"""The first mention of a trade term on a page leads to its entry in the glossary, in the same way in every language.

Trade terms have `linked: true` in docs/data/termbase.yml. All other concepts are named in words that readers know, or
that a page explains wherever it needs them; with links for these as well, pages would consist of links.
A mention counts in running text: not in headings, tables, quotations, drawings, footnotes and the options of questions.
Two things need no link, on the page or from there on: what its title or the paragraph below it names, for that is
what it is about, and what a section explains to which the glossary's entry leads. A link of the author's is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scripts import glossary
from scripts.parity.forms import LETTER
from scripts.parity.termbase import Concept
from scripts.parity.vocabulary import Vocabulary

MOST = 3
"""Links that a paragraph or item gets, so that a list of tools in a sentence is not cut; a term that finds no room is
linked where it is mentioned next."""
TEXTS = frozenset({"p", "li"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SKIPPED = frozenset({"table", "blockquote", "figure", "code", "summary"})
SKIPPED_CLASSES = frozenset({"footnote", "admonition-title"})
BEFORE = re.compile(f"(?<![{LETTER}])(?:[{LETTER}]+-)+$")
AFTER = re.compile(f"(?:-[{LETTER}]*)+")
QUOTED = re.compile(r"“[^“”]*”|„[^„“]*“")


class MentionsExtension(Extension):
    """Links the first mentions of the linked ones of `concepts` that have entries in a glossary, given as Markdown."""

    address = ""
    """Where the glossary is from the page that is rendered next; empty if nothing is to be linked there."""

    def __init__(self, concepts: Sequence[Concept], entries: str) -> None:
        super().__init__()
        self.vocabulary = Vocabulary(concepts)
        explained = glossary.explained(entries)
        self.linked = {
            number: explained[one.name] for number, one in enumerate(concepts) if one.linked and one.name in explained
        }
        """The terms to be linked, by their numbers in `vocabulary`; the ids of the sections that explain each."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the name is Markdown's
        """Run after everything else, also after MkDocs (0), which knows only links to files."""
        md.treeprocessors.register(_Mentions(md, self), "site-mentions", -3)


class _Mentions(Treeprocessor):
    def __init__(self, md: Markdown, extension: MentionsExtension) -> None:
        super().__init__(md)
        self.extension = extension
        self.new: set[int] = set()
        """Terms that the page has neither mentioned nor explained yet."""
        self.room = 0
        """Links that the paragraph or item may still get."""

    def run(self, root: Element) -> None:
        if self.extension.address:
            self.new = set(self.extension.linked)
            for text in _subject(root):
                self.new -= {number for *_, number in self._named(text)}
            self._walk(root, running=False, linked=False)

    def _walk(self, element: Element, *, running: bool, linked: bool) -> None:
        """Look at all text in `element`: `running` inside of a paragraph or an item, `linked` inside of a link."""
        if element.tag in HEADINGS:
            self.new -= {number for number, ids in self.extension.linked.items() if element.get("id") in ids}
        if element.tag in SKIPPED | HEADINGS or SKIPPED_CLASSES & set(element.get("class", "").split()):
            return
        if element.tag in TEXTS:
            running, self.room = True, MOST
        linked = linked or element.tag == "a"
        children = list(element)
        if running:
            element.text = self._mark(element.text or "", element, 0, linked)
        for child, following in zip_longest(children, children[1:]):
            # The options of a question: a definition might be its answer.
            if not (child.tag == "ol" and following is not None and following.tag == "details"):
                self._walk(child, running=running, linked=linked)
            if running:
                child.tail = self._mark(child.tail or "", element, list(element).index(child) + 1, linked)

    def _mark(self, text: str, parent: Element, position: int, linked: bool) -> str:
        """Put links for first mentions in `text` into `parent` at `position`; what of `text` stands before them."""
        before, link, start = text, None, 0
        for first, last, number in self._mentions(text):
            if linked:
                self.new.discard(number)
            elif self.room:
                self.room -= 1
                self.new.discard(number)
                if link is None:
                    before = text[:first]
                else:
                    link.tail = text[start:first]
                link, start = self._link(text[first:last], number), last
                link.tail = text[last:]
                parent.insert(position, link)
                position += 1
        return before

    def _mentions(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where `text` mentions a term for the first time, but not in the words of others."""
        quoted = [(match.start() + 1, match.end() - 1) for match in QUOTED.finditer(text)]
        for first, last, number in self._named(text):
            # A term that stands alone in quotation marks is no quotation.
            said = any(begin <= first and last <= end and (begin, end) != (first, last) for begin, end in quoted)
            if number in self.new and not said:
                yield first, last, number

    def _named(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where `text` names concepts, in order, as whole words with all that hyphens join to them."""
        end = 0
        for first, last, number in self.extension.vocabulary.spans(text, self.new):
            if first >= end:
                before, after = BEFORE.search(text, 0, first), AFTER.match(text, last)
                end = after.end() if after else last
                yield before.start() if before else first, end, number

    def _link(self, text: str, number: int) -> Element:
        name = self.extension.vocabulary.concepts[number].name
        link = Element("a", {"class": "site-term", "href": f"{self.extension.address}#{glossary.TERM}{name}"})
        link.text = text
        return link


def _subject(root: Element) -> Iterator[str]:
    """The title of a page and the paragraph below it."""
    for element, tag in zip(root, ("h1", "p"), strict=False):
        if element.tag != tag:
            return
        yield "".join(element.itertext())
