"""Faults of single words: another number, month or country, a word left in English, an end that is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.parity import names
from scripts.parity.identify import WORD, words
from scripts.parity.model import Kind
from scripts.parity.spelled import in_words
from tests.mutants.changes import (
    blocks_of,
    each_line,
    end_of,
    fault,
    hard,
    pairs_of,
    with_line,
)
from tests.real import VOCABULARIES, WRITTEN, Place


def _other(place: Place, kind: str) -> Iterator[tuple[list[str], int]]:
    """A word of `kind` that a block has once, as the English one has it, replaced by one that neither has."""
    written, reference = WRITTEN[place.page.language], WRITTEN["en"]
    for one, other in pairs_of(place):
        if kind == "number" and any(map(reference.clock.search, one.readings)):
            continue  # hours may be others
        here, read = names.named(other.readings, written), " ".join(other.readings).casefold()
        both = here.keys() & names.named(one.readings, reference).keys()
        for thing in sorted(name for what, name in both if what == kind):
            forms = "|".join(map(re.escape, (*names.things(written)[kind][thing], thing)))
            # A block may have a number in digits, too, or in a form such as “both”.
            named = re.findall(in_words(thing, written), read) if kind == "number" else ()
            if len(re.findall(forms, read, re.IGNORECASE)) == 1 and len(named) < 2:
                taken = {*names.loosely(one.readings, reference), *names.loosely(other.readings, written)}
                rivals = names.things(written)[kind].items()
                rival = next(forms[0] for name, forms in rivals if (kind, name) not in taken)
                for line in range(other.line, other.line + 1 + other.texts[0].strip().count("\n")):
                    changed = re.sub(rf"(?<!\w){here[kind, thing]}(?!\w)", rival, place.lines[line - 1])
                    if changed != place.lines[line - 1]:
                        yield with_line(place.lines, line, changed), line


@fault
def _other_number_in_words(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _other(place, "number")


@fault
def _other_month(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _other(place, "month")


@fault
def _letters_of_an_abbreviation_exchanged(place: Place) -> Iterator[tuple[list[str], int]]:
    for one, other in pairs_of(place):
        text = place.lines[other.line - 1]
        for word in sorted(set(re.findall(r"(?<![\w-])[A-Z]{3,}(?![\w-])", text))):
            mistaken = word[:-2] + word[:-3:-1]
            shown = " ".join(other.readings)
            named = re.search(rf"(?<!\w){word}(?!\w)", " ".join(one.readings))
            if named and shown.count(word) == 1 == text.count(word) and mistaken != word:
                yield with_line(place.lines, other.line, text.replace(word, mistaken)), other.line


@fault
def _other_country(place: Place) -> Iterator[tuple[list[str], int]]:
    yield from _other(place, "country")


@fault
def _number_in_a_heading(place: Place) -> Iterator[tuple[list[str], int]]:
    for section in place.page.sections:
        heading = place.lines[section.line - 1]
        changed = re.sub(r"(\d)(?=[^×{]*\{)(?<!×.)", lambda match: str((int(match[1]) + 1) % 10), heading, count=1)
        if changed != heading:
            yield with_line(place.lines, section.line, changed), section.line


@fault
def _cell_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    ordinary = {word for block in place.model.blocks() for text in block.readings for word in words(text)}
    vocabulary = VOCABULARIES[place.page.language]
    for one, other in pairs_of(place):
        cells = place.lines[other.line - 1].split("|") if one.kind is Kind.ROW else []
        for number, text in enumerate(one.texts[: len(cells) - 2] if cells else (), 1):
            plain = {word.lower() for word in WORD.findall(text)}
            decidable = len(text.split()) < 4 and plain <= ordinary and max(map(len, plain), default=0) > 2
            if decidable and not vocabulary.mentions(text).accepted and other.texts[number - 1].strip() != text.strip():
                changed = "|".join([*cells[:number], f" {text.strip()} ", *cells[number + 1 :]])
                yield with_line(place.lines, other.line, changed), other.line


@fault
def _word_left_in_english(place: Place) -> Iterator[tuple[list[str], int]]:
    if WRITTEN[place.page.language].script != "LATIN":
        yield from _each_running(place, r"(?<=\w )[^\W\d_]{5,}(?= \w)", "customer")


@fault
def _familiar_address(place: Place) -> Iterator[tuple[list[str], int]]:
    words = {"de": "du", "bg": "ви", "hi": "तुम", "sw": "sio"}
    yield from _each_running(place, r"(?<=[^\W\d_] )(?=[^\W\d_]+ )", f"{words[place.page.language]} ")


@fault
def _digits_of_another_script(place: Place) -> Iterator[tuple[list[str], int]]:
    if place.page.language == "hi":
        yield from _each_running(place, r"\b\d(?=\d* )", lambda match: chr(0x966 + int(match[0])))


def _each_running(place: Place, pattern: str, new: object) -> Iterator[tuple[list[str], int]]:
    """As `each_line`, but only where the place is in no quotation, bracket, link, code or attribute."""
    for lines, line in each_line(place, pattern, new):  # type: ignore[arg-type]
        old = place.lines[line - 1]
        same = next(number for number, (one, two) in enumerate(zip(old, lines[line - 1], strict=False)) if one != two)
        if not re.search(r"[“„‘(\[`{<][^”“’)\]`}>]*$", old[:same]):
            yield lines, line


@fault
def _lost_full_stop(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        end = end_of(place, block)
        text = place.lines[end - 1]
        if re.search(r"[^.?”)][.।]$", text):
            yield with_line(place.lines, end, text[:-1]), end


@fault
def _lost_end_of_a_text(place: Place) -> Iterator[tuple[list[str], int]]:
    for block in blocks_of(place, Kind.PARAGRAPH):
        end = end_of(place, block)
        text = place.lines[end - 1]
        if re.search(r"\w \w+[.।]$", text):
            yield with_line(place.lines, end, text.rpartition(" ")[0]), end


@hard
def _contrary_term(place: Place) -> Iterator[tuple[list[str], int]]:
    own, en = VOCABULARIES[place.page.language], VOCABULARIES["en"]
    for one, other in pairs_of(place):
        for number, concept in enumerate(own.concepts):
            rivals = (i for i, rival in enumerate(own.concepts) if rival.contrast == concept.contrast != "")
            group = frozenset(rivals)
            text = place.lines[other.line - 1]
            spans = [span for span in own.spans(text, group) if span[2] in group]
            named = own.counted("\n".join(other.readings), group), en.counted("\n".join(one.readings), group)
            once = [count[number] for count in named] == [1, 1] and len(spans) == 1 and spans[0][2] == number
            if once and one.kind is not Kind.ROW and "](" not in text:
                rival = own.concepts[min(group - {number})].term
                yield with_line(place.lines, other.line, text[: spans[0][0]] + rival + text[spans[0][1] :]), other.line
