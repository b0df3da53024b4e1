"""Numbers as each language writes them, and what they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.config import SiteError
from scripts.parity import conventions
from scripts.parity.model import Block, Kind
from scripts.parity.notation import Number, explained, numbers, shown
from tests.conftest import ROOT
from tests.helpers import write
from tests.real import IDENTIFIER

WRITTEN = IDENTIFIER.conventions


def _number(code: str, text: str) -> Number:
    [number] = numbers(Block(Kind.PARAGRAPH, "", (text,)), WRITTEN[code])
    return number


SHOWN = [
    ("86%", "de", "86\u00a0%"),
    ("86%", "bg", "86%"),
    ("104,690", "de", "104.690"),
    ("104,690", "bg", "104\u00a0690"),
    ("104,690", "hi", "1,04,690"),
    ("1,234.5678", "de", "1.234,5678"),
    ("2,500", "bg", "2500"),
    ("2007", "de", "2007"),
    ("$1.9 million", "hi", "19,00,000"),
]


@pytest.mark.parametrize(("english", "code", "expected"), SHOWN)
def test_shown(english: str, code: str, expected: str) -> None:
    """An English number is written as another language has it."""
    assert shown(_number("en", english), WRITTEN[code]) == expected


EXPLAINED = [
    ("de", "104,690", "104,690 (read as 104.69)"),
    ("de", "104.690", "104.690"),
    ("bg", "104\u00a0690", "104\u00a0690"),
    ("bg", "104\u202f690", "104\u202f690"),
    ("de", "1,9 Millionen", "1,9 (read as 1900000)"),
    ("de", "5,8\u00a0%", "5,8%"),
    ("sw", "asilimia 4", "4%"),
    ("hi", "1,04,690", "1,04,690"),
]


@pytest.mark.parametrize(("code", "text", "expected"), EXPLAINED)
def test_explained(code: str, text: str, expected: str) -> None:
    """A number is shown with how it is read where that is not plain."""
    assert explained(_number(code, text)) == expected


UNITS = [
    ("sw", "dakika karibu kumi na 5", "minute"),
    ("sw", "dakika ambazo ni kama kumi na 5", "-"),
    ("de", "3 lange Jahre", "year"),
    ("de", "3 sehr lange Jahre", "-"),
    ("de", "5 Millionen Mal, Millionen Euro", "-"),
]


@pytest.mark.parametrize(("code", "text", "expected"), UNITS)
def test_units(code: str, text: str, expected: str) -> None:
    """A unit belongs to a number that it is near to."""
    assert (_number(code, text).unit or "-") == expected


WRONG = [
    ("million: 6", "million: 600000000", "scales must have words and powers of ten"),
    ("locale: en_US", "locale: en_US\ngrouped-from: 1000000000", "grouped-from must be a number of digits"),
    ("locale: en_US", "locale: xx_YY", "locale: unknown locale"),
    ("script: LATIN", "script: RUNIC", "script must be one of CYRILLIC, DEVANAGARI, LATIN"),
    ("script: LATIN", "scrip: LATIN", "lacks the key script"),
    ("script: LATIN", "script: LATIN\nnever: {Sie: 5}", "never must have what to write"),
    ("  GB: United", "  NO: United", "countries must have codes and names"),
    ("  GB: United_Kingdom", "  GB: U*", "countries must have codes and names"),
    ("  40: forty", "  forty: 40", "other-numbers must have numbers and their words"),
    ("  40: forty", "  40: [forty]", "other-numbers must have numbers and their words"),
    ("script: LATIN", "script: [LATIN]", "script has the wrong type"),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_wrong_conventions(tmp_path: Path, old: str, new: str, message: str) -> None:
    """What the conventions of a language must not be, is told with the file."""
    text = (ROOT / "docs/data/conventions/en.yml").read_text("utf-8")
    assert old in text
    root = write(tmp_path, {"data/conventions/en.yml": text.replace(old, new)})
    with pytest.raises(SiteError, match=f"en.yml: .*{message}"):
        conventions.read(root, "en")
