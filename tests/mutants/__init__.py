"""Faults that translators, editors and tools make, one at a time, in the real pages; and edits that are no faults.

`python -m tests.mutants` makes all of them and prints how many of each kind the gate caught, and what it missed.
"""

from tests.mutants import characters, edits, language, links, numbers, pieces, sections, tables, tools, words
from tests.mutants.changes import EDITS, FAULTS, HARD, Change, caught, mutants, wrong

__all__ = [
    "EDITS",
    "FAULTS",
    "HARD",
    "Change",
    "caught",
    "characters",
    "edits",
    "language",
    "links",
    "mutants",
    "numbers",
    "pieces",
    "sections",
    "tables",
    "tools",
    "words",
    "wrong",
]
