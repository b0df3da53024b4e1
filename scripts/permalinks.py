"""Permalinks that say where they lead: each has the title of its section in its accessible name.

MkDocs' own are all called “#”, with the same tooltip; a `{}` in the tooltip becomes the title of the section.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class PermalinkExtension(Extension):
    """Names the permalinks of the renderer's table of contents."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the name is Markdown's
        """Run after the table of contents (5), which makes the permalinks."""
        md.treeprocessors.register(_Permalinks(md), "site-permalinks", 2)


class _Permalinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for heading in root.iter():
            for link in heading.findall("a[@class='headerlink']"):
                title = "".join(heading.itertext()).removesuffix("".join(link.itertext())).strip()
                name = link.get("title", "").replace("{}", title)
                link.attrib.update({"title": name, "aria-label": name})
