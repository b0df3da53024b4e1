"""Typography of what is read, as each language's conventions have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from scripts.parity import characters
from scripts.parity.conventions import LETTER, Conventions
from scripts.parity.identify import QUOTED, WORD
from scripts.parity.locate import Lines
from scripts.parity.model import Finding, Kind, Page, Rule

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
DOUBLED_WORD = Rule(
    "doubled-word",
    "A word stands twice in a row.",
    "the the provider",
    "the provider",
)

REGISTER = Rule(
    "register",
    "A word is not used on this site, because the register of the language has another: “Sie”, not “du”. "
    "These words are `never` in docs/data/conventions/; quotations may have them.",
    "de: Du siehst hier die Kosten.",
    "de: Hier sehen Sie die Kosten.",
)
FOREIGN_DIGIT = Rule(
    "foreign-digit",
    "A number is written with the digits of another script than the site uses, which has 0 to 9 in every language.",
    "hi: ८६%",
    "hi: 86%",
)
STRAY_MARKUP = Rule(
    "stray-markup",
    "Signs of Markdown show on the page, because one of a pair is missing, stands beside a blank, or begins a line "
    "without an empty line before it.",
    "**Steuerung: ** wer entscheidet",
    "**Steuerung:** wer entscheidet",
)

MARKS = '"“”„‟«»‹›‚'
HYPHEN = re.compile(r"-(?<=[^\S\n]-)-?(?=\s)")
YEARS = re.compile(r"(?<![\w-])(?:\d{2}-\d{2}|\d{4}-\d{4})(?![\w-])")
BETWEEN_DIGITS = re.compile(r"-(?<=\d-)(?=\d)")
"""What a range of years has; it is found sooner, because it begins with the same sign always."""
LOPSIDED = re.compile(r"–(?: (?<=[^\W\d_]– )|(?<= –)(?=[^\W\d_]))")
"""A dash with a blank on one side."""
MARKUP = re.compile(r"\*(?:\*|(?<!\w.)(?=\w)|(?<=\w.)(?!\w))|[`|]|\]\(|\{ ?[#.]\w")
BEGINNING = re.compile(r"\n(?:[-*+] (?=\S)|1[.)] (?=.*\n2[.)] )|(?:!!!|\?\?\?\+?) |\[\^[\w-]+\]:)")
"""What would begin a list, a note or a footnote, if the line before it were empty."""
PERCENT = re.compile(r"\d+([^\d]?)%")
APART = "\n\n\0\n\n"
"""What parts the texts of a page, so that no word of one follows on one of another."""
TWICE = re.compile(rf"[\W\d_](?<![\u0900-\u0963\u0971-\u097f])([^\W\d_]\S*+)\s++\1(?![{LETTER}])")
"""What begins like a word, after anything else, and stands twice; it may be a part of what a hyphen joins."""
JOINED = re.compile(rf"(?:{WORD.pattern}|-)+")
"""A word, or several with hyphens."""
FULL_STOP = re.compile(r"[\u0900-\u0963\u0971-\u097f]+\.(?=\s|$)")
DIGITS = re.compile(r"[^\D0-9]+")
PAIRS = ("()", "[]", "{}")
BRACKET = re.compile(f"[{re.escape(''.join(PAIRS))}]")
OPENING = {pair[1]: pair[0] for pair in PAIRS}


def findings(page: Page, text: str, conventions: Conventions) -> Iterator[Finding]:
    """What is wrong with the characters of `page`, whose source is `text`."""
    lines = Lines(text)
    yield from characters.findings(page, text, conventions)
    texts = list(_texts(page))
    # Most pages are right, and all texts at once show it sooner than one after another.
    everything = APART.join(reading for _, reading in texts)
    checks = [check for check in CHECKS if check.possible(everything, conventions)]
    for start, reading in texts:
        for check in checks:
            for snippet, message in check.faults(reading, conventions):
                yield Finding(page.path, lines.exact(start, snippet), check.rule, message, found=snippet)


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """What is read on the page, each text with its line."""
    if isinstance(description := page.metadata.get("description"), str):
        yield 1, description
    for section in page.sections:
        yield section.line, section.title
    for block in page.blocks():
        if block.kind not in (Kind.CODE, Kind.HTML, Kind.FOOTNOTE):  # titles keep their own language's typography
            yield from ((block.line, text) for text in block.readings)


def _doubled(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    if not _may_double(text):
        return  # nearly always
    for one, other in pairwise(JOINED.finditer(text)):
        word, between = one[0].lower(), text[one.end() : other.start()]
        if word == other[0].lower() and word.strip("-") and between.isspace() and word not in conventions.may_double:
            yield one[0], f"“{word}” stands twice; delete one, or join the two if both are meant"


def _may_double(text: str) -> bool:
    """A quick look for words that stand twice."""
    return bool(TWICE.search(f"\n{text.lower()}"))


def _markup(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    if match := BEGINNING.search(text) or MARKUP.search(text):
        yield match[0].lstrip("\n"), f"“{match[0].strip()}” shows on the page; close the markup, or remove it"


def _dashes(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    for pattern in (HYPHEN, YEARS) if BETWEEN_DIGITS.search(text) else (HYPHEN,):
        for match in pattern.finditer(text):
            yield match[0], f"“{match[0]}” has a hyphen for a dash; write –"
    for match in LOPSIDED.finditer(text):
        shown = text[max(0, match.start() - 10) : match.end() + 10]
        yield match[0], f"“… {' '.join(shown.split())} …” has a blank on one side of its dash; write both or none"


def _percent(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    wanted, right = ("\u00a0", "a no-break space (U+00A0)") if conventions.no_break_before_percent else ("", "nothing")
    for match in PERCENT.finditer(text) if "%" in text else ():
        if match[1] != wanted:
            yield match[0], f"“{match[0]}” must have {right} before the %"


def _stops(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    for match in FULL_STOP.finditer(text):
        yield match[0], f"“{match[0]}” ends with a full stop; write {conventions.sentence_end}"


def _register(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    if match := conventions.never.search(QUOTED.sub(" ", text)):
        yield match[0], f"“{match[0]}” is not used on this site; see the register in docs/data/termbase.yml"


def _digits(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    if match := DIGITS.search(text):
        western = "".join(str(int(digit)) for digit in match[0])
        yield match[0], f"“{match[0]}” has digits of another script; write {western}"


def _quotes(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
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


def _brackets(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    open_: list[str] = []
    for letter in BRACKET.findall(text):
        if letter in OPENING.values():
            open_.append(letter)
        elif not open_ or open_.pop() != OPENING[letter]:
            yield letter, f"bracket {letter} closes what was not opened"
            return
    if open_:
        yield open_[-1], f"bracket {open_[-1]} is not closed"


def _in_pairs(text: str, others: str, *pairs: str) -> bool:
    """Whether the signs of `pairs` in each of the texts of a page, joined in `text`, pair, and `others` are not there.

    It may say no of what is right, such as brackets in brackets.
    """
    signs = "".join(re.findall(f"[\0{re.escape(others + ''.join(pairs))}]", text))
    for pair in pairs:
        signs = signs.replace(pair, "")
    return not signs.strip("\0")


@dataclass(frozen=True, slots=True)
class _Check:
    """A rule with what finds its faults in one text."""

    rule: Rule
    possible: Callable[[str, Conventions], object]
    """Whether all texts of a page together can have the fault; a quick look that spares most pages the close one."""
    faults: Callable[[str, Conventions], Iterator[tuple[str, str]]]
    """Where a fault is, in the words of the text, and what to say of it."""


CHECKS = (
    _Check(characters.MIXED_SCRIPT, lambda text, own: characters.mixing(own.script).search(text), characters.mixed),
    _Check(DOUBLED_WORD, lambda text, _: _may_double(text), _doubled),
    _Check(REGISTER, lambda text, own: own.never.search(text), _register),
    _Check(FOREIGN_DIGIT, lambda text, _: DIGITS.search(text), _digits),
    _Check(STRAY_MARKUP, lambda text, _: BEGINNING.search(text) or any(map(text.__contains__, "*`|]{")), _markup),
    _Check(DASH, lambda text, own: next(_dashes(text, own), None), _dashes),
    _Check(QUOTATION_MARKS, lambda text, own: not _in_pairs(text, MARKS, own.quotation_marks[0]), _quotes),
    _Check(UNBALANCED, lambda text, _: not _in_pairs(text, "", *PAIRS), _brackets),
    _Check(NO_BREAK_SPACE, lambda text, _: "%" in text, _percent),
    _Check(SENTENCE_END, lambda text, own: own.sentence_end != "." and FULL_STOP.search(text), _stops),
)
