"""What tools and accidents leave in a source: conflicts, broken encodings, markup that shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scripts.parity.forms import LETTER
from scripts.parity.model import Finding, Page, Rule, Source

MERGE_CONFLICT = Rule(
    "merge-conflict",
    "Git has left two versions of a passage, with marks between them. Nothing else is said of the page until they are "
    "gone.",
    "<<<<<<< HEAD\nText.\n=======\nOther text.\n>>>>>>> main",
    "Text.",
)
DAMAGED_TEXT = Rule(
    "damaged-text",
    "Something that no writer meant: letters in the wrong encoding, an entity that shows, a link or a list item "
    "without words, a second text of a footnote, punctuation that stands apart or twice.",
    "Callcenter fÃ¼r Kunden , die anrufen",
    "Callcenter für Kunden, die anrufen",
)

CONFLICT = re.compile(r"(?m)^(?:<{7}|={7}|>{7}|\|{7})(?= |$)")
UNREAD = re.compile(r"(?ms)^ *(```|~~~).*?^ *\1|`[^`\n]*`|(?<=\]\()[^)\n]*|<[a-z/!][^<>]*>|https?://\S+|\A---$.*?^---$")
"""Code, addresses, tags and front matter."""
NOTE = re.compile(r"\[\^(?<=\n..)([\w-]+)\]:")
"""The beginning of a footnote."""
DAMAGE = (
    (
        re.compile(
            r"[ÃÂÐÑâà\ufffd](?:(?<=[ÃÂÐÑ])[\u0080-\u00bf\u0152-\u0192\u2013-\u203a€™]|(?<=â)[€\u0080]|(?<=à)[¤¥]|(?<=\ufffd))"
        ),
        "is text in a wrong encoding",
    ),
    (re.compile(r"&amp;(?:#\d+|[a-z]+);"), "is an entity that shows as it is written"),
    (re.compile(r"&(?:nbsp|amp|quot|lt|gt|shy|[nm]dash|[aou]uml|szlig)\b(?!;)"), "is an entity without its semicolon"),
    (re.compile(r"\[(?<!!.)\s*\]\("), "is a link without words"),
    (re.compile(r"(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]*$"), "is a list item without words"),
    (re.compile(rf"[,;!?।](?<=[{LETTER}] .)(?=\s|$)"), "stands apart from its word"),
    (re.compile(r",(?<=[^\W\d_].)(?=[^\W\d_])"), "has no blank after it"),
    (re.compile(r"\?(?<=[^\W\d_].)(?=[^\W\d_])"), "is a letter that was lost, or has no blank after it"),
    (re.compile(r"\.(?<=[^\W\d_]{2}.)(?=[A-ZА-ЯÄÖÜ][^\W\d_A-ZА-Я])(?<![A-ZА-Я]\.)"), "has no blank after it"),
    (re.compile(r"'(?<![\w’].)(?=\w)"), "is a straight quotation mark"),
    (re.compile(r"´(?<=\w.)(?=\w)"), "is an accent in the place of an apostrophe"),
    (re.compile("\u2011"), "is a no-break hyphen, which no search finds"),
    (re.compile(r",(?<=,[^\S\n],)"), "is punctuation that stands twice"),
    (re.compile(rf"\[\^(?<=[{LETTER}.,;:!?।)”“»][^\S\n]\[\^)"), "is a footnote that stands apart from its word"),
    (re.compile(r"\\u[0-9a-f]{4}"), "is a character that a program wrote in code"),
    (re.compile(r"_x000[AD]_"), "is a character that a program wrote in code"),
    (re.compile(r"!!! +[a-z]+(?: [a-z]+)*(?=\n)"), "is a note without a title, which would be English"),
    (re.compile(r"\?\?\?\+? +[a-z]+(?: [a-z]+)*(?=\n)"), "is a note without a title, which would be English"),
    (
        re.compile("[\u093e-\u094c\u094e\u094f](?<=[\u0904-\u0914\u093e-\u094c\u094e\u094f].)"),
        "is a vowel sign that no letter carries",
    ),
    (
        re.compile("[\uff01-\uff5e\ufb00-\ufb06\u060c\u061b\u061f\u037e\u0387]"),
        "is a wide character, two letters in one, or a sign of another script",
    ),
    (re.compile(r"([,;!?.।])\1(?<![!?.]..)(?![!?./])"), "is punctuation that stands twice"),
)
"""What to look for, and what to say of it; patterns that begin with a character, rather than with a look at the one
before it, are found several times as fast."""


def conflicts(source: Source) -> list[Finding]:
    """The first mark that a merge has left in `source`, if there is one."""
    if not any(7 * sign in source.text for sign in "<=>|"):
        return []  # nearly always, and quick to see
    found = CONFLICT.search(UNREAD.sub(_blank, source.text))
    if not found:
        return []
    line = source.text.count("\n", 0, found.start()) + 1
    message = f"{found[0]} is a mark of a merge; keep one of the versions, and delete the marks"
    return [Finding(source.path, line, MERGE_CONFLICT, message, found=found[0])]


def findings(page: Page, text: str) -> Iterator[Finding]:
    """What is damaged in `text`, the source of `page`."""
    yield from _notes(page, text)
    told: set[tuple[int, str]] = set()
    for found, fault in damaged(text):
        line = text.count("\n", 0, found.start()) + 1
        if (line, fault) not in told:  # a word in a wrong encoding is wrong letter by letter
            told.add((line, fault))
            message = f"“{found[0].strip()}” {fault}; correct it"
            yield Finding(page.path, line, DAMAGED_TEXT, message, found=found[0].strip())


def _notes(page: Page, text: str) -> Iterator[Finding]:
    """Footnotes that have another text further up, which readers do not see."""
    if max(Counter(NOTE.findall(text)).values(), default=1) == 1:
        return  # nearly always
    first: dict[str, int] = {}
    for found in NOTE.finditer(UNREAD.sub(_blank, text)):
        line = text.count("\n", 0, found.start()) + 1
        if line != first.setdefault(found[1], line):
            message = f"footnote [^{found[1]}] has a text already, in line {first[found[1]]}; delete one of the two"
            yield Finding(page.path, line, DAMAGED_TEXT, message, found=found[1])


def damaged(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The damaged places of a text, each with what is wrong with it."""
    if any(pattern.search(text) for pattern, _ in DAMAGE):  # hardly ever, and quick to see
        read = UNREAD.sub(_blank, text)
        for pattern, fault in DAMAGE:
            yield from ((match, fault) for match in pattern.finditer(read))


def _blank(match: re.Match[str]) -> str:
    """What keeps the place of a text that is not looked at."""
    return re.sub(r"[^\n]", " ", match[0])
