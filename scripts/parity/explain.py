"""All rules with their explanations, for `--explain` and for the contributor guide."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from scripts.links import read as ledger
from scripts.links import rules as published
from scripts.parity import (
    blocks,
    characters,
    compare,
    contrasts,
    counted,
    damage,
    differences,
    endings,
    exceptions,
    exchanged,
    faults,
    frontmatter,
    interface,
    language,
    links,
    metadata,
    notes,
    numbers,
    order,
    parse,
    punctuation,
    read,
    repeated,
    tags,
    terms,
    typography,
    unique,
    units,
)
from scripts.parity.model import Rule

BEGIN, END = "<!-- rules: written by `make rules` -->\n", "<!-- end of rules -->\n"


def _own(module: ModuleType) -> list[Rule]:
    return [value for value in vars(module).values() if isinstance(value, Rule)]


FAMILIES: dict[str, list[Rule]] = {
    "Files and pages": [
        *_own(read),
        damage.MERGE_CONFLICT,
        frontmatter.FRONT_MATTER,
        *_own(parse)[:1],
        *_own(compare),
    ],
    "Sections": [*_own(differences), *_own(unique), *_own(faults), *_own(parse)[1:]],
    "What stands in a section": [
        *_own(blocks),
        *_own(counted),
        *_own(tags),
        *_own(notes),
        *_own(order),
        *_own(links),
        *_own(numbers),
        *_own(units),
        *_own(exchanged),
        *_own(language),
        *_own(endings),
        *_own(repeated),
        *_own(terms),
        *_own(contrasts),
    ],
    "Characters and typography": [*_own(characters), damage.DAMAGED_TEXT, *_own(punctuation), *_own(typography)],
    "Front matter, titles, interface": [frontmatter.UNKNOWN_KEY, *_own(metadata), interface.INTERFACE_WORDS],
    "Published links": [*_own(ledger), *_own(published)],
    "Exceptions": _own(exceptions),
}
"""Every rule once, under the family it is explained in."""

RULES: dict[str, Rule] = {rule.name: rule for family in FAMILIES.values() for rule in family}


def explain(rule: Rule) -> str:
    """The explanation of `rule` with a bad and a good example, for a terminal."""
    examples = "\n\n".join(
        f"{name}:\n" + "\n".join(f"    {line}" for line in example.splitlines())
        for name, example in (("Bad", rule.bad), ("Good", rule.good))
    )
    return f"{rule.name}: {rule.meaning}\n\n{examples}"


def reference() -> str:
    """The rules as they stand in the contributor guide, in Markdown."""
    parts, seen = [], set[str]()
    for family, rules in FAMILIES.items():
        parts.append(f"### {family}\n")
        for rule in rules:
            if rule.name not in seen:
                seen.add(rule.name)
                parts.append(f"**`{rule.name}`** {rule.meaning}\n")
                parts.append(f"```text\n{_marked('bad ', rule.bad)}\n{_marked('good', rule.good)}\n```\n")
    return "\n".join(parts)


def _marked(mark: str, example: str) -> str:
    lines = enumerate(example.splitlines())
    return "\n".join(f"{mark if number == 0 else '    '} | {line}".rstrip() for number, line in lines)


def write(guide: Path) -> None:
    """Put the reference into the contributor guide, between its two marks."""
    text = guide.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    guide.write_text(f"{before}{BEGIN}\n{reference()}\n{END}{after}", encoding="utf-8")
