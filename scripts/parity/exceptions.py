"""Exceptions that a page makes for itself, each with its reason: `<!-- parity: allow RULE "text": reason -->`."""

from __future__ import annotations

from collections.abc import Container, Iterable

from scripts.parity.model import Finding, Page, Rule

UNUSED_EXCEPTION = Rule(
    "unused-exception",
    "A page makes an exception that nothing needs, for instance because the fault has been mended; "
    "left in place it would hide the next one.",
    '<!-- parity: allow changed-number "2024": Indian financial year -->, but no such finding',
    "no exception",
)
WRONG_EXCEPTION = Rule(
    "wrong-exception",
    "An exception cannot be read; it needs a rule, a part of the message in straight quotation marks, and a reason.",
    "<!-- parity: allow 2024 -->",
    '<!-- parity: allow changed-number "2024": Indian financial year -->',
)


def apply(findings: Iterable[Finding], pages: Iterable[Page], rules: Container[str]) -> list[Finding]:
    """The findings that no page has made an exception for, and those about the exceptions themselves.

    `rules` are the names of the rules there are.
    """
    left = list(findings)
    unused: list[Finding] = []
    for page in pages:
        for allowance in page.allowances:
            if allowance.rule is None:
                message = 'exception must read <!-- parity: allow RULE "text": reason -->'
                left.append(Finding(page.path, allowance.line, WRONG_EXCEPTION, message))
                continue
            if allowance.rule not in rules:
                message = f"exception from {allowance.rule}: there is no such rule; copy its name from the finding"
                left.append(Finding(page.path, allowance.line, WRONG_EXCEPTION, message))
                continue
            allowed = [
                finding
                for finding in left
                if finding.path == page.path
                and finding.rule.name == allowance.rule
                and allowance.text in finding.message
            ]
            left = [finding for finding in left if finding not in allowed]
            if not allowed:
                message = f"exception from {allowance.rule} for “{allowance.text}” is not needed; remove it"
                unused.append(Finding(page.path, allowance.line, UNUSED_EXCEPTION, message))
    # Another fault of the page may hide what the exception is for, so that comes first.
    faulty = {finding.path for finding in left}
    return [*left, *(finding for finding in unused if finding.path not in faulty)]
