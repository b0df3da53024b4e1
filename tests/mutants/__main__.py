"""`python -m tests.mutants [KIND ...]`: make all mutants, print how many the gate caught, and what it missed."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.mutants.changes import (
    EDITS,
    FAULTS,
    HARD,
    wrong,
)
from tests.real import editions, places


def main(argv: list[str]) -> int:
    """Make every mutant of every kind, or of those in `argv`; 0 if all faults were caught and no edit was."""
    places(), editions()  # once, before the processes part
    kinds = argv or [*FAULTS, *HARD, *EDITS]
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        results = dict(zip(kinds, pool.map(wrong, kinds), strict=True))
    lists = {
        "Faults that were missed": FAULTS,
        "Faults that only meaning tells, missed": HARD,
        "Edits that gave a false alarm": EDITS,
    }
    for title, changes in lists.items():
        print(f"{title}, of all")
        for kind in (kind for kind in changes if kind in results):
            count, misses = results[kind]
            print(f"  {kind:38} {len(misses):4} of {count:4}  {' '.join(misses[:3])}")
        shown = [results[kind] for kind in changes if kind in results]
        total, missed = sum(count for count, _ in shown), sum(len(misses) for _, misses in shown)
        print(f"  {f'all {len(shown)} kinds':38} {missed:4} of {total:4}")
    return 1 if any(misses for kind, (_, misses) in results.items() if kind not in HARD) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
