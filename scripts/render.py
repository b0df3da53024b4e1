"""Renders each language with MkDocs, side by side."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from scripts import config as site

PR_SET_PDEATHSIG = 1
"""From linux/prctl.h, see prctl(2)."""


def render(root: Path, stage: Path, codes: Iterable[str]) -> list[str]:
    """Render every language of `codes` into its own folder of `stage`; the complaints, none if all went well."""
    jobs = [(root, stage / code, code) for code in codes]
    # Forking after the imports saves their time in every process.
    context = get_context("fork" if hasattr(os, "fork") else None)
    workers = min(len(jobs), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_die_with_parent) as pool:
        try:
            return [complaint for complaints in pool.map(_render, jobs) for complaint in complaints]
        except BrokenProcessPool as error:
            raise site.SiteError(f"a render was killed: {error}") from error


def _die_with_parent() -> None:
    """Leave no worker behind that holds the lock of a killed build; where Linux is not, nothing can be done."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _render(job: tuple[Path, Path, str]) -> list[str]:
    root, target, code = job
    # The languages have been compared already, and mkdocs.yml stays with MkDocs 1 on purpose.
    os.environ.update(SITE_LANGUAGE=code, SITE_CHECKED="1", NO_MKDOCS_2_WARNING="1")
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = site.load(root, site_dir=str(target))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, site.SiteError, SystemExit) as error:
        return [f"{code}: {complaint}" for complaint in warnings.texts or [str(error)]]
    except Exception as error:  # a template, a hook or a plugin can raise anything
        return [f"{code}: {type(error).__name__}: {error}"]
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
