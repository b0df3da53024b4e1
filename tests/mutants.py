"""Faults that translators, editors and tools make, one at a time, in the real pages; and edits that are no faults.

`python -m tests.mutants` makes all of them and prints how many of each kind the gate caught, and what it missed.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from multiprocessing import get_context

from scripts import config as site
from scripts.parity import contents, exceptions, metadata
from scripts.parity.compare import compare
from scripts.parity.examine import Examiner
from scripts.parity.explain import RULES
from scripts.parity.faults import LONG, causes
from scripts.parity.identify import WORD
from scripts.parity.model import Block, Edition, Finding, Kind, Page, Source
from scripts.parity.read import read
from tests.conftest import ROOT

CONFIG = site.load(ROOT)
CODES = [language.code for language in site.languages(CONFIG)]
EXAMINER = Examiner(CONFIG, tuple(CODES))
WRITTEN, VOCABULARIES, IDENTIFIER = EXAMINER.conventions, EXAMINER.vocabularies, EXAMINER.identifier


@dataclass(frozen=True, slots=True)
class Place:
    """A page that is to be changed, and what a change may need to know."""

    source: Source
    page: Page
    model: Page
    """The English page."""
    model_lines: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of the page."""
        return self.source.text.split("\n")


LINES = 6
"""How many lines of a page are changed at least, where there are so many, by a fault that any line can have."""

Change = Callable[[Place], Iterator[tuple[list[str], int]]]
"""Makes one mutant after another: the changed lines, and the line where the fault is."""

FAULTS: dict[str, Change] = {}
EDITS: dict[str, Change] = {}
HARD: dict[str, Change] = {}
"""Faults that a program can find often but not always: pieces that differ in nothing it can see."""


def _fault(change: Change) -> Change:
    FAULTS[change.__name__.strip("_").replace("_", " ")] = change
    return change


def _hard(change: Change) -> Change:
    HARD[change.__name__.strip("_").replace("_", " ")] = change
    return change


def _edit(change: Change) -> Change:
    EDITS[change.__name__.strip("_").replace("_", " ")] = change
    return change


@cache
def places() -> tuple[Place, ...]:
    """Every real page."""
    sources: dict[tuple[str, str], tuple[Source, Page]] = {}
    for code in CODES:
        for source in read(ROOT, ROOT / "docs" / code, code):
            assert isinstance(source, Source)
            page, faults = EXAMINER.alone(source)
            assert page is not None
            assert not faults
            sources[code, source.key] = source, page
    return tuple(
        Place(source, page, sources["en", key][1], tuple(sources["en", key][0].text.split("\n")))
        for (_, key), (source, page) in sources.items()
    )


@cache
def _editions() -> tuple[Edition, ...]:
    return tuple(
        Edition(code, f"docs/{code}", {p.page.key: p.page for p in places() if p.page.language == code})
        for code in CODES
    )


def findings(source: Source) -> list[Finding]:
    """What the gate finds if `source` takes the place of the real page."""
    page, found = EXAMINER.alone(source)
    if page is None:
        return found
    editions = [
        replace(edition, pages={**edition.pages, page.key: page}) if edition.language == page.language else edition
        for edition in _editions()
    ]
    found += compare(editions[0], editions[1:])
    # All other pages are as they were, and have no findings.
    found += contents.findings(
        {edition.language: edition.pages[page.key] for edition in editions}, IDENTIFIER, VOCABULARIES
    )
    found += metadata.findings(next(e for e in editions if e.language == page.language), editions[0], IDENTIFIER)
    return exceptions.apply(causes(found), [edition.pages[page.key] for edition in editions], RULES)


def mutants(change: Change, codes: list[str]) -> Iterator[tuple[Source, int]]:
    """Every mutant that `change` makes of the pages in the languages `codes`, with the line of the fault."""
    for place in places():
        if place.page.language in codes:
            for lines, line in change(place):
                yield replace(place.source, text="\n".join(lines)), line


def caught(source: Source, line: int) -> bool:
    """Whether the gate finds the fault on its page, in the section or front matter where it is."""
    place = next(p for p in places() if p.source.path == source.path)
    starts = [section.line for section in place.page.sections if section.line <= line]
    ends = [section.line for section in place.page.sections if section.line > line]
    longer = max(0, len(source.text.split("\n")) - len(place.lines))
    first, last = (starts[-1] if starts else 1), (ends[0] + longer if ends else 10**6)
    return any(finding.path == source.path and first - 1 <= finding.line <= last for finding in findings(source))


def _blocks(place: Place, *kinds: Kind) -> Iterator[Block]:
    return (block for section in place.page.sections for block in section.blocks if block.kind in kinds)


def _end(place: Place, block: Block) -> int:
    """The number of the first line behind a block of lines."""
    lines, line = place.lines, block.line
    while line < len(lines) and lines[line].strip() and not lines[line].startswith("</"):
        line += 1
    return line


def _without(lines: list[str], first: int, last: int) -> list[str]:
    return lines[: first - 1] + lines[last:]


def _with(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[: number - 1], line, *lines[number:]]


def _each_line(
    place: Place, pattern: str, new: str | Callable[[re.Match[str]], str]
) -> Iterator[tuple[list[str], int]]:
    """The page with `pattern` replaced in one line, for some lines all over the page."""
    begin = place.page.sections[0].line
    changed = [
        (number, re.sub(pattern, new, line, count=1))
        for number, line in enumerate(place.lines, 1)
        if number >= begin and not line.startswith(("[^", "<", "#"))
    ]
    changed = [(number, line) for number, line in changed if line != place.lines[number - 1]]
    for number, line in changed[:: max(1, len(changed) // LINES)]:
        yield _with(place.lines, number, line), number


def _section_lines(place: Place) -> Iterator[tuple[int, int, int]]:
    edges = [section.line for section in place.page.sections] + [len(place.lines) + 1]
    for number in range(len(edges) - 1):
        yield number, edges[number], edges[number + 1]


# -- Faults: structure ---------------------------------------------------------------


@_fault
def _dropped_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in _section_lines(place):
        if number:
            yield _without(place.lines, first, end - 1), place.page.sections[number - 1].line


@_fault
def _dropped_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, _ in _section_lines(place):
        if number:
            yield _without(place.lines, first, first), place.page.sections[number - 1].line


@_fault
def _swapped_sections(place: Place) -> Iterator[tuple[list[str], int]]:
    edges = [first for _, first, _ in _section_lines(place)] + [len(place.lines) + 1]
    for number in range(1, len(edges) - 3):
        one, two, end = edges[number : number + 3]
        lines = place.lines
        yield lines[: one - 1] + lines[two - 1 : end - 1] + lines[one - 1 : two - 1] + lines[end - 1 :], one


@_fault
def _deeper_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for _, first, _ in _section_lines(place):
        yield _with(place.lines, first, "#" + place.lines[first - 1]), first


@_fault
def _translated_id(place: Place) -> Iterator[tuple[list[str], int]]:
    for _, first, _ in _section_lines(place):
        yield _with(place.lines, first, place.lines[first - 1].replace("{ #", "{ #x")), first


@_fault
def _lost_id(place: Place) -> Iterator[tuple[list[str], int]]:
    for _, first, _ in _section_lines(place):
        yield _with(place.lines, first, place.lines[first - 1].split(" {")[0]), first


@_fault
def _doubled_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in _section_lines(place):
        if number and number < len(place.page.sections) - 1:
            lines = place.lines
            yield lines[: end - 1] + lines[first - 1 : end - 1] + lines[end - 1 :], first


@_fault
def _emptied_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in _section_lines(place):
        if 0 < number < len(place.page.sections) - 1:
            yield [*place.lines[:first], "", *place.lines[end - 1 :]], first


@_fault
def _commented_out_section(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, end in _section_lines(place):
        if 0 < number < len(place.page.sections) - 1:
            lines = place.lines
            text = [line for line in lines[first : end - 1] if "-->" not in line]
            yield [*lines[:first], "", "<!--", *text, "-->", "", *lines[end - 1 :]], first


@_fault
def _dropped_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.PARAGRAPH):
        yield _without(place.lines, block.line, _end(place, block)), block.line


@_fault
def _doubled_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.PARAGRAPH):
        end = _end(place, block)
        lines = place.lines
        yield [*lines[:end], "", *lines[block.line - 1 : end], *lines[end:]], block.line


@_fault
def _joined_paragraphs(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for one, two in zip(section.blocks, section.blocks[1:], strict=False):
            indented = [place.lines[block.line - 1].startswith(" ") for block in (one, two)]  # else they stay apart
            if one.kind is two.kind is Kind.PARAGRAPH and two.line == _end(place, one) + 2 and len({*indented}) == 1:
                yield _without(place.lines, two.line - 1, two.line - 1), one.line


@_fault
def _split_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.PARAGRAPH):
        if _end(place, block) > block.line + 1:
            lines = place.lines
            yield [*lines[: block.line], "", *lines[block.line :]], block.line


@_fault
def _dropped_list_item(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.ITEM):
        end = block.line
        while end < len(place.lines) and place.lines[end].startswith("  "):
            end += 1
        if re.match(r" *(?:-|\d+\.) ", place.lines[block.line - 1]):
            yield _without(place.lines, block.line, end), block.line


@_fault
def _added_list_item(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.ITEM):
        line = place.lines[block.line - 1]
        if line.startswith("- ") and not place.lines[block.line].startswith(" "):
            yield [*place.lines[: block.line], line, *place.lines[block.line :]], block.line


@_fault
def _other_kind_of_list(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        items = [block for block in section.blocks if block.kind is Kind.ITEM]
        if items and all(place.lines[item.line - 1].startswith("- ") for item in items):
            lines = place.lines
            for item in items:
                lines[item.line - 1] = "1. " + lines[item.line - 1][2:]
            yield lines, items[0].line


@_fault
def _nested_list_item(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        items = [block for block in section.blocks if block.kind is Kind.ITEM]
        for item in items[1:]:
            if place.lines[item.line - 1].startswith("- ") and place.lines[item.line - 2].startswith("- "):
                yield _with(place.lines, item.line, "    " + place.lines[item.line - 1]), item.line


@_fault
def _dropped_table_row(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for row in [block for block in section.blocks if block.kind is Kind.ROW][1:]:
            yield _without(place.lines, row.line, row.line), row.line


@_fault
def _doubled_table_row(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for row in [block for block in section.blocks if block.kind is Kind.ROW][1:]:
            yield [*place.lines[: row.line], place.lines[row.line - 1], *place.lines[row.line :]], row.line


@_fault
def _dropped_table_column(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        rows = [number for number in range(section.line, len(place.lines)) if place.lines[number - 1].startswith("|")]
        last = max((block.line for block in section.blocks if block.kind is Kind.ROW), default=0)
        rows = [number for number in rows if number <= last]
        if rows:
            lines = place.lines
            for number in rows:
                lines[number - 1] = lines[number - 1].rstrip("|").rpartition("|")[0] + "|"
            yield lines, rows[0]


@_fault
def _emptied_table_cell(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for row in [block for block in section.blocks if block.kind is Kind.ROW][1:]:
            cells = place.lines[row.line - 1].split("|")
            yield _with(place.lines, row.line, "|".join([*cells[:-2], "  ", cells[-1]])), row.line


def _exchanged(place: Place, kind: Kind) -> Iterator[tuple[list[str], int]]:
    """The page with two neighbours of `kind` exchanged, if each is one run of lines."""
    for section in place.page.sections:
        blocks = [block for block in section.blocks if block.kind is kind]
        for one, two in pairwise(blocks[1:] if kind is Kind.ROW else blocks):
            end = two.line if kind is Kind.ROW else _end(place, two)
            if kind is Kind.PARAGRAPH and two.line != _end(place, one) + 2:
                continue
            if kind is not Kind.PARAGRAPH and two.line != one.line + 1:
                continue
            if kind is Kind.ITEM:
                end = two.line
            lines = place.lines
            first = lines[one.line - 1 : _end(place, one) if kind is Kind.PARAGRAPH else one.line]
            between = lines[one.line - 1 + len(first) : two.line - 1]
            second = lines[two.line - 1 : end]
            if kind is Kind.ITEM and (lines[end].startswith(" ") if end < len(lines) else False):
                continue
            yield [*lines[: one.line - 1], *second, *between, *first, *lines[end:]], one.line


@_hard
def _exchanged_paragraphs(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _exchanged(place, Kind.PARAGRAPH)


@_hard
def _exchanged_list_items(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _exchanged(place, Kind.ITEM)


@_hard
def _exchanged_rows(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _exchanged(place, Kind.ROW)


@_fault
def _dropped_figure(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if line.startswith("<figure"):
            yield _without(place.lines, number, place.lines.index("</figure>", number) + 1), number


@_fault
def _other_drawing(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if 'data-drawing="places"' in line:
            yield _without(place.lines, number + 5, number + 5), number  # a word too few


@_fault
def _dropped_caption(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if line.startswith("<figcaption"):
            yield _without(place.lines, number, place.lines.index("</figcaption>", number) + 1), number


@_fault
def _note_instead_of_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(_blocks(place, Kind.PARAGRAPH))[2:6]:
        lines, end = place.lines, _end(place, block)
        inner = [f"    {line}" for line in lines[block.line - 1 : end]]
        yield [*lines[: block.line - 1], '!!! note "BPO"', "", *inner, *lines[end:]], block.line


@_fault
def _paragraph_drawn_into_the_list(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        for one, two in pairwise(section.blocks):
            if one.kind is Kind.ITEM and two.key == (Kind.PARAGRAPH, "") and not place.lines[two.line - 2].strip():
                lines, end = place.lines, _end(place, two)
                inner = [f"    {line}" for line in lines[two.line - 1 : end]]
                yield [*lines[: two.line - 1], *inner, *lines[end:]], two.line


@_fault
def _code_instead_of_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(_blocks(place, Kind.PARAGRAPH))[2:6]:
        lines, end = place.lines, _end(place, block)
        inner = [f"    {line}" for line in lines[block.line - 1 : end]]
        if not re.match(r"\s|[-*] |\d+\. ", lines[block.line - 3]):  # else it would go on with the list
            yield [*lines[: block.line - 1], *inner, *lines[end:]], block.line


@_fault
def _heading_as_html(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, first, _ in _section_lines(place):
        if number:
            title = place.page.sections[number].title
            yield _with(place.lines, first, f"<h2>{title}</h2>"), place.page.sections[number - 1].line


# -- Faults: links, footnotes, front matter --------------------------------------------


@_fault
def _dropped_link(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\[([^\]^]+)\]\([^)]+\)", r"\1")


@_fault
def _link_to_another_page(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\]\((bpo|call-center|difference|locations)\.md", "](bpo-types.md")


@_fault
def _link_to_another_section(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\]\(([a-z-]+\.md)#[a-z-]+\)", r"](\1)")


@_fault
def _link_to_nothing(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\]\(([a-z-]+)\.md", r"](\1s.md")


@_fault
def _link_to_another_language(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\]\(([a-z-]+)\.md", r"](../en/\1.md")


@_fault
def _dropped_footnote_reference(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\[\^[\w-]+\]", "")


@_fault
def _other_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    labels = [note.detail for note in place.page.footnotes]
    if len(labels) > 1:
        yield from _each_line(
            place,
            r"\[\^([\w-]+)\]",
            lambda match: f"[^{labels[labels.index(match[1]) - 1]}]" if match[1] in labels else match[0],
        )


@_fault
def _dropped_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    for note in place.page.footnotes:
        yield _without(place.lines, note.line, note.line), note.line


@_fault
def _other_address(place: Place) -> Iterator[tuple[list[str], int]]:
    for note in place.page.footnotes:
        line = place.lines[note.line - 1]
        if "https://" in line:
            yield _with(place.lines, note.line, line.replace("https://", "https://example.org/", 1)), note.line


@_fault
def _other_year_in_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    for note in place.page.footnotes:
        line = place.lines[note.line - 1]
        changed = re.sub(r"(?<=[ ,(])(20\d|19\d)\d(?=[.,;। ]|$)", r"\g<1>x", line).replace("x", "3")
        if re.search(r"(?<=[ ,(])(?:20|19)\d\d(?=[.,;। ]|$)", line) and changed != line:
            yield _with(place.lines, note.line, changed), note.line


@_fault
def _dropped_description(place: Place) -> Iterator[tuple[list[str], int]]:
    yield place.lines[3:], 1


@_fault
def _english_description(place: Place) -> Iterator[tuple[list[str], int]]:
    yield _with(place.lines, 2, place.model_lines[1]), 1


@_fault
def _misspelled_key(place: Place) -> Iterator[tuple[list[str], int]]:
    yield _with(place.lines, 2, place.lines[1].replace("description", "descripton")), 1


@_fault
def _long_description(place: Place) -> Iterator[tuple[list[str], int]]:
    yield _with(place.lines, 2, f'description: "{place.page.metadata["description"]} {"BPO " * 30}"'), 1


@_fault
def _open_front_matter(place: Place) -> Iterator[tuple[list[str], int]]:
    yield _without(place.lines, 3, 3), 1


# -- Faults: numbers -------------------------------------------------------------------


@_fault
def _other_number(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(
        place, r"(?<![\w.#^-])([1-9])(\d+)(?![\w×]*\])", lambda match: f"{9 - int(match[1]) or 7}{match[2]}"
    )


@_fault
def _dropped_digit(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=\d)\d(?!\d|×)(?![^[]*\]\()", "")


@_fault
def _dropped_percent_sign(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=\d)\u00a0?%|asilimia (?=\d)", "")


@_fault
def _notation_of_another_language(place: Place) -> Iterator[tuple[list[str], int]]:
    other = {",": ".", ".": ","}
    yield from _each_line(place, r"(?<=\d)[.,](?=\d)", lambda match: other[match[0]])


@_fault
def _dropped_scale(place: Place) -> Iterator[tuple[list[str], int]]:
    scales = "|".join(map(re.escape, sorted(WRITTEN[place.page.language].scales, key=len, reverse=True)))
    yield from _each_line(place, rf"(?i)(?:(?<=\d) (?:{scales})|\b(?:{scales}) (?=\d))", "")


CURRENCIES = {"€": "$", "euro": "dola", "Euro": "Dollar", "евро": "долара", "यूरो": "डॉलर"}
TIMES = {
    **{"Sekunden": "Minuten", "секунди": "минути", "सेकंड": "मिनट", "sekunde": "dakika"},
    **{"Minuten": "Stunden", "минути": "часа", "मिनट": "घंटे", "dakika": "saa"},
}


@_fault
def _other_currency(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_unit(place, CURRENCIES)


@_fault
def _other_unit_of_time(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_unit(place, TIMES)


def _each_unit(place: Place, others: Mapping[str, str]) -> Iterator[tuple[list[str], int]]:
    """Each of the words beside a number replaced by its other."""
    names = "|".join(others)
    pattern = rf"(?:(?<=\d)[ \u00a0](?:{names})(?!\w)|(?:{names}) ?(?=\d))"
    yield from _each_line(place, pattern, lambda match: re.sub(names, lambda name: others[name[0]], match[0]))


@_fault
def _lost_unit(place: Place) -> Iterator[tuple[list[str], int]]:
    """What a number counts, where the paragraph says it once."""
    names = "|".join({*CURRENCIES, *TIMES, *TIMES.values()})
    pattern = rf"(?:(?<=\d)[ \u00a0](?:{names})(?!\w)|(?<!\w)(?:{names}) ?(?=\d))"
    for lines, line in _each_line(place, pattern, ""):
        start = next(number for number in range(line - 1, 0, -1) if not lines[number - 1].strip())
        if not WRITTEN[place.page.language].units.search(" ".join(takewhile(str.strip, lines[start:]))):
            yield lines, line


@_fault
def _lost_decimal_sign(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=\d)[.,](?=\d(?!\d))", "")


# -- Faults: tools ---------------------------------------------------------------------------


@_fault
def _merge_conflict(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in place.page.blocks():
        if block.kind is Kind.PARAGRAPH:
            line = place.lines[block.line - 1]
            both = ["<<<<<<< HEAD", line, "=======", f"{line} ", ">>>>>>> main"]
            yield [*place.lines[: block.line - 1], *both, *place.lines[block.line :]], block.line


@_fault
def _wrong_encoding(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"[^\x00-\x7f]", lambda match: match[0].encode().decode("latin-1"))


@_fault
def _double_escaped_entity(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=\w)(?= \w)", "&amp;nbsp;")


@_fault
def _emphasis_not_closed(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=[^\s*])\*\*(?=[\s.,:;])", "")


@_fault
def _sentence_doubled(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in place.page.blocks():
        line = place.lines[block.line - 1]
        if block.kind is Kind.PARAGRAPH and len(block.texts[0].split("\n")[0].strip()) > LONG:
            yield [*place.lines[: block.line], line, *place.lines[block.line :]], block.line


@_fault
def _answer_in_the_open(place: Place) -> Iterator[tuple[list[str], int]]:
    """The text of a disclosure without the indentation that keeps it there."""
    for number, line in enumerate(place.lines):
        if line.startswith("??? "):
            body = number + 2
            yield _with(place.lines, body + 1, place.lines[body].lstrip()), body + 1


@_fault
def _pasted_tag(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=\w) (?=\w)", "<br> ")


# -- Faults: language --------------------------------------------------------------------


@_fault
def _paragraph_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        for block, wanted in zip(section.blocks, model.blocks, strict=True):
            if block.kind is Kind.PARAGRAPH:
                end, model_end = _end(place, block), wanted.line
                while model_end < len(place.model_lines) and place.model_lines[model_end].strip():
                    model_end += 1
                english = place.model_lines[wanted.line - 1 : model_end]
                yield [*place.lines[: block.line - 1], *english, *place.lines[end:]], block.line


@_fault
def _heading_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        if re.search(r"\b[a-z]{2,}", model.title):
            yield _with(place.lines, section.line, place.model_lines[model.line - 1]), section.line


@_fault
def _row_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        for block, wanted in zip(section.blocks, model.blocks, strict=True):
            if block.kind is Kind.ROW and re.search(r"\b[a-z]{2,}", " ".join(wanted.texts)):
                yield _with(place.lines, block.line, place.model_lines[wanted.line - 1]), block.line


@_fault
def _item_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        for block, wanted in zip(section.blocks, model.blocks, strict=True):
            english = place.model_lines[wanted.line - 1]
            single = not place.lines[block.line].startswith("  ")
            if block.kind is Kind.ITEM and single and len(english.split()) > 5:
                yield _with(place.lines, block.line, english), block.line


@_fault
def _sentence_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    for section, model in zip(place.page.sections, place.model.sections, strict=True):
        for block, wanted in zip(section.blocks, model.blocks, strict=True):
            lines = place.model_lines[wanted.line - 1].split("\n")
            if block.kind is Kind.PARAGRAPH and _end(place, block) > block.line + 1 and len(lines[0].split()) > 5:
                yield _with(place.lines, block.line + 1, lines[0]), block.line + 1


@_fault
def _added_english_sentence(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.PARAGRAPH):
        if len(" ".join(block.texts)) > 150:
            added = "This sentence is not the one that they have on the page."
            yield [*place.lines[: block.line], added, *place.lines[block.line :]], block.line + 1


@_fault
def _misspelled_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"\[\^([\w-]+)\]", r"[^\1x]")


@_fault
def _reference_to_a_lost_footnote(place: Place) -> Iterator[tuple[list[str], int]]:
    for number, line in enumerate(place.lines, 1):
        if match := re.match(r"\[\^([\w-]+)\]:", line):
            used = next(n for n, other in enumerate(place.lines, 1) if f"[^{match[1]}]" in other)
            yield _without(place.lines, number, number), used


@_fault
def _ungrouped_number(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(\d{2,3})[.,\u00a0](\d{3})(?!\d)|(\d),(\d\d),(\d{3})", r"\1\2\3\4\5")


@_fault
def _avoided_term_in_the_description(place: Place) -> Iterator[tuple[list[str], int]]:
    form = next(
        form
        for concept in VOCABULARIES[place.page.language].concepts
        if not concept.contextual
        for form in concept.avoided
        if "*" not in form
    )
    words = str(place.page.metadata["description"]).split(" ")
    yield _with(place.lines, 2, f'description: "{" ".join(words[: len(words) // 2])} {form}."'), 1


@_fault
def _placeholder_instead_of_text(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.PARAGRAPH):
        yield [*place.lines[: block.line - 1], "TODO", *place.lines[_end(place, block) :]], block.line


@_fault
def _half_a_paragraph(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in _blocks(place, Kind.PARAGRAPH):
        words = place.lines[block.line - 1].split()
        if len(" ".join(block.texts)) > 250:
            rest = place.lines[_end(place, block) :]
            yield [*place.lines[: block.line - 1], " ".join(words[:4]), *rest], block.line


# -- Faults: characters --------------------------------------------------------------------


@_fault
def _look_alike_letter(place: Place) -> Iterator[tuple[list[str], int]]:
    swap = {"а": "a", "о": "o", "е": "e", "a": "а", "o": "о", "e": "е"}
    yield from _each_line(
        place, r"(?<=[^\W\d_A-Z])[аоеaoe](?=[^\W\d_])(?![^(]*\))(?![^{]*\})", lambda match: swap[match[0]]
    )


@_fault
def _zero_width_space(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=[^\W\d_]) (?=[^\W\d_])", " \u200b")


@_fault
def _bidirectional_mark(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=[^\W\d_]) (?=[^\W\d_])", " \u202e")


@_fault
def _soft_hyphen(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})(?![^(]*\))", "\u00ad")


@_fault
def _decomposed_letter(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"^.*$", lambda match: unicodedata.normalize("NFD", match[0]))


@_fault
def _straight_quotation_marks(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"[“„]([^“”„]*)[”“]", r'"\1"')


@_fault
def _quotation_marks_of_another_language(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"[“„]([^“”„]*)[”“]", r"«\1»")


@_fault
def _unclosed_quotation(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"([“„][^“”„]*)[”“]", r"\1")


@_fault
def _unclosed_bracket(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<!\])(\([^()\]\[]*)\)", r"\1")


@_fault
def _doubled_word(place: Place) -> Iterator[tuple[list[str], int]]:
    doubles = WRITTEN[place.page.language].may_double
    yield from _each_line(
        place,
        rf"(?<= )({WORD.pattern})(?= [^\W\d_])(?![^(]*\))",
        lambda match: match[0] if match[0].lower() in doubles else f"{match[0]} {match[0]}",
    )


@_fault
def _hyphen_for_a_dash(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r" – ", " - ")


@_fault
def _full_stop_for_a_danda(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=[\u0900-\u0963])।$", ".")


@_fault
def _breaking_space_before_percent(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _each_line(place, r"(?<=\d)\u00a0?%", " %")


@_fault
def _paragraph_in_another_alphabet(place: Place) -> Iterator[tuple[list[str], int]]:
    table = {ord(a): b for a, b in zip("абвгдезиклмнопрстуфх", "abvgdeziklmnoprstufh", strict=True)}
    if place.page.language == "bg":
        for block in list(_blocks(place, Kind.PARAGRAPH))[:8]:
            end = _end(place, block)
            latin = [line.translate(table) for line in place.lines[block.line - 1 : end]]
            yield [*place.lines[: block.line - 1], *latin, *place.lines[end:]], block.line


# -- Edits that are no faults ----------------------------------------------------------------


@_edit
def _lines_joined(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(_blocks(place, Kind.PARAGRAPH))[:6]:
        end = _end(place, block)
        if place.lines[end - 1].startswith("{"):  # classes, which need a line of their own
            continue
        joined = " ".join(place.lines[block.line - 1 : end])
        yield [*place.lines[: block.line - 1], joined, *place.lines[end:]], block.line


@_edit
def _lines_broken_elsewhere(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(_blocks(place, Kind.PARAGRAPH))[:6]:
        line = place.lines[block.line - 1]
        words, indent = line.split(), " " * (len(line) - len(line.lstrip(" ")))
        if len(words) > 8 and not re.match(r"[-+*#>\d]", words[6]):
            lines, two = place.lines, [indent + " ".join(part) for part in (words[:6], words[6:])]
            yield [*lines[: block.line - 1], *two, *lines[block.line :]], block.line


@_edit
def _further_empty_lines(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(_blocks(place, Kind.PARAGRAPH))[:6]:
        yield [*place.lines[: block.line - 1], "", "", *place.lines[block.line - 1 :]], block.line


@_edit
def _comment(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[:6]:
        yield [*place.lines[: section.line], "", "<!-- ## Not a heading { #no } -->", *place.lines[section.line :]], 1


@_edit
def _heading_reworded(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[1:5]:
        line = place.lines[section.line - 1].replace(section.title, f"{section.title} (BPO)")
        yield _with(place.lines, section.line, line), section.line


@_edit
def _emphasis(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from list(_each_line(place, r"^([^\W\d_]{4,})(?= [^\W\d_])", r"*\1*"))[:6]


@_edit
def _closed_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[1:4]:
        line = place.lines[section.line - 1].replace(" { #", " {#").replace(" }", "}")
        yield _with(place.lines, section.line, line), section.line


@_edit
def _class_beside_the_id(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections[1:4]:
        yield _with(place.lines, section.line, place.lines[section.line - 1].replace(" }", " .wide }")), section.line


@_edit
def _sentence_reordered(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in list(_blocks(place, Kind.PARAGRAPH))[:8]:
        end = _end(place, block)
        if end > block.line + 1 and not place.lines[end - 1].startswith("{"):
            lines = place.lines
            yield [*lines[: block.line - 1], *reversed(lines[block.line - 1 : end]), *lines[end:]], block.line


@_edit
def _other_bullets(place: Place) -> Iterator[tuple[list[str], int]]:
    if any(line.startswith("- ") for line in place.lines):
        yield [f"* {line[2:]}" if line.startswith("- ") else line for line in place.lines], 1


@_edit
def _aligned_table(place: Place) -> Iterator[tuple[list[str], int]]:
    if any(line.startswith("|---") for line in place.lines):
        yield [line.replace("|---", "| :--- ") if line.startswith("|---") else line for line in place.lines], 1


@_edit
def _wide_table(place: Place) -> Iterator[tuple[list[str], int]]:
    if any(line.startswith("| ") for line in place.lines):
        yield [line.replace(" | ", "   |   ") if line.startswith("| ") else line for line in place.lines], 1


@_edit
def _footnotes_in_another_order(place: Place) -> Iterator[tuple[list[str], int]]:
    notes = [line for line in place.lines if re.match(r"\[\^[\w-]+\]:", line)]
    if len(notes) > 1:
        yield [line for line in place.lines if line not in notes] + notes[::-1], 1


@_edit
def _blanks_at_line_ends(place: Place) -> Iterator[tuple[list[str], int]]:
    yield [f"{line} " if line and not line.startswith(("---", "desc")) else line for line in place.lines], 1


@_edit
def _no_line_end_at_the_end(place: Place) -> Iterator[tuple[list[str], int]]:
    yield place.lines[:-1], 1


@_edit
def _description_reworded(place: Place) -> Iterator[tuple[list[str], int]]:
    words = str(place.page.metadata["description"]).split(" ")
    yield _with(place.lines, 2, f'description: "{" ".join(words[:-1])}"'), 2


@_edit
def _setext_title(place: Place) -> Iterator[tuple[list[str], int]]:
    line = place.lines[place.page.sections[0].line - 1]
    number = place.page.sections[0].line
    yield [*place.lines[: number - 1], line.removeprefix("# "), "=====", *place.lines[number:]], number


@_edit
def _synonym(place: Place) -> Iterator[tuple[list[str], int]]:
    vocabulary = VOCABULARIES[place.page.language]

    def word(match: re.Match[str]) -> str:
        line = match.string
        without = line[: match.start()] + "BPO" + line[match.end() :]
        return (
            "BPO"
            if vocabulary.mentions(line).accepted.keys() <= vocabulary.mentions(without).accepted.keys()
            else match[0]
        )

    yield from list(_each_line(place, r"(?<=\D )[^\W\d_]{5,}(?= [^\W\d_]{5,})(?![^(]*\))", word))[:8]


@_edit
def _escaped_characters(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from list(_each_line(place, r"(?<=[^\W\d_])\.$|।$", lambda match: match[0].replace(".", "\\.")))[:4]


@_edit
def _entity(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from list(_each_line(place, r"\u00a0", "&nbsp;"))[:4]


def wrong(kind: str) -> tuple[int, list[str]]:
    """How many mutants of `kind` there are, and where the gate was wrong about one: a fault missed, a false alarm."""
    changes, expected = (EDITS, False) if kind in EDITS else (FAULTS | HARD, True)
    count, misses = 0, []
    for source, line in mutants(changes[kind], CODES[1:]):
        count += 1
        if (caught(source, line) if expected else bool(findings(source))) is not expected:
            misses.append(f"{source.path}:{line}")
    return count, misses


def main(argv: list[str]) -> int:
    """Make every mutant of every kind, or of those in `argv`; 0 if all faults were caught and no edit was."""
    places(), _editions()  # once, before the processes part
    kinds = argv or [*FAULTS, *HARD, *EDITS]
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        results = dict(zip(kinds, pool.map(wrong, kinds), strict=True))
    lists = {
        "Faults that were missed": FAULTS,
        "Faults that only meaning tells, missed": HARD,
        "Edits that gave a false alarm": EDITS,
    }
    for title, changes in lists.items():
        print(f"{title}, of all")
        for kind in (kind for kind in changes if kind in results):
            count, misses = results[kind]
            print(f"  {kind:38} {len(misses):4} of {count:4}  {' '.join(misses[:3])}")
        shown = [results[kind] for kind in changes if kind in results]
        total, missed = sum(count for count, _ in shown), sum(len(misses) for _, misses in shown)
        print(f"  {f'all {len(shown)} kinds':38} {missed:4} of {total:4}")
    return 1 if any(misses for kind, (_, misses) in results.items() if kind not in HARD) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
