"""HTML that Markdown passes on is the same in every language, but for its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.parity.model import Finding, Page, Rule

CHANGED_HTML = Rule(
    "changed-html",
    "A page has other HTML than the English one: a place for a list is lost, a tag was pasted with a text.",
    "en: <div data-places></div>\nde: <div></div>",
    "de: <div data-places></div>",
)


def findings(model: Page, page: Page) -> Iterator[Finding]:
    """Tags that only one of the two pages has, by the lines where they are or should be."""
    here, there = (Counter(tag for tag, _ in side.tags) for side in (page, model))
    lines, places = dict(reversed(page.tags)), {tag: f"{model.path}:{line}" for tag, line in reversed(model.tags)}
    for tag in there - here:
        message = f"{tag} of {places[tag]} is missing; put it where the English page has it"
        yield Finding(page.path, lines.get(tag, 1), CHANGED_HTML, message, places[tag], tag)
    for tag in here - there:
        message = f"{tag} is not in {model.path}; remove it, or add it there"
        if tag.startswith(("<figure ", "<figure>")) and "markdown" not in tag.strip("<>").split():
            message = f"{tag} lacks the word markdown, so what is inside of it is not read; write it before the >"
        yield Finding(page.path, lines[tag], CHANGED_HTML, message, places.get(tag, f"{model.path}:1"), "", tag)
