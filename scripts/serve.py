"""`python -m scripts.serve`: builds the site, serves it, and builds it again whenever a source changes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from scripts.build import ROOT

HOST = "127.0.0.1"
PORT = 8000
SOURCES = ("docs", "overrides", "scripts", "mkdocs.yml")
QUIET = 0.3
"""Seconds without a further change before building: editors save in several steps."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a site that lives under `prefix`, with the 404 page of the language that was asked for."""

    def __init__(self, *args: object, directory: str, prefix: str) -> None:
        self.prefix = prefix
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file for a request; one that does not exist for a request outside the site."""
        if not path.startswith(self.prefix) or "%00" in path:
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page where something is not found."""
        page = self._not_found() if code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _not_found(self) -> Path | None:
        """The 404 page nearest to the address, as static hosts choose it."""
        folder = Path(self.directory)
        first = unquote(urlsplit(self.path).path).removeprefix(self.prefix).split("/")[0]
        nearest = folder / first.replace("..", "") / "404.html"  # never look outside the site
        return next((page for page in (nearest, folder / "404.html") if page.is_file()), None)

    def end_headers(self) -> None:
        """Make the browser ask again each time, so that a rebuilt page shows at once."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: str) -> None:  # type: ignore[override]
        """Show no folders; static hosts do not, either."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the name is http.server's
        """Keep quiet; the terminal is for what the builds say."""


def server(site: Path, port: int, prefix: str = "/") -> ThreadingHTTPServer:
    """A server for the finished site in `site`, not yet running; port 0 takes any free one."""
    return ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(site), prefix=prefix))


class _Changes(FileSystemEventHandler):
    def __init__(self) -> None:
        self.seen = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"created", "modified", "moved", "deleted"} and "__pycache__" not in str(event.src_path):
            self.seen.set()


def _watch(root: Path, changes: _Changes) -> None:
    observer = Observer()
    for name in SOURCES:
        if (root / name).is_dir():
            observer.schedule(changes, str(root / name), recursive=True)
    observer.schedule(changes, str(root / "mkdocs.yml"))
    observer.daemon = True
    observer.start()


def main(root: Path = ROOT) -> int:
    """The exit code: 0 after Ctrl-C, 2 if the site cannot be served."""
    try:
        port = int(os.environ.get("PORT") or PORT)
        address = os.environ.setdefault("SITE_URL", f"http://{HOST}:{port}/")
        prefix = urlsplit(address).path.rstrip("/") + "/"
        httpd = server(root / "site", port, prefix)
    except ValueError:
        print(f"serve: PORT={os.environ['PORT']} is not a number", file=sys.stderr)
        return 2
    except (OSError, OverflowError) as error:
        print(f"serve: port {port} of {HOST}: {error}; choose another with PORT=", file=sys.stderr)
        return 2
    changes = _Changes()
    try:
        _watch(root, changes)
        if _build(root) and not (root / "site").is_dir():
            return 2
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        print(f"serve: http://{HOST}:{httpd.server_port}{prefix} (Ctrl-C ends)", flush=True)
        while changes.seen.wait():
            while changes.seen.is_set():
                changes.seen.clear()
                time.sleep(QUIET)
            _build(root)
    except KeyboardInterrupt:
        print()
    return 0


def _build(root: Path) -> int:
    """Build in a process of its own, so that changed code is used as well."""
    return subprocess.run([sys.executable, "-m", "scripts.build"], cwd=root, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
