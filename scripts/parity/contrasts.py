"""Contrasting concepts: a text that names onshore where the English names offshore says the opposite."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from scripts.parity.align import Pair
from scripts.parity.model import Block, Finding, Kind, Page, Rule
from scripts.parity.vocabulary import Vocabulary

CONTRARY_TERM = Rule(
    "contrary-term",
    "A text names a concept where the English names one that contrasts with it, so it says the opposite. "
    "Such concepts have the same `contrast` in docs/data/termbase.yml.",
    "en: Offshore is farther than nearshore.\nde: Nearshore ist weiter als offshore.",
    "de: Offshore ist weiter als nearshore.",
)


def findings(model: Page, page: Page, pairs: Sequence[Pair], own: Vocabulary, en: Vocabulary) -> Iterator[Finding]:
    """Texts of paired blocks that name one concept of a contrast more often than in English, and another less often."""
    contrasts = _contrasts(en)
    known = frozenset(contrasts)
    for one, other in pairs:
        if one and other and one.kind not in (Kind.CODE, Kind.HTML):
            for wanted, text in _texts(one, other):
                there = en.mentions(wanted).accepted.keys()
                if there.isdisjoint(known):
                    continue  # nearly always
                both = there | own.mentions(text).accepted.keys()
                groups = dict.fromkeys(contrasts[number] for number in there if number in known)
                for group in [group for group in groups if len(group & both) > 1]:
                    if _exchange(en.counted(wanted, known), own.counted(text, known), group):
                        yield from _exchanged(model, page, (one, other), (wanted, text), group, own, en)


def _texts(one: Block, other: Block) -> Iterator[tuple[str, str]]:
    """What is compared: each cell by itself, or all that a block has to read."""
    if one.kind is Kind.ROW:
        yield from zip(one.texts, other.texts, strict=False)
    else:
        yield "\n".join(one.readings), "\n".join(other.readings)


def _exchanged(
    model: Page,
    page: Page,
    pair: tuple[Block, Block],
    texts: tuple[str, str],
    group: frozenset[int],
    own: Vocabulary,
    en: Vocabulary,
) -> Iterator[Finding]:
    # Other concepts may have names of which these are a part; to look for all of them takes ten times as long.
    sides = zip((en, own), texts, strict=True)
    wanted, found = (Counter(span[2] for span in side.spans(text, group)) for side, text in sides)
    if _exchange(wanted, found, group):
        right, wrong = (
            own.concepts[max(sorted(group), key=lambda number: side[number])]
            for side in (wanted - found, found - wanted)
        )
        place = f"{model.path}:{pair[0].line}"
        message = (
            f"“{wrong.term}” is named more often, and “{right.term}” less often, than in {place}; do not exchange them"
        )
        yield Finding(page.path, pair[1].line, CONTRARY_TERM, message, place, right.term, wrong.term)


def _exchange(wanted: Counter[int], found: Counter[int], group: frozenset[int]) -> bool:
    """Whether some of `group` is named less often than it should be, and some more often."""
    more = [found[number] - wanted[number] for number in group]
    return min(more) < 0 < max(more)


@cache
def _contrasts(vocabulary: Vocabulary) -> Mapping[int, frozenset[int]]:
    """By the number of each concept that contrasts with others, the numbers of all of that contrast."""
    groups: dict[str, set[int]] = defaultdict(set)
    for number, concept in enumerate(vocabulary.concepts):
        if concept.contrast:
            groups[concept.contrast].add(number)
    return {number: frozenset(numbers) for numbers in groups.values() for number in numbers}
