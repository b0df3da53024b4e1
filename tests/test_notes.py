"""Footnotes: one text for each name in a language."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.parity import gate, notes
from scripts.parity.model import Edition, Source
from scripts.parity.parse import Parser
from tests.helpers import described, site

CASES = [
    # the same, however the lines are broken
    (["N, 2007.", "N, 2007."], []),
    (["N, *T*,\n    2007.", "N, *T*, 2007."], []),
    (["[N](https://a.org), 2007.", "[N](https://a.org), 2007."], []),
    # other words, another title, another address
    (["N, 2007.", "M, 2007."], ["b.md:5"]),
    (["N, *T*.", "N, *U*."], ["b.md:5"]),
    (["[N](https://a.org)", "[N](https://b.org)"], ["b.md:5"]),
    # what most pages have is right
    (["N, 2007.", "N, 2008.", "N, 2008."], ["a.md:5"]),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_unequal_notes(parser: Parser, texts: list[str], expected: list[str]) -> None:
    """The page that differs from the others is named, once."""
    pages = {}
    for key, text in zip("abc", texts, strict=False):
        source = Source("en", f"{key}.md", f"{key}.md", f"# T {{ #t }}\n\nText.[^n]\n\n[^n]: {text}\n")
        page, _ = parser.parse(source)
        assert page is not None
        pages[key] = page
    found = list(notes.findings(Edition("en", "docs/en", pages)))
    assert [f"{finding.path}:{finding.line}" for finding in found] == expected
    assert all(finding.rule is notes.UNEQUAL_NOTE for finding in found)


def test_message_and_cache(tmp_path: Path) -> None:
    """The check says where the other text stands, also when it knows the pages from an earlier run."""
    files = {}
    for code, (text, more) in {"en": ("Text", "More"), "de": ("Ein Satz", "Mehr"), "sw": ("Maneno", "Zaidi")}.items():
        for key, year in (("index", 2007), ("b", 2008)):
            body = f"# {text} {key} {{ #{key} }}\n\n{more}.[^n]\n\n[^n]: BPO, {year}.\n"
            files[f"docs/{code}/{key}.md"] = described(code, body)
    root = site(tmp_path, files)
    message = "footnote [^n] has another text than in docs/{0}/b.md:8; write the same, or name it otherwise"
    expected = [f"docs/{code}/index.md:8: {message.format(code)} [unequal-note]" for code in ("de", "en", "sw")]
    for _ in range(2):
        assert [str(finding) for finding in gate.check(root) if finding.rule is notes.UNEQUAL_NOTE] == expected
