"""Routes: where each address that was ever published leads."""

from __future__ import annotations

import pytest

from scripts.links.read import parse
from scripts.links.routes import Routes, Target
from tests.helpers import ledger

NOTE = {"en": "Gone."}
REMOVED = ", removed: {en: Gone.}"
HOMES = {"t": "", "a": "", "b": "", "x": "x/", "y": "x/"}
"""The sections there are: three on the start page, two on x."""
PUBLISHED = {"t": "index", "a": "index", "b": "index", "x": "x", "y": "x"}

CASES: list[tuple[str, dict[str, Target], dict[str, dict[str, str]]]] = [
    # nothing has moved
    (ledger(PUBLISHED), {"a": Target("", "a"), "y": Target("x/", "y")}, {}),
    # a section that the ledger does not have yet
    (ledger({}), {"a": Target("", "a")}, {}),
    # renamed on its page, and once more
    (ledger({**PUBLISHED, "c": "index"}, {"c": ", moved: a"}), {"c": Target("", "a")}, {"": {"c": "#a"}}),
    (
        ledger({**PUBLISHED, "c": "index", "d": "x"}, {"c": ", moved: d", "d": ", moved: y"}),
        {"c": Target("x/", "y"), "d": Target("x/", "y")},
        {"": {"c": "x/#y"}, "x/": {"d": "x/#y"}},
    ),
    # moved to another page under its id, and on from there
    (ledger(PUBLISHED, {"y": ", was: [index]"}), {"y": Target("x/", "y")}, {"": {"y": "x/#y"}}),
    (
        ledger({**PUBLISHED, "c": "x"}, {"c": ", was: [index], moved: b"}),
        {"c": Target("", "b")},
        {"": {"c": "#b"}, "x/": {"c": "#b"}},
    ),
    # removed, from a page that is there
    (
        ledger({**PUBLISHED, "c": "x", "d": "index"}, {"c": REMOVED, "d": ", moved: c"}),
        {"c": Target("x/", "c", NOTE), "d": Target("x/", "c", NOTE)},
        {"x/": {"c": "x/#c"}, "": {"d": "x/#c"}},
    ),
    # a page that was renamed: its sections go along, others are named
    (
        ledger({**PUBLISHED, "y": "old", "c": "old"}, {"c": ", moved: a"}, "  old: {moved: x}\n"),
        {"y": Target("x/", "y"), "c": Target("", "a")},
        {"old/": {"c": "#a"}, "x/": {"c": "#a"}},
    ),
    (
        ledger({**PUBLISHED, "y": "older"}, {}, "  old: {moved: x}\n  older: {moved: old}\n"),
        {"y": Target("x/", "y")},
        {},
    ),
    # a section that left the page before it was renamed, or after
    (
        ledger(PUBLISHED, {"b": ", was: [old]"}, "  old: {moved: x}\n"),
        {"b": Target("", "b")},
        {"old/": {"b": "#b"}, "x/": {"b": "#b"}},
    ),
    # a page that was removed with its sections, but for one
    (
        ledger({**PUBLISHED, "c": "old", "d": "old"}, {"d": ", moved: a"}, "  old: {removed: {en: Gone.}}\n"),
        {"c": Target("old/", "", NOTE), "d": Target("", "a")},
        {"old/": {"d": "#a"}},
    ),
    (
        ledger({**PUBLISHED, "c": "index"}, {"c": ", moved: d", "d": ""}, "  old: {removed: {en: Gone.}}\n").replace(
            "sections:\n", "sections:\n  d: {page: old, since: 2026-11-21, titles: {en: D}}\n"
        ),
        {"c": Target("old/", "", NOTE)},
        {"": {"c": "old/"}},
    ),
]


@pytest.mark.parametrize(("text", "targets", "old"), CASES)
def test_routes(text: str, targets: dict[str, Target], old: dict[str, dict[str, str]]) -> None:
    """Every id has a target, and every page answers the fragments that are not its sections any more."""
    published, faults = parse(text, "links.yml", ["en"])
    assert faults == []
    routes = Routes(published, HOMES)
    assert {id_: routes.target(id_) for id_ in targets} == targets
    pages = {"", "x/", *(address for address, _ in routes.gone_pages())}
    found = {page: {one.id: one.target.address for one in routes.old(page)} for page in pages}
    assert {page: fragments for page, fragments in found.items() if fragments} == old


def test_pages_and_ids() -> None:
    """Pages that are gone lead to the last of their names, and every id has a neutral link."""
    text = ledger({"a": "index", "c": "old"}, {"c": ", moved: a"}, "  old: {moved: mid}\n  mid: {moved: x}\n")
    routes = Routes(parse(text, "links.yml", ["en"])[0], HOMES)
    assert dict(routes.gone_pages()) == {"old/": Target("x/"), "mid/": Target("x/")}
    assert routes.ids == ("t", "a", "b", "x", "y", "c")
