"""The ledger of links: what is wrong with it by itself, and what it finds missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.links import ledger as records
from scripts.links.__main__ import main
from scripts.links.current import current
from scripts.links.read import parse, read
from scripts.links.rules import compare
from scripts.parity.__main__ import main as parity
from scripts.parity.parse import Parser
from tests.helpers import LEDGER, described, edition, ledger, page, site

NAME = "links.yml"
CODES = ("en", "de")
GOOD = "{page: bpo, since: 2026-11-21, titles: {en: Costs}}"
NOTES = "{en: Gone., de: Weg.}"


def _with(more: str) -> str:
    """A ledger with one section that has `more`."""
    return f"sections:\n  a: {GOOD[:-1]}, {more}}}\n"


BROKEN = [
    # what can be read
    ("", []),
    ("pages:\nsections:\n", []),
    (f"sections:\n  a: {GOOD}\n", []),
    (_with("moved: b"), []),
    (_with(f"removed: {NOTES}"), []),
    (_with("was: [x, deep/y]"), []),
    (f"pages: {{x: {{moved: y}}, z: {{removed: {NOTES}}}}}\n", []),
    ("sections:\n  no: {page: on, since: 2026-11-21, titles: {no: Utgifter}}\n", []),
    # not YAML, or something else
    ("sections:\n  a: [\n", ["3: is not YAML: did not find expected node content"]),
    ("sections:\n\ta: b\n", ["2: is not YAML: found character that cannot start any token"]),
    ("sections: \x00\n", [
        "1: is not YAML: unacceptable character #x0000: control characters are not allowed "
        'in "<unicode string>", position 10']),
    ("- a\n", ["1: the ledger must be a table"]),
    ("sections: [a]\n", ["1: sections must be a table"]),
    ("sections:\n  a: b\n", ["2: #a must be a table"]),
    # keys
    ("section:\n", ["1: the ledger has the unknown key section; known are pages, sections"]),
    (_with("page: x"), ["2: page stands twice in #a, first on line 2"]),
    (f"sections:\n  a: {GOOD}\n  b: {GOOD}\n  a: {GOOD}\n", ["4: a stands twice in sections, first on line 2"]),
    (f"sections:\n  a: {GOOD}\nsections:\n  b: {GOOD}\n", ["3: sections stands twice in the ledger, first on line 1"]),
    (
        _with("mvoed: b"),
        ["2: #a has the unknown key mvoed; known are page, since, titles, was, moved, removed"],
    ),
    ("sections:\n  a: {page: bpo}\n", ["2: #a lacks since and titles"]),
    ("sections:\n  a: {}\n", ["2: #a lacks page and since and titles"]),
    # values
    (_with("was: x"), ["2: #a: was must be a list, such as [bpo]"]),
    (_with("was: [[x]]"), ["2: #a: was must be a text"]),
    (_with("moved: [b]"), ["2: #a: moved must be a text"]),
    (_with("moved: "), ["2: #a: moved must be a text"]),
    (f"sections:\n  a: {GOOD}\n".replace("bpo", "''"), ["2: #a: page must be a text"]),
    (f"sections:\n  a: {GOOD}\n".replace("{en: Costs}", "{}"), ["2: #a: titles is empty"]),
    (f"sections:\n  a: {GOOD}\n".replace("{en: Costs}", "Costs"), ["2: #a: titles must be a table"]),
    *(
        (f"sections:\n  a: {GOOD}\n".replace("2026-11-21", text), ["2: #a: since must be a date such as 2026-11-21"])
        for text in ("yesterday", "2026-13-01", "20261121", "2026-11-21 10:00", "[2026-11-21]", "")
    ),
    # where things went
    (_with(f"moved: b, removed: {NOTES}"), ["2: #a is both moved and removed; keep one"]),
    (_with("removed: {en: Gone.}"), ["2: #a: removed has no note in de"]),
    (_with("removed: {en: Gone., de: ' '}"), ["2: #a: removed: de must be a text"]),
    (_with("removed: Gone."), ["2: #a: removed must be a table"]),
    ("pages:\n  x:\n    removed: {en: Gone.}\n", ["3: page x: removed has no note in de"]),
    ("pages:\n  x: {}\n", ["2: page x needs moved or removed; pages that are there are not listed"]),
    ("pages:\n  x: {page: y}\n", ["2: page x has the unknown key page; known are moved, removed"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), BROKEN)
def test_form(text: str, faults: list[str]) -> None:
    """Every fault of the form is named once, with its line."""
    _, findings = parse(text, NAME, CODES)
    assert [str(finding) for finding in findings] == [f"{NAME}:{fault} [broken-ledger]" for fault in faults]


def test_entries() -> None:
    """A ledger that is right is read whole."""
    found, _ = parse(f"pages:\n  x: {{moved: y}}\n{_with('was: [x]')}", NAME, CODES)
    assert found.sections["a"] == records.Section("a", 4, "bpo", date(2026, 11, 21), {"en": "Costs"}, ("x",))
    assert found.pages["x"] == records.GonePage("x", 2, "y")
    assert found.homes(found.sections["a"]) == ["bpo", "y", "x"]


@pytest.mark.parametrize("content", [b"\xff", None])
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None) -> None:
    """A file of other bytes, or a folder in its place, is a finding."""
    file = tmp_path / LEDGER
    file.parent.mkdir(parents=True)
    file.write_bytes(content) if content else file.mkdir()
    _, (finding,) = read(tmp_path, tmp_path / "docs", CODES)
    assert str(finding).startswith(f"{LEDGER}:1: cannot be read: ")


URLS = [("index", ""), ("bpo", "bpo/"), ("deep/er", "deep/er/"), ("deep/index", "deep/")]


@pytest.mark.parametrize(("key", "address"), URLS)
def test_addresses_of_pages(key: str, address: str) -> None:
    """A page has the address that MkDocs gives it."""
    assert records.url(key) == address


HERE = {"index": "1 t, 2 a, 2 b", "x": "1 x"}
"""The pages of most cases, in every language."""
HOMES = {"t": "index", "a": "index", "b": "index", "x": "x"}
"""The same, as they were published."""

CASES: list[tuple[str, dict[str, str], dict[str, str], list[str]]] = [
    # nothing is wrong
    (ledger(HOMES), HERE, {}, []),
    (ledger({**HOMES, "old": "index"}, {"old": ", moved: a"}), HERE, {}, []),
    (ledger({**HOMES, "old": "index", "old-2": "x"}, {"old": ", moved: old-2", "old-2": ", moved: a"}), HERE, {}, []),
    (ledger({**HOMES, "old": "index"}, {"old": f", removed: {NOTES}"}), HERE, {}, []),
    (ledger({**HOMES, "x": "gone"}, pages="  gone: {moved: x}\n"), HERE, {}, []),
    (ledger({**HOMES, "x": "a"}, pages="  a: {moved: b}\n  b: {moved: x}\n"), HERE, {}, []),
    (ledger({**HOMES, "y": "gone"}, pages=f"  gone: {{removed: {NOTES}}}\n"), HERE, {}, []),
    (ledger({**HOMES, "x": "x"}, {"x": ", was: [index]"}), HERE, {}, []),
    # sections that are gone
    (
        ledger({**HOMES, "c": "index"}),
        HERE,
        {},
        [
            "links.yml:7: #c was published on page index and is gone; write `moved: NEW-ID` where something else "
            "answers its links, else `removed:` with a note in every language, or bring it back [lost-section]"
        ],
    ),
    (  # a section that got a new id is one fault, not a lost section and a new one
        ledger({**HOMES, "bb": "index"}),
        {"index": "1 t, 2 a, 2 b, 2 bbb", "x": "1 x"},
        {},
        [
            "links.yml:7: #bb was published on page index and is gone; write `moved: bbb` where something else "
            "answers its links, else `removed:` with a note in every language, or bring it back [lost-section]"
        ],
    ),
    (ledger(HOMES), HERE, {"index": "1 t, 2 a"}, []),  # in one language only: the comparison tells
    (ledger(HOMES), HERE, {"index": "1 t, 2 a, 2 bb"}, []),
    # sections on other pages
    (
        ledger({**HOMES, "b": "x"}),
        HERE,
        {},
        [
            "links.yml:5: #b is on page index now; write `page: index` and `was: [x]`, so that links follow "
            "[strayed-section]"
        ],
    ),
    (
        ledger({**HOMES, "b": "gone"}, pages="  gone: {moved: x}\n"),
        HERE,
        {},
        [
            "links.yml:6: #b is on page index now; write `page: index` and `was: [x, gone]`, so that links follow "
            "[strayed-section]"
        ],
    ),
    (
        ledger({**HOMES, "b": "gone"}, pages=f"  gone: {{removed: {NOTES}}}\n"),
        HERE,
        {},
        [
            "links.yml:6: #b is on page index now; write `page: index` and `was: [gone]`, so that links follow "
            "[strayed-section]"
        ],
    ),
    # pages that are gone: one fault, however many sections they had
    (
        ledger({"old": "gone", "old-2": "gone", **HOMES}),
        HERE,
        {},
        [
            "links.yml:3: page gone was published and is gone; write under pages: `gone: {moved: NEW-PAGE}`, "
            "or bring it back [lost-page]"
        ],
    ),
    (
        ledger({"a": "gone", "b": "gone", "t": "index", "x": "x"}),
        HERE,
        {},
        [
            "links.yml:3: page gone was published and is gone; write under pages: `gone: {moved: index}`, "
            "or bring it back [lost-page]"
        ],
    ),
    (
        ledger({"t": "index", "a": "index", "b": "index", "x": "x"}, {"x": ", was: [typo]"}),
        HERE,
        {},
        [
            "links.yml:6: page typo was published and is gone; write under pages: `typo: {moved: NEW-PAGE}`, "
            "or bring it back [lost-page]"
        ],
    ),
    # moves that lead nowhere
    (
        ledger({**HOMES, "old": "index"}, {"old": ", moved: none"}),
        HERE,
        {},
        ["links.yml:7: #old has moved to #none, which does not exist; name what answers its links [broken-move]"],
    ),
    (
        ledger({**HOMES, "c": "index", "d": "x", "e": "x"}, {"c": ", moved: d", "d": ", moved: e", "e": ", moved: d"}),
        HERE,
        {},
        ["links.yml:8: moves in a circle: #d -> #e -> #d [broken-move]"],
    ),
    (
        ledger({**HOMES, "c": "index"}, {"c": ", moved: c"}),
        HERE,
        {},
        ["links.yml:7: moves in a circle: #c -> #c [broken-move]"],
    ),
    (
        ledger({**HOMES, "a": "gone"}, pages="  gone: {moved: none}\n"),
        HERE,
        {},
        [
            "links.yml:2: page gone has moved to page none, which does not exist; name what answers its links "
            "[broken-move]"
        ],
    ),
    (
        ledger(HOMES, pages="  c: {moved: d}\n  d: {moved: c}\n"),
        HERE,
        {},
        ["links.yml:2: moves in a circle: page c -> page d -> page c [broken-move]"],
    ),
    # addresses that are used again
    (
        ledger(HOMES, {"b": ", moved: a"}),
        HERE,
        {},
        ["docs/en/index.md:9: #b is gone according to the ledger, line 5; take another id [reused-address]"],
    ),
    (
        ledger(HOMES, {"b": f", removed: {NOTES}"}),
        HERE,
        {},
        ["docs/en/index.md:9: #b is gone according to the ledger, line 5; take another id [reused-address]"],
    ),
    (
        ledger(HOMES, pages="  x: {moved: index}\n"),
        HERE,
        {},
        ["docs/en/x.md:1: page x is gone according to the ledger, line 2; take another name [reused-address]"],
    ),
    # new sections
    (
        ledger({"t": "index", "a": "index", "x": "x"}),
        HERE,
        {},
        [
            "docs/en/index.md:9: section #b is not in the ledger of links; `make links ADD=1` adds it "
            "[unlisted-section]"
        ],
    ),
    (ledger({"t": "index", "a": "index", "x": "x"}), HERE, {"index": "1 t, 2 a"}, []),  # not in every language yet
    (ledger({}), {"index": "1 - , 2 Wrong_Id".replace(" ,", ",")}, {}, []),  # other rules tell
]  # fmt: skip


@pytest.mark.parametrize(("text", "pages", "german", "expected"), CASES)
def test_comparison(
    parser: Parser, text: str, pages: dict[str, str], german: dict[str, str], expected: list[str]
) -> None:
    """One fault is one finding, at the place where it is mended; `german` are pages that differ in German."""
    found, faults = parse(text, NAME, CODES)
    assert faults == []
    editions = [
        edition(parser, code, {f"{key}.md": outline for key, outline in outlines.items()})
        for code, outlines in (("en", pages), ("de", {**pages, **german}), ("sw", pages))
    ]
    assert [str(finding) for finding in compare(found, NAME, current(editions))] == expected


PAGES = {f"docs/{code}/index.md": described(code, page("1 t, 2 a, 2 b")) for code in ("en", "de", "sw")}


def test_gate_without_a_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository without a ledger is told how to make one."""
    root = site(tmp_path, PAGES)
    (root / LEDGER).unlink()
    assert parity(["--root", str(root)]) == 1
    assert capsys.readouterr().out == f"{LEDGER}:1: is missing; `make links ADD=1` writes it [broken-ledger]\n"
    assert main(["--root", str(root), "--add", "--date", "2026-11-21"]) == 0
    assert parity(["--root", str(root)]) == 0


def test_gate_with_a_page_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an unreadable page has is not taken for lost."""
    root = site(tmp_path, {**PAGES, **{f"docs/{code}/index.md": b"\xff" for code in ("en", "de", "sw")}})
    (root / LEDGER).write_text(ledger({"t": "index", "a": "index"}, {"a": ", moved: b"}), "utf-8")
    assert parity(["--root", str(root)]) == 1
    assert {line.rpartition(" ")[2] for line in capsys.readouterr().out.splitlines()} == {"[unreadable-page]"}


def test_gate_reports_a_broken_ledger_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While the ledger is broken, nothing is compared with it."""
    root = site(tmp_path, {**PAGES, LEDGER: "sections:\n  a: {}\n"})
    assert parity(["--root", str(root)]) == 1
    assert capsys.readouterr().out == f"{LEDGER}:2: #a lacks page and since and titles [broken-ledger]\n"


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells what is new, what has moved and what would break."""
    fates = {"old": ", moved: b", "away": f", removed: {NOTES[:-1]}, sw: Haipo.}}", "a": ", was: [gone]"}
    homes = {"t": "index", "a": "index", "old": "gone", "away": "index", "lost": "index"}
    root = site(tmp_path, {**PAGES, LEDGER: ledger(homes, fates, "  gone: {moved: index}\n")})
    assert main(["--root", str(root)]) == 1
    assert capsys.readouterr().out == (
        "new      index#b\n"
        "moved    gone#a -> index#a\n"
        "moved    gone#old -> #b\n"
        "removed  index#away\n"
        "moved    gone -> index\n"
        f"breaks   {LEDGER}:8: #lost was published on page index and is gone; write `moved: b` where something else "
        "answers its links, else `removed:` with a note in every language, or bring it back [lost-section]\n"
        "links: 5 published, 1 new, 1 would break; `make links ADD=1` adds what is new\n"
    )


def test_adding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New sections come to the end with their date and titles, and not a letter before them changes."""
    before = "# note\n" + ledger({"t": "index", "a": "index"}) + "\n\n"
    root = site(tmp_path, {**PAGES, LEDGER: before})
    assert main(["--root", str(root), "--add", "--date", "2027-01-02"]) == 0
    assert (root / LEDGER).read_text("utf-8") == before.rstrip() + (
        "\n  b:\n    page: index\n    since: 2027-01-02\n    titles:\n"
        '      en: "Heading"\n      de: "Heading"\n      sw: "Heading"\n'
    )
    assert capsys.readouterr().out == "added    index#b\nlinks: 3 published, 0 new, 0 would break\n"
    again = (root / LEDGER).read_bytes()
    assert main(["--root", str(root), "--add", "--date", "2027-01-03"]) == 0
    assert (root / LEDGER).read_bytes() == again


UNWILLING = [
    ("sections:\n  a: {}\n", "nothing was added; first mend docs/data/links.yml:2: #a lacks"),
    ("sections: {}\npages:\n", "`sections:` must be the last table"),
    (ledger({"t": "index"}).replace("pages:\n", "") + "pages:\n", "`sections:` must be the last table"),
]


@pytest.mark.parametrize(("text", "said"), UNWILLING)
def test_nothing_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    """A ledger that cannot be read or extended is left as it is."""
    root = site(tmp_path, {**PAGES, LEDGER: text})
    assert main(["--root", str(root), "--add"]) == 2
    assert said in capsys.readouterr().err
    assert (root / LEDGER).read_text("utf-8") == text


AWKWARD = ['Costs: “what” "they" are \\ #1', "no", "’ × é हिंदी"]


@pytest.mark.parametrize("title", AWKWARD)
def test_any_title_can_be_added(tmp_path: Path, title: str) -> None:
    """A title is read again as it was written, whatever is in it."""
    pages = {name: text.replace("Heading { #b }", f"{title} {{ #b }}") for name, text in PAGES.items()}
    pages |= {f"docs/{code}/on.md": "# no { #no }\n" for code in ("en", "de", "sw")}
    root = site(tmp_path, pages)
    (root / LEDGER).unlink()
    main(["--root", str(root), "--add"])
    found, faults = read(root, root / "docs", ("en", "de", "sw"))
    assert faults == []
    assert found.sections["b"].titles["de"] == title
    assert found.sections["no"].page == "on"


def test_command_that_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a repository there is nothing to tell."""
    assert main(["--root", str(tmp_path)]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err
