"""MkDocs hook: refuses to render languages that are not equal, so that plain `mkdocs build` is safe as well.

While one language is previewed, its findings are only shown: whoever is writing knows that it is not finished.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from scripts import config as site
from scripts.config import SiteError
from scripts.parity import report
from scripts.parity.gate import check

_previewing = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a preview."""
    del dirty
    global _previewing
    _previewing = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop MkDocs with the list of findings, if there are any and `scripts.build` has not looked already."""
    if os.environ.get("SITE_CHECKED"):
        return
    root = Path(config.config_file_path).parent
    try:
        findings = check(root)
    except SiteError as error:
        raise PluginError(str(error)) from error
    if _previewing:
        code = site.current_language(config)
        own = [finding for finding in findings if report.concerns(finding, code)]
        print(report.text(own) or f"preview: no findings in {code}", file=sys.stderr)
    elif findings:
        raise PluginError("The languages are not equal:\n" + report.text(findings))
