"""Names of small numbers, months and countries: what a text surely names, and what it may name in another form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from scripts.parity.conventions import Conventions
from scripts.parity.forms import LETTER
from scripts.parity.phrases import WORDS
from scripts.parity.spelled import in_words

NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""CLDR’s codes of two letters for what is none, such as the European Union."""
Names = Mapping[str, Mapping[str, Sequence[str]]]
"""By kind, what is named, the same in every language, and how it is named; the usual name comes first."""


def _flat(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split())


def plain(texts: Sequence[str]) -> str:
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
    scaled = any(map(text.lower().__contains__, conventions.scales))
    for word in dict.fromkeys(words):
        for kind, thing, name in known.get(word, ()):
            pattern = _number(name, conventions) if kind == "number" else f"{re.escape(name)}(?![{LETTER}])"
            if (name == word and not (kind == "number" and scaled)) or re.search(pattern, text):
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
    text, words = _flat(texts), plain(texts)
    found = {
        (kind, thing)
        for kind, names in things(conventions).items()
        for thing, forms in names.items()
        if any(plain((form,)) in words or (" " in form and re.search(_inflected(form), words)) for form in forms)
    }
    for number in conventions.numbers:
        if re.search(in_words(number, conventions), text) or re.search(rf"(?<![\d.,]){number}(?![.,]?\d)", text):
            found.add(("number", number))
    return found


@cache
def _inflected(form: str) -> str:
    """A pattern for a name of several words, whatever their endings are."""
    words = plain((form,)).split()
    return "".join(rf" {re.escape(word[:-2] if len(word) > 5 else word)}\S*" for word in words)


def peoples(texts: tuple[str, ...], conventions: Conventions) -> set[str]:
    """The countries for whose people, language or money `texts` may have a word, such as Germany for “German”.

    The codes of currencies, ISO 4217, begin with those of their countries.
    """
    text = plain(texts)
    for (kind, _), name in named(texts, conventions).items():
        text = text.replace(plain((name,)), " ") if kind == "country" else text
    countries = things(conventions).get("country", {})
    words = re.sub(r"\d", " ", " ".join(texts))  # the sign in $40 stands by itself
    money = {match.lastgroup[:2] for match in conventions.units.finditer(words) if match.lastgroup}
    found = {thing for thing, forms in countries.items() if any(_beginning(form) in text for form in forms)}
    others = {thing for thing, forms in conventions.peoples.items() if any(plain((form,)) in text for form in forms)}
    return found | others | money


def _beginning(country: str) -> str:
    """What the name of a country and most words made of it have in common, such as “deutsch” and “герман”."""
    name = plain((country,))
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
    numbers = {
        number: forms for number, forms in conventions.spelled.items() if number.isdigit() and 1 < int(number) < 100
    }
    try:
        locale = Locale.parse(conventions.code, sep="-")
    except (UnknownLocaleError, ValueError):
        return {"number": numbers}
    months = {str(number): [name] for number, name in locale.months["format"]["wide"].items()}
    countries = {
        code: conventions.countries.get(code, [name.split(" (")[0]])
        for code, name in locale.territories.items()
        if code not in NO_COUNTRIES and len(code) == 2 and code.isalpha()
    }
    return {"number": numbers, "month": months, "country": countries}
