"""Small numbers in words, months, countries and abbreviations: with one in another's place, a fact is another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scripts.parity import names
from scripts.parity.align import Pair
from scripts.parity.conventions import Conventions
from scripts.parity.model import Block, Finding, Kind, Page, Rule
from scripts.parity.notation import tells_time

EXCHANGED_WORD = Rule(
    "exchanged-word",
    "A small number written as a word, a month, a country or an abbreviation is another than in English.",
    "en: Three teams moved to Kenya in May.\nde: Vier Teams zogen im Juni nach Indien.",
    "de: Drei Teams zogen im Mai nach Kenia.",
)


ABBREVIATION = re.compile(r"[A-Z](?<![^\W\d_].)[A-Z]{2,}(?![^\W\d_])")


def findings(
    model: Page, page: Page, pairs: Sequence[Pair], written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    """Words of paired blocks that name another thing of the same kind than the English ones do.

    A thing that is only missing may be named otherwise, as Britain is, and one that is only added is seldom wrong.
    """
    for one, other in pairs:
        if not one or not other or one.kind in (Kind.CODE, Kind.HTML):
            continue
        wanted = names.named(one.readings, reference)
        if not wanted:
            continue  # nearly always
        here = names.named(other.readings, written)
        missing, extra = wanted.keys() - here.keys(), here.keys() - wanted.keys()
        for kind in sorted({kind for kind, _ in missing} & {kind for kind, _ in extra}):
            yield from _exchanged(model, page, (one, other), kind, written, reference)


def abbreviations(model: Page, page: Page, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Abbreviations of paired blocks that are English ones with their letters in another order."""
    for one, other in pairs:
        if one and other and one.kind not in (Kind.CODE, Kind.HTML):
            there, here = _abbreviations(one.readings), _abbreviations(other.readings)
            for found in sorted(here - there):
                words = next((words for words in sorted(there - here) if sorted(words) == sorted(found)), None)
                if words:
                    place = f"{model.path}:{one.line_of(words)}"
                    message = f"“{found}” is another abbreviation than “{words}” in {place}; write “{words}”"
                    yield Finding(page.path, other.line_of(found), EXCHANGED_WORD, message, place, words, found)


@lru_cache(maxsize=1024)  # the English block is compared with four others
def _abbreviations(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(ABBREVIATION.findall("\n".join(texts)))


def _exchanged(
    model: Page, page: Page, pair: tuple[Block, Block], kind: str, written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    one, other = pair
    if kind == "number" and (tells_time(one.readings, reference) or tells_time(other.readings, written)):
        return  # hours are counted from midnight, from noon or from six o’clock
    sides = (one.readings, reference), (other.readings, written)
    wanted, here = (
        {thing: words for (what, thing), words in names.named(*side).items() if what == kind} for side in sides
    )
    english, own = ({thing for what, thing in names.loosely(*side) if what == kind} for side in sides)
    text = names.plain(other.readings)
    missing = {
        thing: words for thing, words in wanted.items() if thing not in own and names.plain((words,)) not in text
    }
    extra = {thing: words for thing, words in here.items() if thing not in english}
    if kind == "country":
        there, peoples = (names.peoples(*side) for side in sides)
        extra = {thing: words for thing, words in extra.items() if thing not in there}
        # One may be named by its people only, but hardly one that alone is missing.
        missing = {thing: words for thing, words in missing.items() if thing not in peoples} or missing
        if len(missing) + len(extra) > 2:
            return  # some are in forms that CLDR lacks
    for (thing, words), found in zip(missing.items(), extra.values(), strict=False):
        place, right = f"{model.path}:{one.line_of(words)}", next(iter(names.things(written)[kind].get(thing, [words])))
        message = f"“{found}” is another {kind} than “{words}” in {place}; write “{right}”"
        yield Finding(page.path, other.line_of(found), EXCHANGED_WORD, message, place, right, found)
