"""Telling languages apart, sentence by sentence."""

from __future__ import annotations

import pytest

from tests.real import IDENTIFIER

CASES = [
    # nothing strange
    ("de", "Der Dienstleister erledigt die Arbeit selbst.", []),
    ("de", "BPO, CRM, Amazon Web Services", []),
    ("bg", "Кол център по ISO 18295, BPO и CRM.", []),
    ("hi", "ग्लोबल कॉल सेंटर रिपोर्ट, BPO", []),
    ("sw", "Mtoa huduma hufanya kazi ya kampuni.", []),
    # in quotation marks or brackets, anything goes
    ("de", "Das heißt „what they do is the work of the client“ dort.", []),
    ("bg", "Това е аутсорсинг (what they do is the work).", []),
    # names are no sign
    ("bg", "Global Call Center Report", []),
    # another language of the same script
    ("de", "This is what they have on it.", [("This is what they have on it.", "en")]),
    ("en", "Das ist nicht die Arbeit der Firma.", [("Das ist nicht die Arbeit der Firma.", "de")]),
    ("sw", "Das ist nicht die Arbeit der Firma.", [("Das ist nicht die Arbeit der Firma.", "de")]),
    ("de", "Hii ni kazi ya kampuni na wateja wake.", [("Hii ni kazi ya kampuni na wateja wake.", "sw")]),
    # one sentence among others
    ("de", "Das ist so.\nThis is what they have.\nEs ist gut.", [("This is what they have.", "en")]),
    ("de", "Das ist so. This is what they have.", [("This is what they have.", "en")]),
    # another script
    ("bg", "Това е работа.\nthe work of a provider", [("the work of a provider", "en")]),
    ("hi", "work for clients abroad", [("work for clients abroad", "en")]),
    ("de", "это другой текст", [("это другой текст", "bg")]),
    ("de", "यह काम है", [("यह काम है", "hi")]),
    ("bg", "работа for the", [("работа for the", "en")]),
    ("bg", "for the", [("for the", "en")]),
    ("de", "λόγος άλλος", [("λόγος άλλος", "another script")]),
    ("de", "هذه جملة أخرى", [("هذه جملة أخرى", "another script")]),
    ("de", "हिन्दी भाषा सीखो", [("हिन्दी भाषा सीखो", "hi")]),
    ("sw", "सेवा देती टीम", [("सेवा देती टीम", "hi")]),
    ("hi", "বাংলা ভাষা", [("বাংলা ভাষা", "another script")]),
    ("hi", "это другой текст", [("это другой текст", "bg")]),
    # just enough to tell
    ("de", "This is what they", [("This is what they", "en")]),
    ("de", "Agents call from their desks", [("Agents call from their desks", "en")]),
    ("de", "und this is what they have", [("und this is what they have", "en")]),
    # too little to tell
    ("bg", "работа work", []),
    ("bg", "work", []),
    ("de", "this is what", []),
    ("de", "und nicht this is here", []),
    ("de", "of the", []),
    ("de", "Call on it.", []),
]


@pytest.mark.parametrize(("own", "text", "expected"), CASES)
def test_strange_sentences(own: str, text: str, expected: list[tuple[str, str]]) -> None:
    """Sentences that are surely in another language are told with it, and no others."""
    assert list(IDENTIFIER.strange(text, own)) == expected


def test_first_of_them() -> None:
    """A text is in the first other language found."""
    assert IDENTIFIER.foreign("Das ist so. This is what they have.", "de") == "en"
    assert IDENTIFIER.foreign("Das ist so.", "de") is None
