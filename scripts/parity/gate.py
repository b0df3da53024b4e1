"""The whole check: look at each page, compare the languages as a site and with its ledger, apply the exceptions."""

from __future__ import annotations

from pathlib import Path

from scripts.links import rules
from scripts.links.current import current
from scripts.links.ledger import Ledger
from scripts.links.ledger import path as ledger_path
from scripts.links.read import read as read_ledger
from scripts.parity import exceptions, faults, interface, metadata, notes
from scripts.parity.compare import compare
from scripts.parity.counted import CHANGED_LINK
from scripts.parity.explain import RULES
from scripts.parity.frontmatter import FRONT_MATTER
from scripts.parity.links import BROKEN_LINK
from scripts.parity.model import Finding
from scripts.parity.survey import Survey, survey


def check(root: Path) -> list[Finding]:
    """Everything that is wrong with the sources of the repository at `root`, sorted by path and line.

    Raises SiteError where the check itself cannot be done.
    """
    sources = survey(root)
    reference, *translations = sources.editions
    findings = list(sources.findings)
    changed = {(finding.path, finding.line) for finding in findings if finding.rule == CHANGED_LINK}
    findings.extend(
        finding
        for finding in compare(reference, translations)
        if finding.rule != BROKEN_LINK or (finding.path, finding.line) not in changed
    )
    found = {(finding.path, finding.line) for finding in findings}
    unread = {finding.path for finding in findings if finding.rule == FRONT_MATTER}
    for edition in sources.editions:
        unequal = notes.findings(edition)
        findings.extend(finding for finding in unequal if (finding.path, finding.line) not in found)
        described = metadata.findings(edition, reference, sources.identifier)
        findings.extend(finding for finding in described if finding.path not in unread)
    findings.extend(metadata.sites(root, sources.languages, sources.identifier))
    findings.extend(metadata.navigation(root, sources.nav, reference))
    findings.extend(interface.findings(root, sources.docs, sources.codes, sources.identifier))
    findings.extend(published(root, sources)[1])
    pages = [page for edition in sources.editions for page in edition.pages.values()]
    return sorted(exceptions.apply(faults.causes(findings), pages, RULES))


def published(root: Path, sources: Survey) -> tuple[Ledger, list[Finding]]:
    """The ledger of links, and what is wrong with it; it is compared with `sources` once it can be read."""
    ledger, faults = read_ledger(root, sources.docs, sources.codes)
    name = ledger_path(sources.docs).relative_to(root).as_posix()
    return ledger, faults or rules.compare(ledger, name, current(sources.editions))
