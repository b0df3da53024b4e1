"""MkDocs hook: refuses to render languages that are not equal, so that plain `mkdocs build` is safe as well."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # plain `mkdocs` does not look here

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from scripts.config import SiteError
from scripts.parity import report
from scripts.parity.gate import check


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop MkDocs with the list of findings, if there are any and `scripts.build` has not looked already."""
    if os.environ.get("SITE_CHECKED"):
        return
    try:
        findings = check(Path(config.config_file_path).parent)
    except SiteError as error:
        raise PluginError(str(error)) from error
    if findings:
        raise PluginError("The languages are not equal:\n" + report.text(findings))
