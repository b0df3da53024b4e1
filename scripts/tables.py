"""Tables that stay readable on a narrow screen.

Each cell learns the heading of its column, and the first cell of a row becomes the heading of the row.
The stylesheet then shows a row as a card where columns do not fit.
The roles keep a table a table for screen readers, although `display` changes.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class TableExtension(Extension):
    """Adds the cards to the renderer."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the name is Markdown's
        """Run after inline markup, so that headings are read as they will be shown."""
        md.treeprocessors.register(_Tables(md), "site-tables", 4)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            _label(table)


def _label(table: Element) -> None:
    headings = ["".join(cell.itertext()).strip() for cell in table.iterfind("thead/tr/th")]
    table.set("role", "table")
    table.set("data-columns", str(len(headings)))
    for part in table:
        part.set("role", "rowgroup")
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
        cell.set("role", "columnheader")
    for row in table.iter("tr"):
        row.set("role", "row")
    for row in table.iterfind("tbody/tr"):
        for number, (cell, heading) in enumerate(zip(row, headings, strict=False)):
            if number == 0:
                cell.tag = "th"
                cell.set("scope", "row")
            cell.set("role", "rowheader" if number == 0 else "cell")
            if heading and number:
                cell.set("data-label", heading)
