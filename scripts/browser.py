"""`python -m scripts.browser`: makes sure there is a Chromium, and fonts for all five scripts, for tests and handouts.

Installs them from Debian's packages, or else with Playwright's installer, where none is found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fontconfig", "fonts-noto-core")
HELP = "install Chromium and the Noto fonts, or set BROWSER_PATH to a Chromium"


def find() -> str | None:
    """The path of a Chromium, None if there is none."""
    if path := os.environ.get("BROWSER_PATH"):
        return path if Path(path).is_file() else None
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def has_devanagari() -> bool:
    """Whether Hindi can be shown; without its font every letter would be a box."""
    listing = shutil.which("fc-list")
    if listing is None:
        return sys.platform == "darwin"  # has the fonts, but not the command
    return bool(subprocess.run([listing, ":lang=hi"], capture_output=True, text=True, check=False).stdout.strip())


def install() -> None:
    """Install what is missing with the means of this system."""
    if shutil.which("apt-get"):
        if os.geteuid() and not shutil.which("sudo"):
            return
        sudo = ["sudo", "-n"] if os.geteuid() else []
        subprocess.run([*sudo, "apt-get", "update", "--quiet"], check=False)
        command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *PACKAGES]
        subprocess.run([*sudo, *command], check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """The exit code: 0 if the tests have what they need, 2 if not."""
    if not (find() and has_devanagari()):
        install()
    if path := find():
        print(f"browser: {path}")
    else:
        print(f"browser: none found; {HELP}", file=sys.stderr)
    if not has_devanagari():
        print(f"browser: no font for Devanagari; {HELP}", file=sys.stderr)
    return 0 if path and has_devanagari() else 2


if __name__ == "__main__":
    sys.exit(main())
