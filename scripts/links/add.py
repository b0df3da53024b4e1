"""Adds new sections to the ledger, and changes nothing else in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date

from scripts.links.current import Current
from scripts.links.ledger import HEAD, Ledger

PLAIN = re.compile("[a-z]+(-[a-z]+)*")
"""What YAML reads as a text without quotation marks, but for the words below."""
NOT_TEXTS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def new(ledger: Ledger, current: Current) -> list[tuple[str, str]]:
    """By page and id the sections that all languages have and `ledger` has not."""
    return [(key, id_) for key, id_ in current.places if id_ not in ledger.sections]


def extended(text: str | None, added: Iterable[tuple[str, str]], current: Current, today: date) -> str:
    """The ledger `text`, or a new one, with the sections `added` at its end, published `today`."""
    parts = [f"{HEAD}\npages:\n\nsections:\n" if text is None else text.rstrip() + "\n"]
    for key, id_ in added:
        parts.append(f"  {_written(id_)}:\n    page: {_written(key)}\n    since: {today}\n    titles:\n")
        parts += (
            f"      {_written(code)}: {_quoted(title)}\n" for code, title in current.places[key, id_].titles.items()
        )
    return "".join(parts)


def _written(name: str) -> str:
    return name if PLAIN.fullmatch(name) and name not in NOT_TEXTS else _quoted(name)


def _quoted(text: str) -> str:
    """`text` as YAML, which takes strings as JSON has them."""
    return json.dumps(text, ensure_ascii=False)
