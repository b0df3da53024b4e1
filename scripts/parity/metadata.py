"""Front matter, titles and the words of the interface: the same in every language, and fit for a search result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts import interface
from scripts.interface import Words
from scripts.parity.frontmatter import KEYS
from scripts.parity.identify import Identifier
from scripts.parity.language import UNTRANSLATED, WRONG_LANGUAGE, untranslated
from scripts.parity.locate import Lines
from scripts.parity.model import Edition, Finding, Page, Rule

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
INTERFACE_WORDS = Rule(
    "interface-words",
    "A language lacks words of the interface, has some that others have not, or lost a placeholder.",
    'site: {back-to-footnote: "Zurück zum Text"}',
    'site: {back-to-footnote: "Zurück zum Text bei Fußnote {}"}',
)

NAVIGATION = Rule(
    "navigation",
    "A page is not in the navigation of mkdocs.yml, so nobody comes to it, or is there and does not exist.",
    "docs/en/trainers.md, but no - trainers.md under nav",
    "- trainers.md",
)

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


def navigation(root: Path, nav: object, reference: Edition) -> Iterator[Finding]:
    """Where `nav`, which mkdocs.yml has, and the pages of `reference` differ."""
    if nav is None:
        return
    lines, listed, there = Lines((root / "mkdocs.yml").read_text("utf-8")), list(_listed(nav)), reference.pages.keys()
    for key in sorted((there | reference.broken) - set(listed)):
        yield Finding("mkdocs.yml", lines.exact(1, "nav:"), NAVIGATION, f"nav lacks the page {key}; add it", "", key)
    for key in listed:
        if key.endswith(".md") and key not in there | reference.broken:
            message = f"nav has {key}, which is no page in {reference.folder}; correct its name, or remove it"
            yield Finding("mkdocs.yml", lines.exact(1, key), NAVIGATION, message, found=key)


def _listed(nav: object) -> Iterator[str]:
    """The entries of a navigation of any depth."""
    if isinstance(nav, str):
        yield nav
    for inner in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _listed(inner)


def words(root: Path, docs: Path, codes: Sequence[str], identifier: Identifier) -> Iterator[Finding]:
    """Where the words of the interface differ between the languages `codes`, the first being the reference.

    Raises SiteError where a file cannot be read.
    """
    reference = interface.read(docs, codes[0])
    for code in codes[1:]:
        path, own = interface.path(docs, code), interface.read(docs, code)
        lines = Lines(path.read_text(encoding="utf-8"))
        for key, message in _words(reference, own):
            line = lines.exact(1, f"  {key}:")
            yield Finding(path.relative_to(root).as_posix(), line, INTERFACE_WORDS, message)
        for key, text in own.site.items():
            english = reference.site.get(key, "")
            if text == english != "" or untranslated(english, text) or identifier.foreign(text, code):
                line = lines.exact(1, f"  {key}:")
                message = f"{key}: “{text}” is not {code}; translate it"
                yield Finding(path.relative_to(root).as_posix(), line, UNTRANSLATED, message)


def _words(reference: Words, own: Words) -> Iterator[tuple[str, str]]:
    for key in reference.site.keys() - own.site.keys():
        yield key, f"{key} is missing; the English is “{reference.site[key]}”"
    for key in own.site.keys() - reference.site.keys():
        yield key, f"{key} is not in English; add it there, or remove it"
    for key in own.site:
        if not own.site[key].strip():
            yield key, f"{key} is empty; the English is “{reference.site.get(key, '')}”"
    for key in reference.site.keys() & own.site.keys():
        if own.site[key].count("{}") != reference.site[key].count("{}"):
            yield key, f"{key} must have the placeholder {{}} as often as “{reference.site[key]}”"
