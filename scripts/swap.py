"""Puts a finished site in the place of the old one, in one step and for good."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.config import SiteError

STAGE = ".build"
"""Folder in the repository where a site grows; it must be on the same file system as the site."""
AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""From linux/fcntl.h and linux/fs.h, see renameat2(2)."""


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """An empty folder for a new site, removed in the end; what an earlier, killed build left there is removed first.

    Raises SiteError while another build of the same repository is running.
    """
    folder = root / STAGE
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the system frees it even after kill -9
        except OSError as error:
            raise SiteError(f"another build is running in {root}; wait for it, or stop it") from error
        stage = folder / "site"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir()
        try:
            yield stage
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def swap(stage: Path, site: Path) -> None:
    """Exchange `stage` and `site`: whoever looks finds the old site or the new one, whole.

    Where the system cannot exchange two folders, two renames do it, with a moment between them
    in which there is no site; a build killed in that moment leaves the old site beside the new one.

    Raises SiteError as `expect_folder` does.
    """
    expect_folder(site)
    if not site.exists():
        stage.rename(site)
    elif not _exchange(stage, site):
        old = stage.with_name("old")
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        stage.rename(site)
        shutil.rmtree(old)


def expect_folder(site: Path) -> None:
    """Raise SiteError where something else stands in the place of the site."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise SiteError(f"{site} is not a folder; remove it, so that the site can take its place")


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):  # not Linux
        return False
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)
