"""Compares what was published, as the ledger has it, with the sections there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from scripts.links.current import Current
from scripts.links.ledger import GonePage, Ledger, Section, chain
from scripts.parity.model import Finding, Rule

LOST_SECTION = Rule(
    "lost-section",
    "A section that was published is gone, so that links to it break in every language.",
    "## Prices { #bpo-prices }, which was published as #bpo-costs",
    "docs/data/links.yml: bpo-costs: {moved: bpo-prices, ...}",
)
STRAYED_SECTION = Rule(
    "strayed-section",
    "A section stands on another page than it was published on, so that links to it end at the top of the old page.",
    "locations.md: ## Costs { #bpo-costs }, which was published on bpo",
    "docs/data/links.yml: bpo-costs: {page: locations, was: [bpo], ...}",
)
LOST_PAGE = Rule(
    "lost-page",
    "A page that was published is gone, so that links to it break in every language.",
    "docs/en/what-is-bpo.md, which was published as bpo",
    "docs/data/links.yml: pages: {bpo: {moved: what-is-bpo}}",
)
BROKEN_MOVE = Rule(
    "broken-move",
    "The ledger of links says that something has moved to what is not there, or in a circle.",
    "bpo-costs: {moved: bpo-price, ...}, but no section #bpo-price",
    "bpo-costs: {moved: bpo-prices, ...}",
)
REUSED_ADDRESS = Rule(
    "reused-address",
    "A section or page has the address of one that is gone, so that old links would lead to something else.",
    "## Costs of today { #bpo-costs }, while the ledger has bpo-costs: {moved: bpo-prices, ...}",
    "## Costs of today { #bpo-costs-today }",
)
UNLISTED_SECTION = Rule(
    "unlisted-section",
    "A section is not in the ledger of links, which would not notice if links to it broke.",
    "## Prices { #bpo-prices }, which docs/data/links.yml does not have",
    "the same after `make links ADD=1`",
)


def compare(ledger: Ledger, name: str, current: Current) -> list[Finding]:
    """What breaks links that were published, and what nobody would notice breaking; `name` is the ledger's path."""
    return [
        *_moves(ledger.pages, name, "page ", current.pages),
        *_moves(ledger.sections, name, "#", current.homes if current.readable else None),
        *_lost_pages(ledger, name, current),
        *_reused(ledger, current),
        *_sections(ledger, name, current),
    ]


def _moves(
    entries: Mapping[str, Section] | Mapping[str, GonePage], name: str, mark: str, there: Collection[str] | None
) -> Iterator[Finding]:
    """Moves in a circle, and to what is neither `there` nor listed; None if nobody knows what is there."""
    for key, entry in entries.items():
        names = chain(entries, key)
        last = entries.get(names[-1])
        if last and last.moved is not None:
            circle = names[names.index(last.moved) :]
            if key == min(circle, key=lambda one: entries[one].line):
                way = " -> ".join(f"{mark}{one}" for one in (*circle, circle[0]))
                yield Finding(name, entry.line, BROKEN_MOVE, f"moves in a circle: {way}")
        elif entry.moved is not None and entry.moved not in entries and there is not None and entry.moved not in there:
            message = f"{mark}{key} has moved to {mark}{entry.moved}, which does not exist; name what answers its links"
            yield Finding(name, entry.line, BROKEN_MOVE, message)


def _lost_pages(ledger: Ledger, name: str, current: Current) -> Iterator[Finding]:
    for key, line in ledger.published_pages():
        if key not in current.pages and key not in ledger.pages:
            ids = [section.id for section in ledger.sections.values() if section.page == key]
            now = Counter(home for id_ in ids for home in current.homes.get(id_, ())).most_common(1)
            entry = f"{key}: {{moved: {now[0][0] if now else 'NEW-PAGE'}}}"
            message = f"page {key} was published and is gone; write under pages: `{entry}`, or bring it back"
            yield Finding(name, line, LOST_PAGE, message)


def _reused(ledger: Ledger, current: Current) -> Iterator[Finding]:
    for key, path in current.shared_pages.items():
        if key in ledger.pages:
            message = f"page {key} is gone according to the ledger, line {ledger.pages[key].line}; take another name"
            yield Finding(path, 1, REUSED_ADDRESS, message)
    for (_, id_), place in current.places.items():
        section = ledger.sections.get(id_)
        if section and section.is_gone:
            message = f"#{id_} is gone according to the ledger, line {section.line}; take another id"
            yield Finding(place.path, place.line, REUSED_ADDRESS, message)


def _sections(ledger: Ledger, name: str, current: Current) -> Iterator[Finding]:
    """Sections that are gone, on other pages, or new."""
    new = {id_: key for key, id_ in current.places if id_ not in ledger.sections}
    unexplained = set()
    for section in ledger.sections.values():
        home = ledger.page_now(section.page)
        if section.is_gone or not _is_sound(section, home, ledger, current):
            continue
        if homes := current.homes.get(section.id):
            if home not in homes:
                yield Finding(name, section.line, STRAYED_SECTION, _strayed(section, ledger, homes))
        elif home in current.pages and current.readable:
            unexplained.add(home)
            candidates = [id_ for id_, key in new.items() if key == home]
            yield Finding(name, section.line, LOST_SECTION, _lost(section, candidates))
    for (key, id_), place in current.places.items():
        if id_ not in ledger.sections and key not in unexplained:  # else it may be what a lost one is called now
            message = f"section #{id_} is not in the ledger of links; `make links ADD=1` adds it"
            yield Finding(place.path, place.line, UNLISTED_SECTION, message)


def _is_sound(section: Section, home: str, ledger: Ledger, current: Current) -> bool:
    """Whether its page has no fault that is reported already."""
    reused = any(key in current.shared_pages for key in chain(ledger.pages, section.page)[:-1])
    page = ledger.pages.get(home)
    return not reused and (home in current.pages or (page is not None and page.removed is not None))


def _strayed(section: Section, ledger: Ledger, homes: Sequence[str]) -> str:
    was = ", ".join(ledger.homes(section))
    return f"#{section.id} is on page {homes[0]} now; write `page: {homes[0]}` and `was: [{was}]`, so that links follow"


def _lost(section: Section, candidates: Sequence[str]) -> str:
    now = (get_close_matches(section.id, candidates, n=1, cutoff=0) or ["NEW-ID"])[0]
    return (
        f"#{section.id} was published on page {section.page} and is gone; write `moved: {now}` where something else "
        "answers its links, else `removed:` with a note in every language, or bring it back"
    )
