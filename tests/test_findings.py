"""Whole findings: what each says, the place that it names in English, what was expected and what was found."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.parity import contents
from scripts.parity.compare import compare
from scripts.parity.model import Page, Source
from scripts.parity.parse import Parser
from tests.helpers import described, edition, told
from tests.real import IDENTIFIER, VOCABULARIES

CASES = yaml.safe_load(Path(__file__).with_name("findings.yml").read_text("utf-8"))


def _page(parser: Parser, code: str, text: str) -> Page:
    source = Source(code, "p.md", f"docs/{code}/p.md", described(code, f"# Heading {{ #t }}\n\n{text}"))
    page, _ = parser.parse(source)
    assert page is not None
    return page


@pytest.mark.parametrize("case", CASES["contents"], ids=count())
def test_contents(parser: Parser, case: dict[str, Any]) -> None:
    """What stands in a section."""
    pages = {code: _page(parser, code, case[code]) for code in ("en", "de")}
    found = list(contents.findings(pages, IDENTIFIER, VOCABULARIES))
    assert [told(finding) for finding in found] == case["finds"]
    assert {finding.path for finding in found} <= {"docs/de/p.md"}


@pytest.mark.parametrize("case", CASES["sections"], ids=count())
def test_sections(parser: Parser, case: dict[str, Any]) -> None:
    """Which sections there are."""
    english, german = (edition(parser, code, {"a.md": case[code]}) for code in ("en", "de"))
    found = [f"{finding.path.split('/')[1]}:{told(finding)}" for finding in compare(english, [german])]
    assert found == case["finds"]
