"""`python -m scripts.links`: what a change means for those who link to the site; `--add` publishes new sections.

Exit code: 0 if every link keeps leading somewhere, 1 if something must be mended or added first, 2 if it could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from scripts.config import SiteError
from scripts.links import add
from scripts.links.current import Current, current
from scripts.links.ledger import Ledger, Section, chain, path
from scripts.links.read import BROKEN_LEDGER, parse
from scripts.links.rules import UNLISTED_SECTION
from scripts.parity import gate
from scripts.parity.model import Finding
from scripts.parity.survey import Survey, survey


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; what there is to tell goes to stdout, the reason for a 2 to stderr."""
    arguments = _arguments(argv)
    root = arguments.root.resolve()
    try:
        return _run(root, survey(root), arguments.date if arguments.add else None)
    except (SiteError, OSError) as error:
        print(f"links: {error}", file=sys.stderr)
        return 2


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.links", description="Tell what happens to links.")
    parser.add_argument("--root", type=Path, default=Path(), help="repository to look at (default: this folder)")
    parser.add_argument("--add", action="store_true", help="write new sections into the ledger")
    parser.add_argument("--date", type=date.fromisoformat, default=date.today(), help="their date (default: today)")
    return parser.parse_args(argv)


def _run(root: Path, sources: Survey, today: date | None) -> int:
    there = current(sources.editions)
    ledger, findings = gate.published(root, sources)
    if today is not None:
        added = _add(path(sources.docs), ledger, findings, there, today)
        print("\n".join(f"added    {key}#{id_}" for key, id_ in added) or "nothing to add")
        ledger, findings = gate.published(root, sources)
    print("\n".join(_lines(ledger, there, findings)))
    return 1 if findings else 0


def _add(
    file: Path, ledger: Ledger, findings: Sequence[Finding], there: Current, today: date
) -> Sequence[tuple[str, str]]:
    text = file.read_text(encoding="utf-8") if file.exists() else None
    broken = [finding for finding in findings if finding.rule == BROKEN_LEDGER]
    if broken and text is not None:
        raise SiteError(f"nothing was added; first mend {broken[0]}")
    added = add.new(ledger, there)
    result = add.extended(text, added, there, today)
    if {*parse(result, file.name, ())[0].sections} != {*ledger.sections, *(id_ for _, id_ in added)}:
        raise SiteError(f"{file}: nothing was added; `sections:` must be the last table, with each entry on its lines")
    if added or text is None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(result, encoding="utf-8")
    return added


def _lines(ledger: Ledger, there: Current, findings: Sequence[Finding]) -> Iterator[str]:
    """What people who link have to know, and what breaks their links."""
    for key, id_ in add.new(ledger, there):
        yield f"new      {key}#{id_}"
    for section in ledger.sections.values():
        yield from _way(section, ledger)
    for key, page in ledger.pages.items():
        yield f"removed  {key}" if page.moved is None else f"moved    {key} -> {ledger.page_now(key)}"
    for finding in findings:
        if finding.rule != UNLISTED_SECTION:
            yield f"breaks   {finding}"
    breaking = sum(finding.rule != UNLISTED_SECTION for finding in findings)
    new = len(add.new(ledger, there))
    hint = "; `make links ADD=1` adds what is new" if new else ""
    yield f"links: {len(ledger.sections)} published, {new} new, {breaking} would break{hint}"


def _way(section: Section, ledger: Ledger) -> Iterator[str]:
    """What became of a section that is not where it was first."""
    old = f"{section.page}#{section.id}"
    if section.removed is not None:
        yield f"removed  {old}"
    elif section.moved is not None:
        end = ledger.sections.get(chain(ledger.sections, section.id)[-1])
        yield f"moved    {old} -> {f'{ledger.page_now(end.page)}#{end.id}' if end else f'#{section.moved}'}"
    else:
        yield from (
            f"moved    {key}#{section.id} -> {ledger.page_now(section.page)}#{section.id}" for key in section.was
        )


if __name__ == "__main__":
    sys.exit(main())
