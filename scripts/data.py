"""Reads the project's own data, which is YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from scripts.config import SiteError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C, where PyYAML has it, reads a large file in a tenth of the time."""
PLAIN_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The same, which leaves all values texts."""
DEEPEST = 100
"""Values inside of each other that are read; 40,000 overflow the stack of the loader in C, and hundreds overflow the
recursion of whatever passes them on."""


def parse(text: str) -> Any:
    """What `text` holds.

    Raises YAMLError where it is not YAML or nested too deeply, ValueError for dates and numbers that there are not.
    """
    return yaml.load(text, Loader=_Strict)


def compose(text: str) -> yaml.Node | None:
    """The tree of `text`, whose nodes know their lines and whose values are texts; None if it is empty.

    Raises YAMLError where it is not YAML or nested too deeply.
    """
    return yaml.compose(text, Loader=_Plain)


class _Bounded:
    """Refuses what is nested too deeply; loaders announce each value before they read it."""

    _depth = 0

    def descend_resolver(self, *_: object) -> None:
        """Go into a value."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise yaml.YAMLError(f"is nested more than {DEEPEST} deep")

    def ascend_resolver(self) -> None:
        """Leave it."""
        self._depth -= 1


class _Plain(_Bounded, PLAIN_LOADER):  # type: ignore[misc, valid-type]
    """Leaves all values texts, and does not ask what they may be."""

    def resolve(self, *_: object) -> str:
        """The tag of any value."""
        return "tag:yaml.org,2002:str"


class _Strict(_Bounded, LOADER):  # type: ignore[misc, valid-type]
    """Refuses a table that has a key twice, of which YAML would keep the last without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen and key.value != "<<":
                raise yaml.constructor.ConstructorError(None, None, f"the key {key.value} stands twice", key.start_mark)
            seen.add(str(key.value))
        result: dict[Any, Any] = super().construct_mapping(node, deep)
        return result


def read(path: Path) -> Any:
    """What the file at `path` holds.

    Raises SiteError, with the line where there is one, where the file is missing or is not YAML.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SiteError(f"{path}: no such file; write it, for a new language after that of another") from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SiteError(f"{path}{line}: is not YAML: {error.problem or error.context}") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise SiteError(f"{path}: {' '.join(str(error).split())}") from error
