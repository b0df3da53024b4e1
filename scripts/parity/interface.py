"""The words of the interface: the same ones in every language, each written like the text of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts import interface
from scripts.interface import Words
from scripts.parity import damage, typography
from scripts.parity.conventions import Conventions
from scripts.parity.identify import Identifier
from scripts.parity.language import UNTRANSLATED, untranslated
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
    reference = interface.read(docs, codes[0])
    for code in codes:
        path, own = interface.path(docs, code), interface.read(docs, code)
        name, lines = path.relative_to(root).as_posix(), Lines(path.read_text(encoding="utf-8"))
        faults = [*_words(reference, own), *_written(own, identifier.conventions[code])]
        if code != codes[0]:
            faults += _untranslated(reference, own, code, identifier)
        for key, rule, message in faults:
            yield Finding(name, lines.exact(1, f"  {key}:"), rule, f"{key}{message}")


Fault = tuple[str, Rule, str]
"""Where a fault is, by the key of the words, its rule, and what to say after the key."""


def _words(reference: Words, own: Words) -> Iterator[Fault]:
    for key in reference.site.keys() - own.site.keys():
        yield key, INTERFACE_WORDS, f" is missing; the English is “{reference.site[key]}”"
    for key in own.site.keys() - reference.site.keys():
        yield key, INTERFACE_WORDS, " is not in English; add it there, or remove it"
    for key in own.site:
        if not own.site[key].strip():
            yield key, INTERFACE_WORDS, f" is empty; the English is “{reference.site.get(key, '')}”"
    for key in reference.site.keys() & own.site.keys():
        if own.site[key].count("{}") != reference.site[key].count("{}"):
            yield key, INTERFACE_WORDS, f" must have the placeholder {{}} as often as “{reference.site[key]}”"


def _untranslated(reference: Words, own: Words, code: str, identifier: Identifier) -> Iterator[Fault]:
    for key, text in own.site.items():
        english = reference.site.get(key, "")
        if text == english != "" or untranslated(english, text) or identifier.foreign(text, code):
            yield key, UNTRANSLATED, f": “{text}” is not {code}; translate it"


def _written(own: Words, conventions: Conventions) -> Iterator[Fault]:
    """Words that are not written as the text of a page has to be."""
    for key, text in own.site.items():
        for check in typography.CHECKS:
            yield from ((key, check.rule, f": {message}") for _, message in check.faults(text, conventions))
        for found, fault in damage.damaged(text):
            yield key, damage.DAMAGED_TEXT, f": “{found[0].strip()}” {fault}; correct it"
