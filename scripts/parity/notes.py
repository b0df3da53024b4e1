"""Footnotes: a source has one text in a language, whatever page cites it, because the list of sources has it once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from scripts.parity.model import Block, Edition, Finding, Page, Rule

UNEQUAL_NOTE = Rule(
    "unequal-note",
    "A footnote has another text than on the other pages of its language, so the list of sources cannot have both.",
    "bpo.md: [^holman]: Holman, Batt, and Holtgrewe, 2007.\nlocations.md: [^holman]: Holman and others, 2007.",
    "bpo.md and locations.md: [^holman]: Holman, Batt, and Holtgrewe, 2007.",
)


def findings(edition: Edition) -> Iterator[Finding]:
    """Footnotes of `edition` that differ from what most pages have under their name, or else the first."""
    uses: dict[str, list[tuple[Page, Block]]] = defaultdict(list)
    for page in edition.pages.values():
        for note in page.footnotes:
            uses[note.detail].append((page, note))
    for label, places in uses.items():
        said = [_said(note) for _, note in places]
        [(right, _)] = Counter(said).most_common(1)  # the first of the most frequent
        model, note = places[said.index(right)]
        place = f"{model.path}:{note.line}"
        for (page, other), text in zip(places, said, strict=True):
            if text != right:
                message = f"footnote [^{label}] has another text than in {place}; write the same, or name it otherwise"
                yield Finding(page.path, other.line, UNEQUAL_NOTE, message, place, found=label)


def _said(note: Block) -> tuple[str, tuple[str, ...]]:
    return " ".join(" ".join(note.texts).split()), note.links
