"""Search in one language: Material's own worker with a stemmer for each language.

Material's worker loads `lunr.NAME.min.js` for the language NAME of the index, so a name of our own brings our code.
The file of a language has its stemmer, `stem`, and the other spellings people use for a word, `respell`.
"""

from __future__ import annotations

from pathlib import Path

import material

HERE = Path(__file__).parent
WORKER_LANGUAGES = Path("assets/javascripts/lunr/min")
"""Where Material's worker looks for languages, in the theme and in the finished site."""

SEPARATOR = r"[\s\u00a0!-&(-/:-@\[-`{-~‐–—…«»“”„‚‘।॥|]+"
"""What stands between words: white space and punctuation, but not the apostrophe of ng'ambo."""

BOOSTS = {
    "check-yourself/": 0.2,
    "glossary/": 0.4,
    "sources/": 0.3,
    "misconceptions/": 0.6,
    "decide/": 0.7,
    "trainers/": 0.3,
}
"""By the address of a page how much its sections count; questions and short entries repeat the words of the pages
that explain them, and would come before these."""


def settings(code: str) -> dict[str, str]:
    """What Material's search is told about the language `code`, under Material's keys."""
    return {
        "search.config.lang": f"site_{code}",
        "search.config.pipeline": "stemmer",
        "search.config.separator": SEPARATOR,
    }


def script(code: str) -> str:
    """The JavaScript that teaches the search worker the language `code`."""
    theme = Path(material.__file__).parent / "templates" / WORKER_LANGUAGES / f"lunr.{code}.min.js"
    # Material has a stemmer of its own for German; for Hindi it has one that does nothing.
    own = theme.read_text(encoding="utf-8") + ";\n" if code == "de" else ""
    language, core = ((HERE / f"{name}.js").read_text(encoding="utf-8") for name in (code, "core"))
    install = f"install(lunr, 'site_{code}', stem, respell)"
    return f"{own}(function (lunr) {{\n{language}\n{core}\n{install}\n}})(self.lunr)\n"


def write(site: Path, code: str) -> None:
    """Put that script where the search worker of the rendered language in `site` looks for it."""
    folder = site / WORKER_LANGUAGES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"lunr.site_{code}.min.js").write_text(script(code), encoding="utf-8")
