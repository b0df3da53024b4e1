"""Exceptions that a page makes for itself, each with its reason: `<!-- parity: allow RULE "text": reason -->`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from itertools import chain

from scripts.parity.model import Allowance, Finding, Page, Rule

UNUSED_EXCEPTION = Rule(
    "unused-exception",
    "A page makes an exception that nothing needs, for instance because the fault has been mended; "
    "left in place it would hide the next one.",
    '<!-- parity: allow changed-number "2024": Indian financial year -->, but no such finding',
    "no exception",
)
WRONG_EXCEPTION = Rule(
    "wrong-exception",
    "An exception cannot be read, or covers different findings; it needs a rule, a part of the message that only one "
    "finding has, in straight quotation marks, and a reason.",
    "<!-- parity: allow 2024 -->",
    '<!-- parity: allow changed-number "2024": Indian financial year -->',
)


def apply(findings: Iterable[Finding], pages: Iterable[Page], rules: Container[str]) -> list[Finding]:
    """The findings that no page has made an exception for, and those about the exceptions themselves.

    `rules` are the names of the rules there are.
    """
    left: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        left[finding.path].append(finding)
    unused: list[Finding] = []
    for page in pages:
        for allowance in page.allowances:
            here = left[page.path]
            if allowance.rule is None:
                message = 'exception must read <!-- parity: allow RULE "text": reason -->'
                here.append(Finding(page.path, allowance.line, WRONG_EXCEPTION, message))
                continue
            if allowance.rule not in rules:
                message = f"exception from {allowance.rule}: there is no such rule; copy its name from the finding"
                here.append(Finding(page.path, allowance.line, WRONG_EXCEPTION, message))
                continue
            covered = [one for one in here if _covers(allowance, one)]
            if len({(one.expected, one.found) for one in covered}) > 1:
                message = (
                    f"exception for “{allowance.text}” covers different findings; quote more of the message of one"
                )
                here.append(Finding(page.path, allowance.line, WRONG_EXCEPTION, message))
                continue
            left[page.path] = [one for one in here if one not in covered]
            if not covered:
                message = f"exception from {allowance.rule} for “{allowance.text}” is not needed; remove it"
                unused.append(Finding(page.path, allowance.line, UNUSED_EXCEPTION, message))
    # Another fault of the page may hide what the exception is for, so that comes first.
    needless = [finding for finding in unused if not left[finding.path]]
    return [*chain.from_iterable(left.values()), *needless]


def excused(finding: Finding, page: Page) -> bool:
    """Whether `page`, where `finding` is, makes an exception for it."""
    return any(_covers(allowance, finding) for allowance in page.allowances)


def _covers(allowance: Allowance, finding: Finding) -> bool:
    return finding.rule.name == allowance.rule and allowance.text in finding.message
