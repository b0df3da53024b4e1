"""`python -m scripts.parity`: check the sources, print the findings; exit 0 (none), 1 (some) or 2 (could not run)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.config import SiteError
from scripts.parity import check, report


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; findings go to stdout, the reason for a 2 to stderr."""
    parser = argparse.ArgumentParser(prog="python -m scripts.parity", description="Compare the languages of the site.")
    parser.add_argument("--root", type=Path, default=Path(), help="repository to check (default: this folder)")
    parser.add_argument("--format", choices=report.FORMATS, default="text", help="how findings are printed")
    arguments = parser.parse_args(argv)
    try:
        findings = check(arguments.root.resolve())
    except SiteError as error:
        print(f"parity: {error}", file=sys.stderr)
        return 2
    if findings or arguments.format == "json":
        print(report.FORMATS[arguments.format](findings))
    if findings:
        print(f"parity: {len(findings)} finding(s)", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
