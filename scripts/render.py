"""Renders each language with MkDocs, side by side."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from scripts import config as site


def render(root: Path, stage: Path, codes: Iterable[str]) -> list[str]:
    """Render every language of `codes` into its own folder of `stage`; the complaints, none if all went well."""
    jobs = [(root, stage / code, code) for code in codes]
    # Forking after the imports saves their time in every process.
    context = get_context("fork" if hasattr(os, "fork") else None)
    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), mp_context=context) as pool:
        return [complaint for complaints in pool.map(_render, jobs) for complaint in complaints]


def _render(job: tuple[Path, Path, str]) -> list[str]:
    root, target, code = job
    os.environ["SITE_LANGUAGE"] = code
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        # The languages have been compared already, so only the localizing hook is needed.
        config = site.load(root, site_dir=str(target), hooks=["scripts/hooks/localize.py"])
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, TemplateError, site.SiteError, SystemExit) as error:
        return [f"{code}: {complaint}" for complaint in warnings.texts or [str(error)]]
    finally:
        logger.removeHandler(warnings)
    return []


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains about; strict mode fails on it, but does not say it in the error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())
