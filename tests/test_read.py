"""Reading: pages as MkDocs would find them."""

from __future__ import annotations

from pathlib import Path

from scripts.parity.model import Source
from scripts.parity.read import read
from tests.helpers import write


def test_what_is_a_page(tmp_path: Path) -> None:
    """Markdown files at any depth are pages, in the order of their keys; hidden and other files are not."""
    write(tmp_path, {f"docs/en/{name}": "x" for name in ("b.md", "a/c.md", "picture.svg", ".hidden.md", ".git/d.md")})
    found = list(read(tmp_path, tmp_path / "docs/en", "en"))
    assert [entry.key for entry in found] == ["a/c.md", "b.md"]
    assert [entry.path for entry in found if isinstance(entry, Source)] == ["docs/en/a/c.md", "docs/en/b.md"]


def test_line_endings_and_byte_order_marks(tmp_path: Path) -> None:
    """A byte order mark is not part of the text, and line endings are those of MkDocs."""
    write(tmp_path, {"docs/en/a.md": b"\xef\xbb\xbf# A\r\nB\rC"})
    assert [entry.text for entry in read(tmp_path, tmp_path / "docs/en", "en") if isinstance(entry, Source)] == [
        "# A\nB\nC"
    ]
