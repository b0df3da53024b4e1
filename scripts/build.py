"""`python -m scripts.build`: from the sources to a finished site, or to a reason and the old site untouched."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts import config as site
from scripts.assemble import assemble
from scripts.parity import report
from scripts.parity.gate import check
from scripts.render import render
from scripts.swap import expect_folder, staging, swap
from scripts.verify import verify

ROOT = Path(__file__).resolve().parents[1]


Finish = Callable[[MkDocsConfig, Path], None]
"""Adds to a site, in a folder, what is not needed every time."""


def build(root: Path, finish: Finish | None = None) -> list[str]:
    """Build the site of the repository at `root` into its `site/`; what is wrong, empty if it was built.

    Raises SiteError where the build could not be tried.
    """
    expect_folder(root / "site")
    if findings := check(root):
        return [report.text(findings)]
    config = site.load(root)
    address = site.root_url(config)
    languages = site.languages(config)
    codes = [language.code for language in languages]
    with staging(root) as stage:
        if complaints := render(root, stage, codes):
            return complaints
        assemble(config, languages, stage)
        if finish:
            finish(config, stage)
        if faults := verify(stage, address, codes):
            return faults
        swap(stage, root / "site")
    return []


def main(root: Path = ROOT, finish: Finish | None = None) -> int:
    """The exit code: 0 built, 1 something to mend in the pages, 2 could not run."""
    start = time.monotonic()
    try:
        problems = build(root, finish)
    except (site.SiteError, OSError) as error:
        print(f"build: {error}", file=sys.stderr)
        return 2
    if problems:
        print("\n".join(problems), file=sys.stderr)
        print("build: nothing was changed; mend the above and build again", file=sys.stderr)
        return 1
    print(f"build: site/ is ready ({time.monotonic() - start:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
