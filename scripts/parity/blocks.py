"""Structure, section by section: the same paragraphs, items, rows and figures as in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from scripts.parity.align import Pair
from scripts.parity.model import Block, Finding, Kind, Page, Rule, Section

MISSING_BLOCK = Rule(
    "missing-block",
    "A paragraph, list item, table row or other piece of an English section is not in the translation.",
    "en: - wages\n    - training\nde: - Löhne",
    "de: - Löhne\n    - Schulung",
)
EXTRA_BLOCK = Rule(
    "extra-block",
    "A translation has a paragraph, list item, table row or other piece that the English section has not.",
    "en: - wages\nde: - Löhne\n    - Steuern",
    "en: - wages\n    - taxes\nde: - Löhne\n    - Steuern",
)
CHANGED_BLOCK = Rule(
    "changed-block",
    "A piece of a section is something else than in English: another kind of list or note, another number of cells.",
    "en: 1. Dial.\nde: - Wählen.",
    "de: 1. Wählen.",
)


UNREAD = re.compile(r"\n(?: *\|(?=.*\|)|[-*+] (?=\S)|1[.)] (?=.*\n2[.)] )|(?:!!!|\?\?\?\+?) |\[\^[\w-]+\]:|[•‣◦▪])")
"""What would be a table, begin a list, a note or a footnote, if the line before it were empty."""
START = re.compile(r" *\|(?=.*\|)|[•‣◦▪]|(?:!!!?|\?\?\??\+?) *[a-z]+(?= |$)")
"""A table that lacks the line below its head, a list with signs that Markdown does not know, or a note whose head
it does not know."""
LINES = frozenset({Kind.PARAGRAPH, Kind.ITEM})
"""Kinds of text that it may become a part of."""


class Torn(Enum):
    """Where the next heading is missing, so that the text under it seems to belong to the section above."""

    NOWHERE = 0
    HERE = 1
    THERE = 2


def findings(
    model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair], torn: Torn
) -> Iterator[Finding]:
    """Where the blocks of `section` differ from those of `wanted`; `pairs` brings the two together."""
    if swallowed := _swallowed(wanted, section):
        place = f"{model.path}:{wanted.line}"
        message = f"{swallowed.name} is a text that became part of the table above it; put an empty line before it"
        yield Finding(page.path, swallowed.line, CHANGED_BLOCK, message, place)
        return  # of the rest, all is part of the table, too
    yield from _blocks(model, page, wanted, section, pairs, torn)
    yield from _cells(model, page, pairs)
    yield from _nesting(model, page, wanted, section, pairs)


def unread(wanted: Section, section: Section) -> bool:
    """Whether `section`, or also `wanted`, has what is to be a table, a list or the like, and is not read as one.

    That has its own finding, and until it is mended nothing is where it belongs.
    """
    texts = (block.texts[0] for side in (wanted, section) for block in side.blocks if block.kind in LINES)
    return any(map(misread, texts)) or _raw_figures(section) > _raw_figures(wanted)


def misread(text: str) -> re.Match[str] | None:
    """The beginning of what was not meant to be a part of `text`."""
    return UNREAD.search(text) or START.match(text)


def _raw_figures(section: Section) -> int:
    return sum(code.lstrip().startswith("<figure") for block in section.blocks for code in block.codes)


def _swallowed(wanted: Section, section: Section) -> Block | None:
    """The first of several rows of `section` that are text, if `wanted` has fewer rows, and no row of its kind."""
    rows, others = ([block for block in side.blocks if block.kind is Kind.ROW] for side in (section, wanted))
    alone, expected = (
        [row for row in side if len(row.texts) > 1 and not any(row.texts[1:])] for side in (rows, others)
    )
    return alone[0] if alone and not expected and len(rows) > len(others) > 0 else None


def _blocks(
    model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair], torn: Torn
) -> Iterator[Finding]:
    missing = [(number, one) for number, (one, other) in enumerate(pairs) if one and not other]
    extra = [(number, other) for number, (one, other) in enumerate(pairs) if other and not one]
    said = ""
    for number, block in missing:
        place = f"{model.path}:{block.line}"
        turned = next((case for case in extra if _may_be(block, case[1])), None)
        if turned:
            extra.remove(turned)
            other, change = turned[1], (_described(turned[1]), _described(block))
            if said != (said := " ".join(change)):  # one change of a list changes each of its items
                message = f"{other.name} is {change[0]}, expected {change[1]} as in {place}"
                if other.key == block.key:
                    message = f"{other.name} does not stand where {place} does; move it there, or translate that"
                yield Finding(page.path, other.line, CHANGED_BLOCK, message, place, change[1], change[0])
        elif joined := _joined(pairs, number, block):
            other, line = joined
            message = f"{block.name} was joined with {other.name}; put an empty line between the two, as in {place}"
            yield Finding(page.path, line, MISSING_BLOCK, message, place, block.kind)
        elif torn is not Torn.THERE:
            before = next((other for _, other in reversed(pairs[:number]) if other), None)
            message = f"{block.name} is missing; translate {place}"
            yield Finding(page.path, before.line if before else section.line, MISSING_BLOCK, message, place, block.kind)
    for number, block in extra if torn is not Torn.HERE else ():
        last = next((one for one, _ in reversed(pairs[:number]) if one), None)
        place = f"{model.path}:{last.line if last else wanted.line}"
        message = f"{block.name} is not in {model.path}, section #{section.id}; add it there, or remove it"
        yield Finding(page.path, block.line, EXTRA_BLOCK, message, place, "", block.kind)


def _joined(pairs: Sequence[Pair], number: int, block: Block) -> tuple[Block, int] | None:
    """The text beside the missing `block`, pair `number`, that has the lines of both, and where the second begins."""
    for neighbor in (number - 1, number + 1):
        one, other = pairs[neighbor] if 0 <= neighbor < len(pairs) else (None, None)
        if one and other and one.kind is other.kind is block.kind is Kind.PARAGRAPH:
            first, second = (one, block) if neighbor < number else (block, one)
            if _lines(other) == _lines(first) + _lines(second):
                return other, other.line + _lines(first)
    return None


def _lines(block: Block) -> int:
    return block.texts[0].count("\n") + 1


def _cells(model: Page, page: Page, pairs: Sequence[Pair]) -> Iterator[Finding]:
    for one, other in pairs:
        if one and other and one.kind is Kind.ROW:
            for number, (wanted, text) in enumerate(zip(one.texts, other.texts, strict=False), 1):
                place = f"{model.path}:{one.line}"
                if wanted.strip() and not text.strip():
                    message = f"cell {number} of the row is empty; translate “{wanted.strip()}” of {place}"
                    yield Finding(page.path, other.line, MISSING_BLOCK, message, place)


def _nesting(model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The first block that has left or entered a note, a disclosure or the like, if that itself is on both sides."""
    containers = {Kind.NOTE, Kind.DISCLOSURE, Kind.FIGURE, Kind.QUOTE}
    if any((one or other).kind in containers for one, other in pairs if not (one and other)):  # type: ignore[union-attr]
        return
    for one, other in pairs:
        if one and other and bool(one.inside) != bool(other.inside):
            if other is section.blocks[0] and _inside_before(page, section) != _inside_before(model, wanted):
                return  # it goes on from the section above, where it is told
            expected, found = (
                f"inside of the {block.inside}" if block.inside else "by itself" for block in (one, other)
            )
            place = f"{model.path}:{one.line}"
            message = (
                f"{other.name} stands {found}, expected {expected} as in {place}; mend the indentation or the tags"
            )
            yield Finding(page.path, other.line, CHANGED_BLOCK, message, place, expected, found)
            return


def _inside_before(page: Page, section: Section) -> bool:
    """Whether what stands right before `section` is inside of a figure or the like."""
    before = page.sections[page.sections.index(section) - 1].blocks if section != page.sections[0] else ()
    return bool(before and before[-1].inside)


def _may_be(wanted: Block, block: Block) -> bool:
    """Whether `block` can be `wanted` in another form: the same kind otherwise marked up, or a text."""
    texts = (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.QUOTE)
    return wanted.kind == block.kind or (wanted.kind in texts and block.kind in texts)


def _described(block: Block) -> str:
    words = {Kind.ITEM: "in a list of kind", Kind.ROW: "with cells:", Kind.FIGURE: "with the drawing"}
    return f"{block.kind} {words.get(block.kind, '')} {block.detail}".strip().replace("  ", " ")
