"""Prints findings: for people, for GitHub's annotations, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from scripts.parity.model import Finding


def concerns(finding: Finding, language: str | None = None, page: str | None = None) -> bool:
    """Whether `finding` is about `language`, such as `hi`, and about `page`, such as `bpo` or `bpo.md`; None is any."""
    folder, _, key = finding.path.removeprefix("docs/").partition("/")
    of_language = language in (None, folder) or finding.path.endswith(f"/{language}.yml")
    return of_language and (page is None or key.removesuffix(".md") == page.removesuffix(".md"))


def text(findings: Sequence[Finding]) -> str:
    """One line a finding, `path:line: message [rule]`."""
    return "\n".join(map(str, findings))


def github(findings: Sequence[Finding]) -> str:
    """One workflow command a finding, which GitHub shows beside the line.

    Escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(
        f"::error file={_property(finding.path)},line={finding.line},title={finding.rule}::{_data(finding.message)}"
        for finding in findings
    )


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON list of objects with `path`, `line`, `rule`, `message`, `reference`, `expected` and `found`."""
    entries = [{**asdict(finding), "rule": finding.rule.name} for finding in findings]
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS = {"text": text, "github": github, "json": as_json}


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
