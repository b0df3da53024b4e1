"""What the gate knows: rules and findings, sources, pages, sections and their blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A fault the gate can find; named after the fault, not after its mending."""

    name: str
    meaning: str
    """What is wrong and why it matters, in a sentence or two."""
    bad: str
    """A small example of the fault."""
    good: str
    """The same, mended."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault, at the place where it can be mended."""

    path: str
    """Relative to the root of the repository, with forward slashes."""
    line: int
    """Counted from 1."""
    rule: Rule
    message: str
    """What was found, what was expected and how to mend it, in a sentence."""
    reference: str = ""
    """The place in the English page, as `path:line`; empty if there is none."""
    expected: str = ""
    """What should be there, as far as it is one thing: an id, a link, a number."""
    found: str = ""
    """What is there instead."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it is written."""

    language: str
    key: str
    """The path inside the language's folder, the same in every language."""
    path: str
    """Relative to the root of the repository."""
    text: str


class Kind(StrEnum):
    """What a block is to a reader."""

    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"
    NOTE = "admonition"
    DISCLOSURE = "disclosure"
    FIGURE = "figure"
    CAPTION = "caption"
    QUOTE = "quotation"
    CODE = "code block"
    HTML = "HTML block"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its text alternative."""

    source: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a section that stands by itself."""

    kind: Kind
    detail: str
    """What else equal blocks have in common: the list's kind and depth, the number of cells, the note's type, ..."""
    texts: tuple[str, ...] = ()
    """What a reader reads, without code: one text, or one for each cell of a row."""
    links: tuple[str, ...] = ()
    """Targets as written."""
    notes: tuple[str, ...] = ()
    """Labels of footnotes referred to."""
    codes: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    line: int = 0
    """Where it begins in the source."""
    inside: str = ""
    """The kind of block that it stands in, empty if it stands in none."""

    def __hash__(self) -> int:
        return hash((self.texts, self.line))  # of all fields it would take several times as long

    def at(self, line: int) -> Block:
        """The block with the line where it begins."""
        images, inside = self.images, self.inside  # dataclasses.replace takes three times as long
        return Block(self.kind, self.detail, self.texts, self.links, self.notes, self.codes, images, line, inside)

    @property
    def key(self) -> tuple[Kind, str]:
        """What blocks must share to be each other's counterpart."""
        return self.kind, self.detail

    @property
    def name(self) -> str:
        """The block for a message, such as `list item “Who does it? If …”`."""
        words = " ".join(" ".join(self.texts).split()[:6])
        return f"{self.kind} “{words} …”" if words else str(self.kind)

    @property
    def readings(self) -> tuple[str, ...]:
        """All that is read or heard of the block: its texts and the alternatives of its pictures."""
        return (*self.texts, *(image.alternative for image in self.images)) if self.images else self.texts

    def line_of(self, snippet: str, fold: Callable[[str], str] = str) -> int:
        """The line on which `snippet` stands in this block, once `fold` has been applied; the first if it does not."""
        for text in self.texts:
            before, found, _ = fold(text.lstrip()).partition(snippet)
            if found:
                return self.line + before.count("\n")
        return self.line


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next heading."""

    id: str | None
    """The id written by hand, or None if the renderer would have to invent one."""
    level: int
    title: str
    line: int
    has_content: bool
    """Whether a reader finds anything between this heading and the next."""
    blocks: tuple[Block, ...] = ()

    def __hash__(self) -> int:
        return hash((self.id, self.title, self.line))


@dataclass(frozen=True, slots=True)
class Allowance:
    """An exception written in a page: `<!-- parity: allow RULE "text": reason -->`."""

    rule: str | None
    """None if the exception cannot be read."""
    text: str
    """What the message of the finding must have."""
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the renderer understands it."""

    language: str
    key: str
    path: str
    sections: tuple[Section, ...]
    anchors: tuple[str, ...]
    """Every id on the page that a link can lead to, as often as it is there."""
    links: tuple[tuple[str, int], ...] = ()
    """Targets as written, each with its line."""
    footnotes: tuple[Block, ...] = ()
    """The footnotes' texts; `detail` is the label."""
    tags: tuple[tuple[str, int], ...] = ()
    """HTML that Markdown passes on, but for its words: opening tags, each with its line."""
    metadata: Mapping[str, object] = field(default_factory=dict)
    """The front matter."""
    allowances: tuple[Allowance, ...] = ()

    def place(self, section: Section) -> str:
        """Where `section` stands, as `path:line`."""
        return f"{self.path}:{section.line}"

    def outline(self) -> Page:
        """The page without what stands in its sections: what is needed to look at the site as a whole."""
        return replace(self, sections=tuple(replace(section, blocks=()) for section in self.sections), tags=())

    def blocks(self) -> Iterator[Block]:
        """All blocks in the order of the page, footnotes last."""
        for section in self.sections:
            yield from section.blocks
        yield from self.footnotes


@dataclass(frozen=True, slots=True)
class Edition:
    """All pages of one language."""

    language: str
    folder: str
    """Relative to the root of the repository."""
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By key."""
    broken: frozenset[str] = frozenset()
    """Keys of pages that are there but could not be read; each has its finding already."""
