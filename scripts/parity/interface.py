"""The words of the interface: the same ones in every language, each written like the text of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts import interface
from scripts.parity import characters, damage, typography
from scripts.parity.conventions import Conventions
from scripts.parity.endings import CUT_TEXT, STOPS
from scripts.parity.identify import Identifier
from scripts.parity.language import PLACEHOLDER, PLACEHOLDERS, UNTRANSLATED, untranslated
from scripts.parity.locate import Lines
from scripts.parity.model import Finding, Rule

INTERFACE_WORDS = Rule(
    "interface-words",
    "A language lacks words of the interface, has some that others have not, or lost a placeholder.",
    'site: {back-to-footnote: "Zurück zum Text"}',
    'site: {back-to-footnote: "Zurück zum Text bei Fußnote {}"}',
)


def findings(root: Path, docs: Path, codes: Sequence[str], identifier: Identifier) -> Iterator[Finding]:
    """What is wrong with the words of the interface in the languages `codes`, the first being the reference.

    Raises SiteError where a file cannot be read.
    """
    reference, english = interface.read(docs, codes[0]), _read(interface.themes("en"))
    for code in codes:
        path, own = interface.path(docs, code), interface.read(docs, code)
        name, lines = path.relative_to(root).as_posix(), Lines(path.read_text(encoding="utf-8"))
        faults = [*_words(reference.site, own.site, "{}"), *_written(own.site, identifier.conventions[code])]
        theme = _read(own.theme)
        faults += [*_theme(english, theme, code), *_written(theme, identifier.conventions[code])]
        if code != codes[0]:
            faults += _untranslated(reference.site, own.site, code, identifier)
            faults += _untranslated(english, theme, code, identifier)
        for key, rule, message in faults:
            yield Finding(name, lines.exact(1, f"  {key}:"), rule, f"{key}{message}")


SETTINGS = ("language", "direction", "search.config")
"""How keys of Material begin that are no words."""
Texts = Mapping[str, str]
"""Words by their keys."""
Fault = tuple[str, Rule, str]
"""Where a fault is, by the key of the words, its rule, and what to say after the key."""


def _words(reference: Texts, own: Texts, placeholder: str) -> Iterator[Fault]:
    for key in reference.keys() - own.keys():
        yield key, INTERFACE_WORDS, f" is missing; the English is “{reference[key]}”"
    for key in own.keys() - reference.keys():
        yield key, INTERFACE_WORDS, " is not in English; add it there, or remove it"
    for key in own:
        if not own[key].strip():
            yield key, INTERFACE_WORDS, f" is empty; the English is “{reference.get(key, '')}”"
    for key in reference.keys() & own.keys():
        if own[key].count(placeholder) != reference[key].count(placeholder):
            yield key, INTERFACE_WORDS, f" must have the placeholder {placeholder} as often as “{reference[key]}”"


def _theme(english: Texts, own: Texts, code: str) -> Iterator[Fault]:
    """The same for the words of the theme, of which a language needs only those that the theme lacks in it."""
    there = {key: text for key, text in _read(interface.themes(code)).items() if text}
    return _words(english, {**there, **own}, "#")


def _read(words: Texts) -> Texts:
    """`words` without those that nobody reads."""
    return {key: text for key, text in words.items() if not key.startswith(SETTINGS)}


def _untranslated(english: Texts, own: Texts, code: str, identifier: Identifier) -> Iterator[Fault]:
    for key, text in own.items():
        wanted = english.get(key, "")
        told = wanted[-1:] in STOPS - {"."} | {identifier.conventions[code].sentence_end}  # a danda ends sentences only
        if told and text.strip() and text.strip()[-1] not in STOPS:
            yield key, CUT_TEXT, f": “{text}” has no sign at its end, unlike the English “{wanted}”"
        if text == wanted != "" or untranslated(wanted, text) or identifier.foreign(text, code):
            yield key, UNTRANSLATED, f": “{text}” is not {code}; translate it"


def _written(own: Texts, conventions: Conventions) -> Iterator[Fault]:
    """Words that are not written as the text of a page has to be."""
    for key, text in own.items():
        for check in typography.CHECKS:
            yield from ((key, check.rule, f": {message}") for _, message in check.faults(text, conventions))
        if text != text.strip():
            yield key, damage.DAMAGED_TEXT, f": “{text}” begins or ends with a blank; delete it"
        for found in characters.HIDDEN.finditer(text):
            yield key, characters.HIDDEN_CHARACTER, f": hidden character U+{ord(found[0]):04X}; delete it"
        for found in PLACEHOLDERS.finditer(text):
            yield key, PLACEHOLDER, f": “{found[0]}” stands for a text; write the text"
        for found, fault in damage.damaged(text):
            yield key, damage.DAMAGED_TEXT, f": “{found[0].strip()}” {fault}; correct it"
