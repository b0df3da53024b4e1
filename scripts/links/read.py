"""Reads the ledger, and says of each fault where it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from scripts.data import compose
from scripts.links.ledger import GonePage, Ledger, Section, path
from scripts.parity.model import Finding, Rule

BROKEN_LEDGER = Rule(
    "broken-ledger",
    "The ledger of links, docs/data/links.yml, is missing or cannot be read; its head explains the format.",
    "bpo-costs: {page: bpo, since: yesterday}",
    'bpo-costs: {page: bpo, since: 2026-11-21, titles: {en: "Costs"}}',
)

TABLES = ("pages", "sections")
NEEDED = ("page", "since", "titles")
FATES = ("moved", "removed")


def read(root: Path, docs: Path, codes: Collection[str]) -> tuple[Ledger, list[Finding]]:
    """The ledger of the pages in `docs` and what is wrong with it; see `parse`.

    Paths are given relative to `root`.
    """
    file = path(docs)
    name = file.relative_to(root).as_posix()
    try:
        return parse(file.read_text(encoding="utf-8"), name, codes)
    except FileNotFoundError:
        message = "is missing; `make links ADD=1` writes it"
    except (OSError, ValueError) as error:
        message = f"cannot be read: {error}"
    return Ledger(), [Finding(name, 1, BROKEN_LEDGER, message)]


def parse(text: str, name: str, codes: Collection[str]) -> tuple[Ledger, list[Finding]]:
    """The ledger that `text`, the content of the file `name`, describes as far as it can be read, and its faults.

    `codes` are the languages that notes must be in.
    """
    reader = _Reader(name, codes)
    try:
        node = compose(text)
    except yaml.MarkedYAMLError as error:
        reader.fault(error.problem_mark.line + 1 if error.problem_mark else 1, f"is not YAML: {error.problem}")
    except (ValueError, yaml.YAMLError) as error:
        reader.fault(1, f"is not YAML: {' '.join(str(error).split())}")
    else:
        return reader.ledger(node), reader.findings
    return Ledger(), reader.findings


class _Value(NamedTuple):
    line: int
    """Where its key stands."""
    node: Node


class _Reader:
    def __init__(self, name: str, codes: Collection[str]) -> None:
        self.name = name
        self.codes = codes
        self.findings: list[Finding] = []

    def fault(self, line: int, message: str) -> None:
        self.findings.append(Finding(self.name, line, BROKEN_LEDGER, message))

    def ledger(self, node: Node | None) -> Ledger:
        tables = self._table(_Value(1, node), "the ledger", TABLES) if node else {}
        pages, sections = (self._table(tables[name], name) if _filled(tables.get(name)) else {} for name in TABLES)
        return Ledger(
            {id_: section for id_, value in sections.items() if (section := self._section(id_, value))},
            {key: page for key, value in pages.items() if (page := self._page(key, value))},
        )

    def _section(self, id_: str, value: _Value) -> Section | None:
        before = len(self.findings)
        own = self._table(value, f"#{id_}", (*NEEDED, "was", *FATES))
        if len(self.findings) == before and (missing := [key for key in NEEDED if key not in own]):
            self.fault(value.line, f"#{id_} lacks {' and '.join(missing)}")
        if len(self.findings) > before:
            return None
        section = Section(
            id_,
            value.line,
            self._text(own["page"], f"#{id_}: page"),
            self._date(own["since"], f"#{id_}: since"),
            self._texts(own["titles"], f"#{id_}: titles"),
            self._list(own["was"], f"#{id_}: was") if "was" in own else (),
            *self._fate(own, f"#{id_}"),
        )
        return section if len(self.findings) == before else None

    def _page(self, key: str, value: _Value) -> GonePage | None:
        before = len(self.findings)
        own = self._table(value, f"page {key}", FATES)
        page = GonePage(key, value.line, *self._fate(own, f"page {key}"))
        if len(self.findings) == before and not own:
            self.fault(value.line, f"page {key} needs moved or removed; pages that are there are not listed")
        return page if len(self.findings) == before else None

    def _fate(self, own: Mapping[str, _Value], what: str) -> tuple[str | None, Mapping[str, str] | None]:
        """Where an entry says that its links go."""
        if all(fate in own for fate in FATES):
            self.fault(own["removed"].line, f"{what} is both moved and removed; keep one")
            return None, None
        if "moved" in own:
            return self._text(own["moved"], f"{what}: moved").removeprefix("#"), None
        if "removed" not in own:
            return None, None
        notes = self._texts(own["removed"], f"{what}: removed")
        if notes and (missing := [code for code in self.codes if code not in notes]):
            self.fault(own["removed"].line, f"{what}: removed has no note in {', '.join(missing)}")
        return None, notes

    def _table(self, value: _Value, what: str, known: tuple[str, ...] = ()) -> dict[str, _Value]:
        """The values of a table by key; `known` keys only, or any if there are none."""
        if not isinstance(value.node, MappingNode):
            self.fault(value.line, f"{what} must be a table")
            return {}
        result: dict[str, _Value] = {}
        for key, inner in value.node.value:
            line = key.start_mark.line + 1
            name = key.value if isinstance(key, ScalarNode) else "a list or table"
            if name in result:
                self.fault(line, f"{name} stands twice in {what}, first on line {result[name].line}")
            elif known and name not in known:
                self.fault(line, f"{what} has the unknown key {name}; known are {', '.join(known)}")
            else:
                result[name] = _Value(line, inner)
        return result

    def _texts(self, value: _Value, what: str) -> dict[str, str]:
        texts = {code: self._text(text, f"{what}: {code}") for code, text in self._table(value, what).items()}
        if not texts and isinstance(value.node, MappingNode):
            self.fault(value.line, f"{what} is empty")
        return texts

    def _list(self, value: _Value, what: str) -> tuple[str, ...]:
        if not isinstance(value.node, SequenceNode):
            self.fault(value.line, f"{what} must be a list, such as [bpo]")
            return ()
        return tuple(self._text(_Value(value.line, node), what) for node in value.node.value)

    def _text(self, value: _Value, what: str) -> str:
        if isinstance(value.node, ScalarNode) and value.node.value.strip():
            return str(value.node.value)
        self.fault(value.line, f"{what} must be a text")
        return ""

    def _date(self, value: _Value, what: str) -> date:
        text = value.node.value if isinstance(value.node, ScalarNode) else ""
        with suppress(ValueError):
            if len(text) == len("2026-11-21"):
                return date.fromisoformat(text)
        self.fault(value.line, f"{what} must be a date such as 2026-11-21")
        return date.min


def _filled(value: _Value | None) -> bool:
    """Whether there is a key and something after it."""
    return value is not None and not (isinstance(value.node, ScalarNode) and value.node.value == "")
