"""Phrases of the termbase are found where they stand, as its head says, and nowhere else."""

from __future__ import annotations

import pytest

from scripts.parity.phrases import Phrases, fold

FOUND = [
    ("call center", "Our call center answers.", "call center"),
    ("call center", "Our Call\n   Center answers.", "call\n   center"),
    ("call center", "Our call centers answer.", None),
    ("call center", "Our recall center answers.", None),
    ("call center", "Our call-center answers.", None),
    ("call center*", "Our call centers answer.", "call centers"),
    ("call center*", "Our call-centers answer.", None),
    ("e-mail", "An e-mail comes.", "e-mail"),
    ("e-mail", "An e mail comes.", None),
    ("outsourc*", "They outsourced it.", "outsourced"),
    ("outsourc*", "They outsource.", "outsource"),
    ("outsourc*", "They insourced it.", None),
    ("*sourcing", "Insourcing.", "insourcing"),
    ("*sourc*", "resourceful", "resourceful"),
    ("a*b*c", "aXbYc", "axbyc"),
    ("a*b*c", "acb", None),
    ("a*b*c", "axxc", None),
    ("x*a*a*y", "xay", None),
    ("x*a*b*y", "xabay", "xabay"),
    ("*ab*cd", "abxcd", "abxcd"),
    ("ab*ba", "aba", None),
    ("ab*ba", "abba", "abba"),
    ("*kabidhi* mchakato", "Anaikabidhi mchakato.", "anaikabidhi mchakato"),
    ("*kabidhi* mchakato", "Anaikabidhi kazi.", None),
    ("BPO-*", "BPO-то работи", "bpo-то"),
    ("BPO-*", "BPO работи", None),
    ("BPO-*", "BPO- и ITO-услуги", "bpo-"),
    ("*-Anbieter*", "BPO-Anbieter", "bpo-anbieter"),
    ("*-Anbieter*", "IT- und -Anbietern", "-anbietern"),
    ("a-", "a-x", None),
    ("a-", "a- x", "a-"),
    ("a-", "a-", "a-"),
    ("„b*", "x„bx", None),
    ("„b*", "x „bx", "„bx"),
    ("„b*", "„bx", "„bx"),
    ("списък „Не звъни“", "списък „Не звъни“ има", "списък „не звъни“"),
    ("списък „Не звъни“", "списък „Не звъни и пак“ има", None),
    ("„Не“", "Казва „Не“.", "„не“"),
    ("„Не“", "Не.", None),
    ("कॉल सेंटर", "यह कॉल सेंटर है।", "कॉल सेंटर"),
    ("कॉल सेंटर", "यह कॉल सेंटरों में है।", None),
    ("ज़रूरत", "जरूरत", "जरूरत"),
    ("माँग", "मांग", "मांग"),
    ("café", "cafe\u0301", "café"),
    ("firm's", "The firm’s way.", "firm's"),
    ("back office", "back", None),
    ("back office", "office back", None),
    ("back office", "back back office", "back office"),
    ("24/7", "It is open 24/7.", "24/7"),
]


@pytest.mark.parametrize(("form", "text", "words"), FOUND)
def test_a_form(form: str, text: str, words: str | None) -> None:
    """A form matches whole words, whatever their case and the blanks between them."""
    assert Phrases([(form, 0)]).find(fold(text)).get(0) == words


def test_of_several_forms() -> None:
    """What a phrase means has the words of the first of its forms, not of the first in the text."""
    phrases = Phrases([("hotline", "b"), ("call center", "b"), ("center", "a"), ("desk", "c")])
    assert list(phrases.find("a call center, no hotline").items()) == [("b", "hotline"), ("a", "center")]


def test_of_one_form_twice() -> None:
    """A form that stands twice has the words of its first place."""
    assert Phrases([("outsourc*", 0)]).find("outsourced, outsourcing") == {0: "outsourced"}


PLACES = [
    ("a call center, a call center", {0}, [(2, 13, 0), (17, 28, 0)]),
    ("a call center", {1}, [(7, 13, 1)]),
    ("a call center", {0, 1}, [(2, 13, 0), (7, 13, 1)]),
    ("a call\n center", {0}, [(2, 14, 0)]),
    ("a desk", {0, 1}, []),
    ("at “rest”!", {2}, [(3, 9, 2)]),
]


@pytest.mark.parametrize(("text", "wanted", "places"), PLACES)
def test_places(text: str, wanted: set[int], places: list[tuple[int, int, int]]) -> None:
    """Places are told in letters of the text, for what is asked only."""
    assert sorted(Phrases([("call center", 0), ("center", 1), ("“rest”", 2)]).places(text, wanted)) == places


def test_nothing_to_find() -> None:
    """A form without a word is never found, and breaks nothing."""
    assert Phrases([("!?", 0), ("so", 1)]).find("so!?") == {1: "so"}
