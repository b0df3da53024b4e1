"""The pictures that chats and social networks show beside a link: one for each language, one for links of none.

`python -m scripts.social` draws them; here is what they are made of, and how they get into the site.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.config import Language, SiteError

WIDTH, HEIGHT = 1200, 630
"""What the networks show without cutting anything off."""
NEUTRAL = "mul"
"""Stands for “several languages” where a picture is named after its language."""
FOLDER = "social"
"""Of the finished site."""


def path(docs: Path, code: str) -> Path:
    """Where the picture of the language `code` is kept."""
    return docs / "assets" / "social" / f"{code}.png"


def address(root_url: str, code: str) -> str:
    """Where the picture of the language `code` is in the site at `root_url`."""
    return f"{root_url}{FOLDER}/{code}.png"


def publish(docs: Path, stage: Path, codes: Sequence[str]) -> None:
    """Put the pictures of the languages `codes`, and the one of none, into the site in `stage`, once each.

    Raises SiteError where a picture has not been drawn.
    """
    (stage / FOLDER).mkdir()
    for code in (*codes, NEUTRAL):
        picture = path(docs, code)
        if not picture.is_file():
            raise SiteError(f"{picture}: no such picture; draw it with `make social`")
        shutil.copy(picture, stage / FOLDER)


def designs(docs: Path, languages: Sequence[Language]) -> dict[str, str]:
    """The pictures as HTML, by the code of their language."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    template = environment.get_template("picture.html")
    common = {
        "width": WIDTH,
        "height": HEIGHT,
        "mark": (docs / "assets" / "favicon.svg").read_text(encoding="utf-8"),
    }
    own = {
        language.code: template.render(
            common, code=language.code, titles=[language.title], description=language.description
        )
        for language in languages
    }
    titles = [language.title for language in languages]
    return {**own, NEUTRAL: template.render(common, code=NEUTRAL, titles=titles, description="")}


def fingerprint(design: str) -> str:
    """What tells whether a picture was drawn from this `design`."""
    return hashlib.sha256(design.encode()).hexdigest()
