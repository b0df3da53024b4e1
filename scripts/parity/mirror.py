"""Where all translations agree against the English page, that is at fault and gets the one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scripts.parity.blocks import EXTRA_BLOCK, MISSING_BLOCK
from scripts.parity.counted import CHANGED_CODE, CHANGED_IMAGE, CHANGED_LINK, CHANGED_NOTE
from scripts.parity.differences import CHANGED_ID, EXTRA_SECTION, MISSING_SECTION, SECTION_LEVEL, SECTION_ORDER
from scripts.parity.endings import CUT_TEXT
from scripts.parity.model import Finding, Page, Rule
from scripts.parity.numbers import CHANGED_NUMBER
from scripts.parity.units import CHANGED_UNIT

CHANGED: Mapping[Rule, str] = {
    CHANGED_ID: "the id is",
    SECTION_LEVEL: "the section is",
    SECTION_ORDER: "sections stand in the order",
    CHANGED_LINK: "the link is to",
    CHANGED_NOTE: "the footnote is",
    CHANGED_CODE: "the code is",
    CHANGED_IMAGE: "the picture is",
    CHANGED_NUMBER: "the number is",
    CHANGED_UNIT: "the number counts",
    CUT_TEXT: "the text ends like",
}
"""What English has instead of what all translations have, in words."""
LOST: Mapping[Rule, Rule] = {EXTRA_SECTION: MISSING_SECTION, EXTRA_BLOCK: MISSING_BLOCK}
"""What English lacks if all translations have something more."""


def agreed(model: Page, found: Mapping[str, Sequence[Finding]], languages: int) -> Iterator[Finding]:
    """The findings about each translation of `model`, by path; one about `model` for those that are about each.

    What is missing everywhere stays a finding about each translation: it has been added to English, and is still
    to be translated. `languages` is the number of translations there should be.
    """
    cases: dict[tuple[Rule, str, str, str], list[Finding]] = defaultdict(list)
    for findings in found.values():
        for finding in findings:
            cases[finding.rule, finding.reference, finding.expected, finding.found].append(finding)
    for (rule, _, expected, actual), findings in cases.items():
        everywhere = len({finding.path for finding in findings}) == len(found) == languages > 1
        if everywhere and actual and rule in LOST:
            yield from _lost(model, LOST[rule], findings)
        elif everywhere and expected and actual and rule in CHANGED:
            yield from _changed(model, findings)
        else:
            yield from findings


def _changed(model: Page, findings: Sequence[Finding]) -> Iterator[Finding]:
    one = findings[0]
    message = (
        f"{CHANGED[one.rule]} {one.expected}, but all translations have {one.found}, such as {one.path}:{one.line}; "
        "correct it, or change the translations"
    )
    line = int(one.reference.rpartition(":")[2] or 1)
    yield Finding(model.path, line, one.rule, message, f"{one.path}:{one.line}", one.found, one.expected)


def _lost(model: Page, rule: Rule, findings: Sequence[Finding]) -> Iterator[Finding]:
    one = findings[0]
    message = f"{one.found} is missing, though all translations have it, such as {one.path}:{one.line}"
    line = int(one.reference.rpartition(":")[2] or 1)
    yield Finding(model.path, line, rule, message, f"{one.path}:{one.line}", one.found)
