"""The quicker renderer says the same of every page as the plain one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from scripts import config as site
from scripts.parity import parse
from scripts.parity.model import Source
from scripts.parity.parse import Parser
from scripts.parity.quick import EMPHASIS, PLAIN, SIGNS
from scripts.parity.quick_blocks import ATTRIBUTES, BLOCKS, LINES
from tests.conftest import ROOT

PIECES = [
    "word", " ", "  \n", "\n", "\n\n", "# H { #h }\n", "*", "_", "**", "`", "``", "\\", "[a](b)", "[a][b]", "![a](b)",
    "[^1]",
    "\n\n[^1]: N\n", "<b>", "</b>", "<br>", "<https://a.org>", "<a@b.org>", "&amp;", "&", "!", "[", "]", "(", ")", "- ",
    "> ", "| a | b |\n|---|---|\n| c | d |\n", "\x02", "é", "कॉ", "[b]: c\n", "{ .x }", "    ",
    '!!! note "T"\n\n    x\n', '??? note "T"\n    x\n', "```\nx\n```\n", "~~~\n", "\n===\n", "\n---\n", "* * *\n",
    "1. ", "\t",
]  # fmt: skip


@pytest.fixture(scope="module")
def parsers() -> tuple[Parser, Parser]:
    """A quick and a plain parser."""
    quick = Parser(site.renderer(site.load(ROOT)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "hasten", lambda _: None)
        return quick, Parser(site.renderer(site.load(ROOT)))


def test_every_pattern_is_known() -> None:
    """The site's renderer has no pattern that the quick look does not know."""
    patterns = site.renderer(site.load(ROOT)).inlinePatterns
    assert len(patterns) == sum(name in patterns for name in (*SIGNS, *EMPHASIS))


def test_the_quick_way_is_taken() -> None:
    """Python-Markdown still has what is replaced to make the gate quick."""
    renderer = site.renderer(site.load(ROOT))
    blocks, attributes = renderer.parser.blockprocessors, renderer.treeprocessors["attr_list"]
    assert all(isinstance(getattr(blocks[name], attribute), re.Pattern) for name, attribute, _ in BLOCKS)
    assert all(isinstance(getattr(attributes, attribute), re.Pattern) for attribute in ATTRIBUTES)
    assert "table" in blocks and "prettify" in renderer.treeprocessors
    assert all(name in renderer.preprocessors for name, _, _ in LINES)
    assert hasattr(InlineProcessor, "_InlineProcessor__handleInline")
    assert hasattr(InlineProcessor, "_InlineProcessor__applyPattern")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs").glob("*/*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_real_pages(parsers: tuple[Parser, Parser], path: Path) -> None:
    """Every real page is seen in the same way."""
    source = Source(path.parent.name, path.name, str(path), path.read_text("utf-8"))
    assert parsers[0].parse(source) == parsers[1].parse(source)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_arbitrary_pages(parsers: tuple[Parser, Parser], pieces: list[str]) -> None:
    """Any page is seen in the same way."""
    source = Source("en", "p.md", "p.md", "# T { #t }\n\n" + "".join(pieces))
    assert parsers[0].parse(source) == parsers[1].parse(source)


PLAIN_CASES = [
    ("a b", True),
    ("a\nb", True),
    ("a  \nb", False),
    ("a *b*", False),
    ("[b]", False),
    ("a\\", False),
    ("", True),
]


@pytest.mark.parametrize(("text", "plain"), PLAIN_CASES)
def test_plain_texts(text: str, plain: bool) -> None:
    """A text is plain if no pattern can find anything in it."""
    assert bool(PLAIN.fullmatch(text)) is plain
