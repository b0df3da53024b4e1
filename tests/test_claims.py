"""The claims of the older articles: each has sections that state or correct it, in every language."""

from __future__ import annotations

import pytest

from scripts import data
from tests.conftest import ROOT
from tests.real import CODES, places

CLAIMS: dict[str, list[str]] = data.read(ROOT / "docs/data/claims.yml")


def test_all_claims() -> None:
    """Every claim that was found in the articles is there, and leads somewhere."""
    assert list(CLAIMS) == [f"S{number:02}" for number in range(1, 56)]
    assert [name for name, targets in CLAIMS.items() if not targets or len(set(targets)) < len(targets)] == []


@pytest.mark.parametrize("code", CODES)
def test_claims_lead_to_sections(code: str) -> None:
    """Each section that a claim names is there."""
    ids = {section.id for place in places() if place.page.language == code for section in place.page.sections}
    assert {target for targets in CLAIMS.values() for target in targets} - ids == set()
