"""The command: what it prints, and its exit codes, on whatever it is given."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.config import SiteError
from scripts.parity import gate, survey
from scripts.parity.__main__ import main
from scripts.parity.examine import Examiner
from scripts.parity.model import Source
from scripts.parity.parse import Parser
from tests.helpers import CONFIG, described, page, site

GOOD = {f"docs/{code}/index.md": described(code, page("1 t, 2 a, 2 b")) for code in ("en", "de", "sw")}

UNREADABLE: list[tuple[dict[str, str | bytes], int, str]] = [
    # the pages
    ({}, 0, ""),
    ({"docs/de/index.md": b"# T { #t }\n\n\xff"}, 1, "docs/de/index.md:3: is not UTF-8 (byte 0xff); save it as UTF-8"),
    ({"docs/de/index.md": b"# T { #t }\n\0"}, 1, "docs/de/index.md:2: holds a NUL byte; delete it"),
    (
        {"docs/de/index.md": ""},
        1,
        "docs/de/index.md:1: page has no headings and no text under them; translate docs/en/index.md:1",
    ),
    ({"docs/de/more.md/note.txt": ""}, 1, "docs/de/more.md:1: is a folder with the name of a page; rename it"),
    ({"docs/de/deep/er.md": page("1 x")}, 1, "docs/de/deep/er.md:1: page has no counterpart docs/en/deep/er.md"),
    ({"docs/de/index.md": b"\xef\xbb\xbf" + described("de", page("1 t, 2 a, 2 b")).encode()}, 0, ""),
    ({f"docs/{code}/index.md": "" for code in ("en", "de", "sw")}, 1, "docs/en/index.md:1: page must begin with"),
    ({"docs/de/index.md": described("de", page("1 t, 2 a, 2 b")).replace("\n", "\r\n")}, 0, ""),
    # links
    ({"docs/de/index.md": described("de", page("1 t, 2 a, 2 b") + "\n[x](http://[::1)\n")}, 1, "Invalid IPv6 URL"),
    (
        {"docs/de/index.md": described("de", page("1 t, 2 a, 2 b") + "\n[x](no.md)\n")},
        1,
        "link to no.md: there is no page no.md",
    ),
    (
        {"docs/de/index.md": described("de", page("1 t, 2 a, 2 b") + "\n[x](#no)\n")},
        1,
        "link to #no: no language has #no on index.md",
    ),
    (
        {
            f"docs/{code}/index.md": described(
                code, page("1 t, 2 a, 2 b") + "\n[X](index.md#a) [Y](https://x.org/#z)\n"
            )
            for code in ("en", "de", "sw")
        },
        0,
        "",
    ),
    # the configuration
    ({"mkdocs.yml": "a: [\n"}, 2, "mkdocs.yml"),
    ({"mkdocs.yml": b"\xff"}, 2, "mkdocs.yml"),
    ({"mkdocs.yml": "site_name: x\n"}, 2, "plugins.i18n.languages lists no language"),
    ({"mkdocs.yml": CONFIG + "docs_dir: none\n"}, 2, "none"),
    ({"mkdocs.yml": CONFIG.replace("tables", "no_such_extension")}, 2, "no_such_extension"),
]


@pytest.mark.parametrize(("files", "code", "said"), UNREADABLE)
def test_whatever_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str | bytes], code: int, said: str
) -> None:
    """Bad input gives findings and 1, or a reason on stderr and 2, and never a traceback."""
    assert main(["--root", str(site(tmp_path, {**GOOD, **files}))]) == code
    printed = capsys.readouterr()
    assert said in (printed.err if code == 2 else printed.out)


def test_missing_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A language without a folder is one finding, not one for each page."""
    root = site(tmp_path, {name: text for name, text in GOOD.items() if "/sw/" not in name})
    assert main(["--root", str(root)]) == 1
    assert capsys.readouterr().out == (
        "docs/sw:1: no such folder; Kiswahili is listed in mkdocs.yml, so its pages belong here [missing-language]\n"
    )


def test_missing_reference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the reference language there is nothing to compare with."""
    root = site(tmp_path, {name: text for name, text in GOOD.items() if "/en/" not in name})
    assert main(["--root", str(root)]) == 2
    assert "docs/en: no such folder" in capsys.readouterr().err


def test_dangling_link_in_the_file_system(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A symbolic link to nothing is a finding; the page is not reported as missing besides."""
    root = site(tmp_path, GOOD)
    (root / "docs/de/index.md").unlink()
    (root / "docs/de/index.md").symlink_to("nowhere.md")
    (root / "docs/de/loop").symlink_to(".")
    assert main(["--root", str(root)]) == 1
    assert capsys.readouterr().out == (
        "docs/de/index.md:1: is a link to no file; restore the file or remove the link [unreadable-page]\n"
    )


def test_special_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe with the name of a page is a finding; the check does not wait for it."""
    root = site(tmp_path, GOOD)
    os.mkfifo(root / "docs/de/pipe.md")
    assert main(["--root", str(root)]) == 1
    assert "docs/de/pipe.md:1: is a special file with the name of a page" in capsys.readouterr().out


def test_no_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site without a page is not an equal one."""
    root = site(tmp_path, {f"docs/{code}/note.txt": "" for code in ("en", "de", "sw")})
    assert main(["--root", str(root)]) == 2
    assert "docs/en: has no pages" in capsys.readouterr().err


def test_repeated_anchor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id of a paragraph or of HTML that is also a section's is a finding."""
    for extra in ("Text.\n{ #a }\n", '<p id="a">Text.</p>\n'):
        pages = {
            f"docs/{code}/index.md": described(code, page("1 t, 2 a, 2 b") + "\n" + extra)
            for code in ("en", "de", "sw")
        }
        assert main(["--root", str(site(tmp_path, pages))]) == 1
        assert "docs/en/index.md:1: id #a is also that of docs/en/index.md:8" in capsys.readouterr().out


def test_changed_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that differs from the English one and leads nowhere is one finding."""
    pages = {
        f"docs/{code}/index.md": described(code, page("1 t, 2 a, 2 b") + f"\n[X]({target})\n")
        for code, target in (("en", "#a"), ("de", "#c"), ("sw", "#a"))
    }
    assert main(["--root", str(site(tmp_path, pages))]) == 1
    assert capsys.readouterr().out == (
        "docs/de/index.md:16: link to #c, expected #a as in docs/en/index.md:16 [changed-link]\n"
    )


def test_renamed_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page under another name is one finding, not a missing and an extra one."""
    root = site(tmp_path, GOOD)
    (root / "docs/de/index.md").rename(root / "docs/de/start.md")
    assert main(["--root", str(root)]) == 1
    assert capsys.readouterr().out == (
        "docs/de/start.md:1: page must have the name index.md, as docs/en/index.md:1 has [extra-page]\n"
    )


def test_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without mkdocs.yml cannot be checked."""
    assert main(["--root", str(tmp_path)]) == 2
    assert "mkdocs.yml" in capsys.readouterr().err


FORMATS = [
    (
        "text",
        "docs/de/index.md:8: section #b is missing after #a; "
        "translate docs/en/index.md:12 (“Heading”) [missing-section]\n",
    ),
    (
        "github",
        "::error file=docs/de/index.md,line=8,title=missing-section::"
        "section #b is missing after #a; translate docs/en/index.md:12 (“Heading”)\n",
    ),
]


@pytest.mark.parametrize(("name", "expected"), FORMATS)
def test_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, expected: str) -> None:
    """Findings are printed for people and for GitHub."""
    root = site(tmp_path, {**GOOD, "docs/de/index.md": described("de", page("1 t, 2 a"))})
    assert main(["--root", str(root), "--format", name]) == 1
    assert capsys.readouterr().out == expected


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings are printed for programs; no finding is an empty list."""
    root = site(tmp_path, {**GOOD, "docs/de/index.md": described("de", page("1 t, 2 a"))})
    main(["--root", str(root), "--format", "json"])
    assert [(entry["path"], entry["line"], entry["rule"]) for entry in json.loads(capsys.readouterr().out)] == [
        ("docs/de/index.md", 8, "missing-section")
    ]
    site(tmp_path, GOOD)
    main(["--root", str(root), "--format", "json"])
    assert json.loads(capsys.readouterr().out) == []


def test_many_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings do not depend on how the work is shared."""
    pages = {
        f"docs/{code}/p{n}.md": described(code, page(f"1 t{n}, 2 a{n}"))
        for code in ("en", "de", "sw")
        for n in range(5)
    }
    root = site(tmp_path, {**pages, "docs/de/p1.md": described("de", page("1 t1") + "\nMehr (Text.\n")})
    alone = gate.check(root)
    (root / ".build/parity.gz").unlink()
    monkeypatch.setattr(survey, "WORTH_IT", 1)
    monkeypatch.setattr(survey, "TOGETHER", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert gate.check(root) == alone
    assert {str(finding.rule) for finding in alone} >= {"missing-section", "unbalanced", "description"}


def test_killed_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that something kills, for instance for want of memory, is told of."""
    monkeypatch.setattr(survey, "WORTH_IT", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(Examiner, "examine", lambda *_: os._exit(9))
    with pytest.raises(SiteError, match="a process of the check was killed"):
        gate.check(site(tmp_path, GOOD))


def test_another_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check does not depend on where it is started."""
    root = site(tmp_path, GOOD)
    monkeypatch.chdir(os.sep)
    assert main(["--root", str(root)]) == 0


@given(text=st.text())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_page(parser: Parser, text: str) -> None:
    """No text makes the parser fail."""
    parser.parse(Source("en", "p.md", "p.md", text))


PIECES = [
    "# A",
    "{ #a }",
    "## B\n",
    "\n\n",
    "---\n",
    "<div markdown>",
    "</div>",
    "<!--",
    "-->",
    "```",
    "[^1]",
    "<![",
    "|",
]


@given(pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12))
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_markup_is_a_page(parser: Parser, pieces: list[str]) -> None:
    """Nor does any mixture of the marks that mean something."""
    parser.parse(Source("en", "p.md", "p.md", "".join(pieces)))
