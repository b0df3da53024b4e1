"""`python -m scripts.parity`: check the sources, print the findings; exit 0 (none), 1 (some) or 2 (could not run)."""

from __future__ import annotations

import argparse
import gc
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import config as site
from scripts.config import SiteError
from scripts.parity import explain, report
from scripts.parity.gate import check


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; findings go to stdout, the reason for a 2 to stderr."""
    arguments = _arguments(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name or text may have what the terminal has not
    if arguments.explain:
        print(explain.explain(explain.RULES[arguments.explain]))
        return 0
    try:
        findings = check(arguments.root.resolve())
    except SiteError as error:
        print(f"parity: {error}", file=sys.stderr)
        return 2
    if unknown := _unknown(arguments):
        print(f"parity: {unknown}", file=sys.stderr)
        return 2
    findings = [finding for finding in findings if report.concerns(finding, arguments.language, arguments.page)]
    if findings or arguments.format == "json":
        print(report.FORMATS[arguments.format](findings))
    if findings:
        print(f"parity: {len(findings)} finding(s); --explain RULE tells more about one", file=sys.stderr)
    else:
        print("parity: no findings", file=sys.stderr)
    return 1 if findings else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.parity", description="Compare the languages of the site.")
    parser.add_argument("--root", type=Path, default=Path(), help="repository to check (default: this folder)")
    parser.add_argument("--format", choices=report.FORMATS, default="text", help="how findings are printed")
    parser.add_argument("--language", metavar="CODE", help="only findings about this language, such as hi")
    parser.add_argument("--page", metavar="PAGE", help="only findings about this page, such as bpo or bpo.md")
    parser.add_argument("--explain", metavar="RULE", choices=explain.RULES, help="tell what a rule means, and end")
    return parser.parse_args(argv)


def _unknown(arguments: argparse.Namespace) -> str:
    """What is wrong with the language or the page asked for, empty if nothing is."""
    config = site.load(arguments.root.resolve())
    codes = [language.code for language in site.languages(config)]
    if arguments.language not in (None, *codes):
        return f"--language {arguments.language}: the languages are {', '.join(codes)}"
    if arguments.page is not None:
        key = f"{arguments.page.removesuffix('.md')}.md"
        if not any((Path(config.docs_dir) / code / key).exists() for code in codes):
            return f"--page {arguments.page}: no language has a page {key}"
    return ""


if __name__ == "__main__":
    gc.disable()  # trees are made and dropped by the thousand, but not in circles: 5,000 pages take no more memory
    sys.exit(main())
