"""A sample of the mutants; `make mutants` makes all of them."""

from __future__ import annotations

from itertools import islice

import pytest

from scripts.parity.model import Source
from tests import mutants
from tests.real import CODES, findings

SAMPLE = 2
"""Mutants of each kind, taken evenly from all of them."""


def _sample(change: mutants.Change) -> list[tuple[Source, int]]:
    made = list(islice(mutants.mutants(change, CODES[1:]), 120))
    return made[:: max(1, len(made) // SAMPLE)][:SAMPLE]


@pytest.mark.parametrize("kind", mutants.FAULTS)
def test_fault_is_caught(kind: str) -> None:
    """A fault of this kind is found on its page, in its section."""
    sample = _sample(mutants.FAULTS[kind])
    assert sample, "no mutant of this kind"
    missed = [f"{source.path}:{line}" for source, line in sample if not mutants.caught(source, line)]
    assert missed == []


@pytest.mark.parametrize("kind", mutants.EDITS)
def test_edit_is_no_fault(kind: str) -> None:
    """An edit of this kind gives no finding."""
    sample = _sample(mutants.EDITS[kind])
    assert sample, "no mutant of this kind"
    alarms = {source.path: [str(finding) for finding in findings(source)] for source, _ in sample}
    assert {path: found for path, found in alarms.items() if found} == {}


def test_hard_faults_are_often_caught() -> None:
    """Where only meaning tells two pieces apart, the gate finds most exchanges, though not all."""
    sample = [mutant for change in mutants.HARD.values() for mutant in _sample(change)]
    caught = sum(mutants.caught(source, line) for source, line in sample)
    assert caught * 2 > len(sample)
