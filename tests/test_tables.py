"""Tables: each cell knows its column, each row its heading, and a table stays one for screen readers."""

from __future__ import annotations

from markdown import markdown

from scripts.tables import TableExtension

TABLE = """\
| | BPO | Call **center** |
|---|---|---|
| Work | Any | Calls |
"""

HTML = """\
<table data-columns="3" role="table">
<thead role="rowgroup">
<tr role="row">
<th role="columnheader" scope="col"></th>
<th role="columnheader" scope="col">BPO</th>
<th role="columnheader" scope="col">Call <strong>center</strong></th>
</tr>
</thead>
<tbody role="rowgroup">
<tr role="row">
<th role="rowheader" scope="row">Work</th>
<td data-label="BPO" role="cell">Any</td>
<td data-label="Call center" role="cell">Calls</td>
</tr>
</tbody>
</table>"""


def test_table() -> None:
    """The whole of a small table."""
    html = markdown(TABLE, extensions=["tables", TableExtension()])
    assert _sorted_attributes(html) == HTML


def _sorted_attributes(html: str) -> str:
    lines = []
    for line in html.split("\n"):
        tag, mark, rest = line.partition(">")
        name, *attributes = tag.replace(' "', '"').split('" ') if '="' in tag else [tag]
        if attributes or '="' in tag:
            name, _, first = name.partition(" ")
            pairs = sorted(part.rstrip('"') + '"' for part in [first, *attributes])
            tag = " ".join([name, *pairs])
        lines.append(tag + mark + rest)
    return "\n".join(lines)
