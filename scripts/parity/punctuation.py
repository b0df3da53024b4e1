"""Punctuation as the conventions have it; each function gives faults of a text, each with what to say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.parity.conventions import Conventions
from scripts.parity.model import Rule

QUOTATION_MARKS = Rule(
    "quotation-marks",
    "Quotation marks are not those of the language, or one of a pair is missing.",
    'de: "Anruf"',
    "de: „Anruf“",
)
UNBALANCED = Rule(
    "unbalanced",
    "A bracket is opened and not closed, or closed and not opened.",
    "(as in Munich.",
    "(as in Munich).",
)
DASH = Rule(
    "dash",
    "A hyphen stands for a dash, or between the years of a range, or a dash has a blank on one side only.",
    "de: Das ist – kurz gesagt - BPO. 2005-2010",
    "de: Das ist – kurz gesagt – BPO. 2005–2010",
)
SENTENCE_END = Rule(
    "sentence-end",
    "A statement ends with the stop of another script.",
    "hi: यह बीपीओ है.",
    "hi: यह बीपीओ है।",
)
NO_BREAK_SPACE = Rule(
    "no-break-space",
    "A sign stands apart from its number with a space that can break, or without one where the language has it.",
    "de: 86 % with an ordinary space, 86%",
    "de: 86 % with a no-break space",
)

MARKS = '"“”„‟«»‹›‚'
HYPHEN = re.compile(r"-(?<=[^\S\n]-)-?(?=\s)")
YEARS = re.compile(r"(?<![\w-])(?!(\d+)-\1(?!\d))(?:\d{2}-\d{2}|\d{4}-\d{4})(?![\w-])")
"""Two numbers of a range, but not the same twice."""
BETWEEN_DIGITS = re.compile(r"-(?<=\d-)(?=\d)")
"""What a range of years has; it is found sooner, because it begins with the same sign always."""
LOPSIDED = re.compile(r"–(?: (?<=[^\W\d_]– )|(?<= –)(?=[^\W\d_]))")
"""A dash with a blank on one side."""
PERCENT = re.compile(r"\d+([^\d]?)%")
FULL_STOP = re.compile(r"[\u0900-\u0963\u0971-\u097f]+\.(?=\s|$)")
PAIRS = ("()", "[]", "{}")
BRACKET = re.compile(f"[{re.escape(''.join(PAIRS))}]")
LABEL = re.compile(r"(?<!\S)(?:[^\W_A-ZА-Я]|[ivx]+)\)(?=\s)")
"""A label of what is counted in a sentence, such as a)."""
OPENING = {pair[1]: pair[0] for pair in PAIRS}


def dashes(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    """Hyphens in the place of dashes, and dashes with a blank on one side."""
    for pattern in (HYPHEN, YEARS) if BETWEEN_DIGITS.search(text) else (HYPHEN,):
        for match in pattern.finditer(text):
            yield match[0], f"“{match[0]}” has a hyphen for a dash; write –"
    for match in LOPSIDED.finditer(text):
        shown = text[max(0, match.start() - 10) : match.end() + 10]
        yield match[0], f"“… {' '.join(shown.split())} …” has a blank on one side of its dash; write both or none"


def percent(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    """Percentages with the wrong space, or none, before the sign."""
    wanted, right = ("\u00a0", "a no-break space (U+00A0)") if conventions.no_break_before_percent else ("", "nothing")
    for match in PERCENT.finditer(text) if "%" in text else ():
        if match[1] != wanted:
            yield match[0], f"“{match[0]}” must have {right} before the %"


def stops(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    """Full stops after Devanagari."""
    for match in FULL_STOP.finditer(text):
        if match[0] not in conventions.abbreviations:
            yield match[0], f"“{match[0]}” ends with a full stop; write {conventions.sentence_end}"


def quotes(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    """Quotation marks of another language, or that do not pair."""
    known = "".join(conventions.quotation_marks)
    if wrong := next((mark for mark in text if mark in MARKS and mark not in known), None):
        yield wrong, f"quotation mark {wrong} is not one of {' '.join(conventions.quotation_marks)}"
        return  # one of a wrong pair would be a missing one as well
    outer = conventions.quotation_marks[0]
    opening, closing = outer[0], outer[1]
    if opening not in text and closing not in text:
        return  # nearly always
    depth = 0
    for mark in re.findall(f"[{opening}{closing}]", text):
        depth += 1 if mark == opening and not (opening == closing and depth) else -1
        if not 0 <= depth <= 2:
            break
    if depth:
        place = next(mark for mark in (opening, closing) if mark in text)
        yield place, f"quotation marks {opening}{closing} do not pair in “{' '.join(text.split()[:6])} …”"


def brackets(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    """Brackets that do not pair."""
    open_: list[str] = []
    for match in BRACKET.finditer(text):
        letter = match[0]
        if letter in OPENING.values():
            open_.append(letter)
        elif not open_ and LABEL.search(text[max(0, match.start() - 5) : match.end() + 1]):
            continue
        elif not open_ or open_.pop() != OPENING[letter]:
            yield letter, f"bracket {letter} closes what was not opened"
            return
    if open_:
        yield open_[-1], f"bracket {open_[-1]} is not closed"


def in_pairs(text: str, others: str, *pairs: str) -> bool:
    """Whether the signs of `pairs` in each of the texts of a page, joined in `text`, pair, and `others` are not there.

    It may say no of what is right, such as brackets in brackets.
    """
    signs = "".join(re.findall(f"[\0{re.escape(others + ''.join(pairs))}]", text))
    for pair in pairs:
        signs = signs.replace(pair, "")
    return not signs.strip("\0")
