"""Reads the project's own data, which is YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from scripts.config import SiteError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C, where PyYAML has it, reads a large file in a tenth of the time."""


def read(path: Path) -> Any:
    """What the file at `path` holds.

    Raises SiteError, with the line where there is one, where the file is missing or is not YAML.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except FileNotFoundError as error:
        raise SiteError(f"{path}: no such file; write it, for a new language after that of another") from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SiteError(f"{path}{line}: is not YAML: {error.problem or error.context}") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise SiteError(f"{path}: {' '.join(str(error).split())}") from error
