"""Parsing: what the renderer takes for a heading is one, and nothing else."""

from __future__ import annotations

import pytest

from scripts.parity.model import Page, Source
from scripts.parity.parse import Parser

HEADINGS = [
    # headings
    ("# A { #a }\n\nText.", ["1 a 1"]),
    ("A { #a }\n===\n\nText.", ["1 a 1"]),
    ("# A { #a }\n## B { #b .wide }\nText.", ["1 a 1", "2 b 2"]),
    ("# A {#a}\n\n## A {#b}", ["1 a 1", "2 b 3"]),
    ("> ## Quoted { #a }\n>\n> Text.", ["2 a 1"]),
    ("!!! note\n\n    ## Noted { #a }\n\n    Text.", ["2 a 3"]),
    ("<div markdown>\n\n## Boxed { #a }\n\nText.\n\n</div>", ["2 a 3"]),
    ("---\ndescription: x\n---\n\n# A { #a }", ["1 a 5"]),
    ("# A\n\n## B { #b }", ["1 None 1", "2 b 3"]),
    ("# A { id=a }\n\n## B { .wide id=b }\n", ["1 a 1", "2 b 3"]),
    (
        '# A { #a }\n\n{#b\n\n## B { #o\'b }\n\n## C { id="c d" }\n\n## D { #b }',
        ["1 a 1", "2 o'b 5", "2 c d 7", "2 b 9"],
    ),
    ("# **A** &amp; `b`\n\n## B { #b }\n", ["1 None 1", "2 b 3"]),
    # no headings
    ("```\n# A { #a }\n```", []),
    ("~~~\n# A { #a }\n~~~", []),
    ("    # A { #a }", []),
    ("<!--\n# A { #a }\n-->", []),
    ("Text with `# A { #a }` in it.", []),
    ("\\# A { #a }", []),
    # lines are counted in the source even where the same words come before
    ("```\n## B\n```\n\n# A { #a }\n\n## B { #b }", ["1 a 5", "2 b 7"]),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(parser: Parser, text: str, expected: list[str]) -> None:
    """A section has the level, the written id and the line of its heading."""
    page = _page(parser, text)
    assert [f"{section.level} {section.id} {section.line}" for section in page.sections] == expected


CONTENT = [
    # something to read or see
    ("Text.", True),
    ("- item", True),
    ("| a | b |\n|---|---|\n| 1 | 2 |", True),
    ("```\ncode\n```", True),
    ("![text](a.png)", True),
    ("<p>Text</p>", True),
    ("<img src=a.png alt=text>", True),
    ("Text.[^1]\n\n[^1]: Note.", True),
    ("!!! note\n\n    Text.", True),
    # nothing
    ("", False),
    ("<!-- Text. -->", False),
    ("&nbsp;", False),
    ("\u200b", False),
    ("<div></div>", False),
    ("<!-- a --><!-- b -->", False),
]


@pytest.mark.parametrize(("text", "expected"), CONTENT)
def test_content(parser: Parser, text: str, expected: bool) -> None:
    """A section has content if a reader finds anything in it."""
    page = _page(parser, f"# A {{ #a }}\n\n## B {{ #b }}\n\n{text}\n\n## C {{ #c }}\n\nText.\n")
    assert page.sections[1].has_content is expected


FAULTS = [
    ("# A { #a }\n\nText.\n", []),
    # empty sections; a section may consist of its subsections
    ("# A { #a }\n\n## B { #b }\n\n### C { #c }\n\nText.\n", []),
    (
        "# A { #a }\n\nText.\n\n## B { #b }\n",
        ["p.md:5: section #b has no text; write it, or remove the section in every language [empty-section]"],
    ),
    (
        "# A { #a }\n\nText.[^1]\n\n## B { #b }\n\n[^1]: A note belongs to no section.\n",
        ["p.md:5: section #b has no text; write it, or remove the section in every language [empty-section]"],
    ),
    # footnotes
    (
        "# A { #a }\n\nA[^x].\n",
        ["p.md:3: footnote [^x] has no text; write `[^x]: …`, or correct its name [undefined-note]"],
    ),
    (
        "# A { #a }\n\nA.\n\n[^1]: N.\n",
        ["p.md:5: footnote [^1] is not referred to; put it where it belongs, or remove it [unused-note]"],
    ),
    # headings that Markdown does not see
    (
        "# A { #a }\n\n<h2>B</h2>\n",
        ["p.md:3: heading written as <h2>; write it with # and an id, so that it is a section [html-heading]"],
    ),
    # front matter
    ("---\ndescription: text\n---\n# A { #a }\n\nText.", []),
    (
        "---\ndescription: a: b\n---\n# A { #a }\n\nText.",
        [
            "p.md:2: front matter is not YAML: mapping values are not allowed in this context; "
            "put texts with a colon in quotation marks [front-matter]"
        ],
    ),
    (
        "---\ndescription: " + "[" * 500 + "]" * 500 + "\n---\n# A { #a }\n\nText.",
        ["p.md:1: front matter is not YAML: is nested more than 100 deep [front-matter]"],
    ),
    (
        "---\ndescription: 2024-02-30\n---\n# A { #a }\n\nText.",
        ["p.md:1: front matter is not YAML: day is out of range for month [front-matter]"],
    ),
    (
        "---\ntitel: A\n---\nEarly.\n\n# A { #a }\n\nText.",
        [
            "p.md:2: front matter has the key titel; known is description [unknown-key]",
            "p.md:4: paragraph “Early. …” stands before the title; put it below, or remove it [early-text]",
        ],
    ),
    (
        "---\n- a\n---\n# A { #a }\n\nText.",
        ["p.md:1: front matter must be lines of the form `key: value` [front-matter]"],
    ),
    (
        "---\ndescription: text\n\n# A { #a }\n\nText.",
        ["p.md:1: front matter is not closed; end it with a line --- [front-matter]"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults(parser: Parser, text: str, expected: list[str]) -> None:
    """A page has its own faults, each once."""
    _, findings = parser.parse(Source("en", "p.md", "p.md", text))
    assert [str(finding) for finding in findings] == expected


def test_page_that_cannot_be_rendered(parser: Parser) -> None:
    """A drawing that does not exist is a finding, and the page is left out of the comparison."""
    text = '# A { #a }\n\n<figure data-drawing="none" markdown>\n\nAlternative.\n\n- word\n\n</figure>\n'
    page, findings = parser.parse(Source("en", "p.md", "p.md", text))
    assert page is None
    assert [str(finding.rule) for finding in findings] == ["rendering"]
    assert "none.svg" in findings[0].message


def test_pages_do_not_mix(parser: Parser) -> None:
    """What one page holds is unknown to the next, even to an empty one."""
    _page(parser, "# A { #a }\n\nText.[^1]\n\n[^1]: Note.")
    assert _page(parser, "# B { #b }\n\nText.[^1]").anchors == ("b",)
    assert _page(parser, "").sections == ()


def _page(parser: Parser, text: str) -> Page:
    page, _ = parser.parse(Source("en", "p.md", "p.md", text))
    assert page is not None
    return page
