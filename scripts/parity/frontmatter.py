"""Reads the front matter of a page: the lines of YAML between two lines `---` at its top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml
from mkdocs.utils.meta import YAML_RE

from scripts import data
from scripts.parity.model import Finding, Rule, Source

FRONT_MATTER = Rule(
    "front-matter",
    "The front matter, the lines between `---` at the top of a page, cannot be read, "
    "so the page has no description and readers would see the lines as text.",
    "---\ndescription: BPO: what it is\n---",
    '---\ndescription: "BPO: what it is"\n---',
)
UNKNOWN_KEY = Rule(
    "unknown-key",
    "The front matter has a key that means nothing here, for instance a misspelled one.",
    '---\ndescripton: "What BPO means."\n---',
    '---\ndescription: "What BPO means."\n---',
)

KEYS = frozenset({"description"})
"""What front matter may have."""


class _WrongError(Exception):
    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def split(source: Source) -> tuple[dict[str, object], str, list[Finding]]:
    """The front matter of `source`, the text under it, and what is wrong with the front matter."""
    match = YAML_RE.match(source.text)
    body = source.text[match.end() :] if match else source.text
    if match is None and not source.text.startswith("---"):
        return {}, body, []
    try:
        content = _content(match.group(1) if match else None)
    except _WrongError as fault:
        return {}, body, [Finding(source.path, fault.line, FRONT_MATTER, str(fault))]
    return content, body, list(_unknown(source, content))


def _content(text: str | None) -> dict[str, object]:
    if text is None:
        raise _WrongError("front matter is not closed; end it with a line ---")
    try:
        content = data.parse(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        message = f"front matter is not YAML: {error.problem}; put texts with a colon in quotation marks"
        raise _WrongError(message, line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _WrongError(f"front matter is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise _WrongError("front matter must be lines of the form `key: value`")
    return content


def _unknown(source: Source, content: Mapping[str, object]) -> Iterator[Finding]:
    lines = source.text.split("\n")
    for key in content.keys() - KEYS:
        line = next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
        message = f"front matter has the key {key}; known is {', '.join(sorted(KEYS))}"
        yield Finding(source.path, line, UNKNOWN_KEY, message, found=str(key))
