"""Front matter, titles and the navigation: the same in every language, and fit for a search result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel import Locale, UnknownLocaleError

from scripts.config import Language
from scripts.parity.frontmatter import KEYS
from scripts.parity.identify import Identifier
from scripts.parity.language import UNTRANSLATED, WRONG_LANGUAGE, untranslated
from scripts.parity.locate import Lines
from scripts.parity.model import Edition, Finding, Page, Rule
from scripts.parity.phrases import fold

DESCRIPTION = Rule(
    "description",
    "A page has no description of its own that fits into a search result: none, too short, too long, "
    "or the same as another page's.",
    "---\ndescription: BPO\n---",
    '---\ndescription: "What BPO means, who is involved, and what it really costs."\n---',
)
REPEATED_TITLE = Rule(
    "repeated-title",
    "Two pages have the same title, so they cannot be told apart in the navigation or in search results.",
    "# Costs { #bpo }\n# Costs { #locations }",
    "# What BPO costs { #bpo }\n# What a place costs { #locations }",
)
NAVIGATION = Rule(
    "navigation",
    "A page is not in the navigation of mkdocs.yml, so nobody comes to it, or is there twice, or does not exist.",
    "docs/en/trainers.md, but no - trainers.md under nav",
    "- trainers.md",
)

LANGUAGE_NAME = Rule(
    "language-name",
    "A language is not called in mkdocs.yml as its own speakers call it, so they do not find it in the list.",
    "- {locale: de, name: German}",
    "- {locale: de, name: Deutsch}",
)

NASAL = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])")
"""A Devanagari nasal before a consonant, for which anusvara may be written."""
SHORTEST, LONGEST = 50, 155
"""Letters of a description: fewer say too little, more are cut off in search results."""


def findings(edition: Edition, reference: Edition, identifier: Identifier) -> Iterator[Finding]:
    """What is wrong with the front matter and the titles of `edition`."""
    seen: dict[object, Page] = {}
    titles: dict[str, Page] = {}
    for key, page in edition.pages.items():
        model = reference.pages.get(key)
        # A misspelled key would be a missing one as well, and of an empty page is said that it is empty.
        if page.metadata.keys() <= KEYS and page.sections:
            yield from _description(page, None if model is page else model, seen, identifier)
        title = page.sections[0].title if page.sections else ""
        if title in titles:
            message = f"title “{title}” is also that of {titles[title].path}"
            yield Finding(page.path, page.sections[0].line, REPEATED_TITLE, message)
        elif title:
            titles[title] = page


def _description(page: Page, model: Page | None, seen: dict[object, Page], identifier: Identifier) -> Iterator[Finding]:
    text = page.metadata.get("description")
    if not isinstance(text, str) or not text.strip():
        yield Finding(page.path, 1, DESCRIPTION, "front matter has no description; write one for search results")
    elif text in seen:
        message = f"description is also that of {seen[text].path}; say what this page has"
        yield Finding(page.path, 2, DESCRIPTION, message)
    elif not SHORTEST <= len(text) <= LONGEST:
        message = f"description has {len(text)} letters; write {SHORTEST} to {LONGEST}"
        yield Finding(page.path, 2, DESCRIPTION, message)
    elif model and untranslated(str(model.metadata.get("description")), text):
        yield Finding(page.path, 2, UNTRANSLATED, f"description is the same as in {model.path}:2; translate it")
    elif language := identifier.foreign(text, page.language):
        yield Finding(page.path, 2, WRONG_LANGUAGE, f"description is in {language}; translate it")
    else:
        seen[text] = page


def sites(root: Path, languages: Sequence[Language], identifier: Identifier) -> Iterator[Finding]:
    """What mkdocs.yml calls the site in each of the `languages`, and says of it, if that is missing or in another."""
    lines, reference = Lines((root / "mkdocs.yml").read_text("utf-8")), languages[0]
    for own in languages:
        if _same(right := _called(own.code)) not in _same(own.name):
            line = lines.exact(lines.exact(1, f"locale: {own.code}"), own.name)
            message = f"{own.code} is called “{own.name}”, but calls itself “{right}”; readers look for that"
            yield Finding("mkdocs.yml", line, LANGUAGE_NAME, message, "", right, own.name)
    for own in languages[1:]:
        entry = lines.exact(1, f"locale: {own.code}")
        for name, text, english in (
            ("site_name", own.title, reference.title),
            ("site_description", own.description, reference.description),
        ):
            line = lines.exact(entry, text) if text else entry
            if english and not text:
                message = f"{own.code} has no {name}; the English is “{english}”"
                yield Finding("mkdocs.yml", line, DESCRIPTION, message)
            elif untranslated(english, text):
                message = f"{name} of {own.code} is the same as in English; translate it"
                yield Finding("mkdocs.yml", line, UNTRANSLATED, message)
            elif language := identifier.foreign(text, own.code):
                message = f"{name} of {own.code} is in {language}; translate it"
                yield Finding("mkdocs.yml", line, WRONG_LANGUAGE, message, "", own.code, language)


def _called(code: str) -> str:
    """What CLDR says that a language calls itself, empty if it does not know it."""
    try:
        return Locale.parse(code, sep="-").get_language_name(code) or ""
    except (UnknownLocaleError, ValueError):
        return ""


def _same(name: str) -> str:
    """`name` without the differences of its spellings, such as हिन्दी and हिंदी."""
    return NASAL.sub("\u0902", fold(name))


def navigation(root: Path, nav: object, reference: Edition) -> Iterator[Finding]:
    """Where `nav`, which mkdocs.yml has, and the pages of `reference` differ."""
    if nav is None:
        return
    lines, listed, there = Lines((root / "mkdocs.yml").read_text("utf-8")), list(_listed(nav)), reference.pages.keys()
    for key in sorted((there | reference.broken) - set(listed)):
        yield Finding("mkdocs.yml", lines.exact(1, "nav:"), NAVIGATION, f"nav lacks the page {key}; add it", "", key)
    for key in sorted({key for key in listed if listed.count(key) > 1}):
        message = f"nav has {key} {listed.count(key)} times; keep one of them"
        yield Finding("mkdocs.yml", lines.exact(lines.exact(1, key) + 1, key), NAVIGATION, message, found=key)
    for key in dict.fromkeys(listed):
        if key.endswith(".md") and key not in there | reference.broken:
            message = f"nav has {key}, which is no page in {reference.folder}; correct its name, or remove it"
            yield Finding("mkdocs.yml", lines.exact(1, key), NAVIGATION, message, found=key)


def _listed(nav: object) -> Iterator[str]:
    """The entries of a navigation of any depth."""
    if isinstance(nav, str):
        yield nav
    for inner in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _listed(inner)
