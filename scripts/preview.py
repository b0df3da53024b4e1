"""`python -m scripts.preview LANGUAGE`: one language at the root of a server, rebuilt and reloaded as it is written."""

from __future__ import annotations

import logging
import os
import socket
import sys
from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from scripts import config as site
from scripts.build import ROOT
from scripts.serve import HOST, PORT


def main(language: str, root: Path = ROOT) -> int:
    """The exit code: 0 after Ctrl-C, 2 if the language cannot be shown."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.basicConfig(level=logging.INFO, format="preview: %(message)s")
    try:
        codes = [known.code for known in site.languages(site.load(root))]
        if language not in codes:
            raise site.SiteError(f"LANGUAGE={language}: the languages are {', '.join(codes)}")
        os.environ["SITE_LANGUAGE"] = language
        serve(str(root / "mkdocs.yml"), dev_addr=f"{HOST}:{_free_port()}", strict=False)
    except (site.SiteError, MkDocsException) as error:
        print(f"preview: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print()
    return 0


def _free_port() -> int:
    """The port asked for, if nobody listens there; MkDocs would end with a traceback, or share it."""
    asked = os.environ.get("PORT") or str(PORT)
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, int(asked)))
    except (OSError, OverflowError, ValueError) as error:
        raise site.SiteError(f"port {asked} of {HOST}: {error}; choose another with PORT=") from error
    return int(asked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
