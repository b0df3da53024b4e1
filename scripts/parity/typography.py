"""Typography of what is read, as each language's conventions have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from scripts.parity import characters, punctuation
from scripts.parity.blocks import misread
from scripts.parity.conventions import Conventions
from scripts.parity.forms import LETTER
from scripts.parity.identify import QUOTED, WORD
from scripts.parity.locate import Lines
from scripts.parity.model import Finding, Kind, Page, Rule

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

MARKUP = re.compile(r"==(?=\w)|\{(?:--|\+\+|>>)|\*(?:\*|(?<!\w.)(?=\w)|(?<=\w.)(?!\w))|[`|]|~~|\]\(|\{ ?[#.]\w")
MARKS = (*"*`|]{~=", "\n??", "\n!!")
"""What a text with such signs has some of."""
APART = "\n\n\0\n\n"
"""What parts the texts of a page, so that no word of one follows on one of another."""
TWICE = re.compile(rf"[\W\d_](?<![\u0900-\u0963\u0971-\u097f])([^\W\d_]\S*+)\s++\1(?![{LETTER}])")
"""What begins like a word, after anything else, and stands twice; it may be a part of what a hyphen joins."""
JOINED = re.compile(rf"(?:{WORD.pattern}|-)+")
"""A word, or several with hyphens."""
DIGITS = re.compile(r"[^\D0-9]+")


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
    if match := misread(text):
        sign = match[0].strip()
        message = f"“{sign}” begins no list, note or footnote; put an empty line before it"
        if sign == "|":
            message = (
                "lines that begin with | are no table; put an empty line before the first, and under it a line |---| "
                "with a part for each cell"
            )
        elif sign[0] in "!?" and match.start() == 0:
            message = f'“{sign}” begins no note; write it as ??? success "Title", with straight quotation marks'
        elif sign in "•‣◦▪":
            message = f"“{sign}” begins no list; write - in its place, after an empty line"
        yield sign, message
    elif match := MARKUP.search(text):
        yield match[0], f"“{match[0].strip()}” shows on the page; close the markup, or remove it"


def _register(text: str, conventions: Conventions) -> Iterator[tuple[str, str]]:
    if match := conventions.never.search(QUOTED.sub(" ", text)):
        right = next(right for right, pattern in conventions.instead.items() if re.match(pattern, match[0]))
        yield (
            match[0],
            f"“{match[0]}” is not used on this site; write “{right}”, see the register in docs/data/termbase.yml",
        )


def _digits(text: str, _: Conventions) -> Iterator[tuple[str, str]]:
    if match := DIGITS.search(text):
        western = "".join(str(int(digit)) for digit in match[0])
        yield match[0], f"“{match[0]}” has digits of another script; write {western}"


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
    _Check(STRAY_MARKUP, lambda text, _: misread(text) or any(map(text.__contains__, MARKS)), _markup),
    _Check(punctuation.DASH, lambda text, own: next(punctuation.dashes(text, own), None), punctuation.dashes),
    _Check(
        punctuation.QUOTATION_MARKS,
        lambda text, own: not punctuation.in_pairs(text, punctuation.MARKS, own.quotation_marks[0]),
        punctuation.quotes,
    ),
    _Check(
        punctuation.UNBALANCED,
        lambda text, _: not punctuation.in_pairs(text, "", *punctuation.PAIRS),
        punctuation.brackets,
    ),
    _Check(punctuation.NO_BREAK_SPACE, lambda text, _: "%" in text, punctuation.percent),
    _Check(
        punctuation.SENTENCE_END,
        lambda text, own: own.sentence_end != "." and punctuation.FULL_STOP.search(text),
        punctuation.stops,
    ),
)
