"""Small numbers in words, months and countries: a fact would be another one with one of them in another's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from scripts.parity.align import Pair
from scripts.parity.conventions import LETTER, Conventions
from scripts.parity.model import Block, Finding, Kind, Page, Rule
from scripts.parity.phrases import WORDS

EXCHANGED_WORD = Rule(
    "exchanged-word",
    "A small number written as a word, a month or a country is another than in English.",
    "en: Three teams moved to Kenya in May.\nde: Vier Teams zogen im Juni nach Indien.",
    "de: Drei Teams zogen im Mai nach Kenia.",
)

NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""CLDR’s codes of two letters for what is none, such as the European Union."""
Names = Mapping[str, Mapping[str, Sequence[str]]]
"""By kind, what is named, the same in every language, and how it is named; the usual name comes first."""


def findings(
    model: Page, page: Page, pairs: Sequence[Pair], written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    """Words of paired blocks that name another thing of the same kind than the English ones do.

    A thing that is only missing may be named otherwise, as Britain is, and one that is only added is seldom wrong.
    """
    for one, other in pairs:
        if not one or not other or one.kind in (Kind.CODE, Kind.HTML):
            continue
        wanted = named(one.readings, reference)
        if not wanted:
            continue  # nearly always
        here = named(other.readings, written)
        missing, extra = wanted.keys() - here.keys(), here.keys() - wanted.keys()
        for kind in sorted({kind for kind, _ in missing} & {kind for kind, _ in extra}):
            yield from _exchanged(model, page, (one, other), kind, written, reference)


def _exchanged(
    model: Page, page: Page, pair: tuple[Block, Block], kind: str, written: Conventions, reference: Conventions
) -> Iterator[Finding]:
    one, other = pair
    sides = (one.readings, reference), (other.readings, written)
    wanted, here = ({thing: words for (what, thing), words in named(*side).items() if what == kind} for side in sides)
    english, own = ({thing for what, thing in loosely(*side) if what == kind} for side in sides)
    if kind == "number" and any(map(reference.clock.search, one.readings)):
        return  # hours are counted from midnight, from noon or from six o’clock
    text = _plain(other.readings)
    extra = [words for thing, words in here.items() if thing not in english | _peoples(one.readings, kind, reference)]
    missing = [(thing, words) for thing, words in wanted.items() if thing not in own and _plain((words,)) not in text]
    peoples = _peoples(other.readings, kind, written)
    missing = [
        place for place in missing if place[0] not in peoples
    ] or missing  # “indisch” may be all there is of India
    if kind == "country" and len(missing) + len(extra) > 2:
        return  # some are in forms that CLDR lacks, and what is more there may be an adjective in English
    for (thing, words), found in zip(missing, extra, strict=False):
        place, right = f"{model.path}:{one.line_of(words)}", next(iter(things(written)[kind].get(thing, [words])))
        message = f"“{found}” is another {kind} than “{words}” in {place}; write “{right}”"
        yield Finding(page.path, other.line_of(found), EXCHANGED_WORD, message, place, right, found)


def _flat(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split())


def _plain(texts: Sequence[str]) -> str:
    """The words of `texts` without what parts them, so that a name is found where a word begins with it."""
    return "".join(f" {word}" for word in WORDS.findall(" ".join(texts).casefold()))


@lru_cache(maxsize=1024)  # the English block is compared with four others
def named(texts: tuple[str, ...], conventions: Conventions) -> dict[tuple[str, str], str]:
    """What `texts` surely name, by kind and thing, each with the words that do."""
    known, words = _beginnings(conventions), WORDS.findall(" ".join(texts))
    if known.keys().isdisjoint(words):
        return {}  # nearly always
    found: dict[tuple[str, str], str] = {}
    text = _flat(texts)
    for word in dict.fromkeys(words):
        for kind, thing, name in known.get(word, ()):
            pattern = _number(name, conventions) if kind == "number" else f"{re.escape(name)}(?![{LETTER}])"
            if (name == word and kind != "number") or re.search(pattern, text):
                found[kind, thing] = name
    longer = [f" {name} " for name in found.values() if " " in name]
    return {
        thing: name
        for thing, name in found.items()
        if not any(f" {name} " in one for one in longer if one.strip() != name)
    }


@cache
def _number(name: str, conventions: Conventions) -> str:
    """A pattern for the small number `name`, unless it counts thousands or the like, which make it another number."""
    scales = "|".join(map(re.escape, conventions.scales))
    if conventions.unit_before_number:
        before = "".join(f"(?<!(?i:{re.escape(scale)}) )" for scale in conventions.scales)
        return f"{before}(?<![{LETTER}]){re.escape(name)}(?![{LETTER}])"
    return f"(?<![{LETTER}]){re.escape(name)}(?![{LETTER}])(?! (?i:{scales})(?![{LETTER}]))"


def loosely(texts: tuple[str, ...], conventions: Conventions) -> set[tuple[str, str]]:
    """What `texts` may name, be it with an ending, in another form, or in digits."""
    text, plain = _flat(texts), _plain(texts)
    found = {
        (kind, thing)
        for kind, names in things(conventions).items()
        for thing, forms in names.items()
        if any(_plain((form,)) in plain or (" " in form and re.search(_inflected(form), plain)) for form in forms)
    }
    for number, pattern in conventions.small_numbers.items():
        if re.search(pattern, text) or re.search(rf"(?<![\d.,]){number}(?![.,]?\d)", text):
            found.add(("number", number))
    return found


@cache
def _inflected(form: str) -> str:
    """A pattern for a name of several words, whatever their endings are."""
    words = _plain((form,)).split()
    return "".join(rf" {re.escape(word[:-2] if len(word) > 5 else word)}\S*" for word in words)


def _peoples(texts: tuple[str, ...], kind: str, conventions: Conventions) -> set[str]:
    """The countries for whose people or languages `texts` may have a word, such as Germany for “German”."""
    text = _plain(texts)
    for (what, _), name in named(texts, conventions).items():
        text = text.replace(_plain((name,)), " ") if what == kind else text
    countries = things(conventions).get("country", {}) if kind == "country" else {}
    return {thing for thing, forms in countries.items() if any(_beginning(form) in text for form in forms)}


def _beginning(country: str) -> str:
    """What the name of a country and most words made of it have in common, such as “deutsch” and “герман”."""
    name = _plain((country,))
    return name if " " in name[1:] else name[: max(5, len(name) - 4)]


@cache
def _beginnings(conventions: Conventions) -> Mapping[str, list[tuple[str, str, str]]]:
    """By its first word all that has a name: kind, thing and name."""
    known: dict[str, list[tuple[str, str, str]]] = {}
    for kind, names in things(conventions).items():
        for thing, forms in names.items():
            for name in {*forms, *(form.capitalize() for form in forms)} if kind == "number" else forms:
                known.setdefault(WORDS.findall(name)[0], []).append((kind, thing, name))
    return known


@cache
def things(conventions: Conventions) -> Names:
    """What CLDR, and for small numbers the conventions, have a name for; 1 is an article in too many languages."""
    numbers = {number: forms for number, forms in conventions.spelled.items() if number != "1"}
    try:
        locale = Locale.parse(conventions.code, sep="-")
    except (UnknownLocaleError, ValueError):
        return {"number": numbers}
    months = {str(number): [name] for number, name in locale.months["format"]["wide"].items()}
    countries = {
        code: [name.split(" (")[0]]
        for code, name in locale.territories.items()
        if code not in NO_COUNTRIES and len(code) == 2 and code.isalpha()
    }
    return {"number": numbers, "month": months, "country": countries}
