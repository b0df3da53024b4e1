"""Adds to the rendered languages what belongs to none of them: choice of languages, neutral links, 404, sitemap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from mkdocs.config.defaults import MkDocsConfig

from scripts import interface, places, social
from scripts.config import Language, SiteError, root_url
from scripts.links import qr, tables
from scripts.links.pages import Writer
from scripts.links.read import read as read_ledger

SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def assemble(config: MkDocsConfig, languages: Sequence[Language], stage: Path) -> None:
    """Write the pages and files of no language into `stage`.

    Raises SiteError where one of their templates is wrong, the languages have not the same places,
    or a language has no picture.
    """
    root, codes = root_url(config), [language.code for language in languages]
    found = places.read(stage, codes)
    for code in codes:
        (stage / code / places.FILE).unlink()
    render = _renderer(config, languages)
    for name in ("index.html", "404.html"):
        (stage / name).write_text(render(name), encoding="utf-8")
    ledger, _ = read_ledger(Path(config.config_file_path).parent, Path(config.docs_dir), codes)  # checked by the gate
    Writer(render, codes, found, ledger).write(stage)
    tables.write(stage, root, codes, found)
    qr.write(stage, root)
    social.publish(Path(config.docs_dir), stage, codes)
    (stage / "sitemap.xml").write_text(_sitemap(root, languages), encoding="utf-8")
    (stage / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n", encoding="utf-8")


def _renderer(config: MkDocsConfig, languages: Sequence[Language]) -> Callable[..., str]:
    """What fills in the templates of overrides/root/, whose common values it has."""
    root = root_url(config)
    templates = Environment(
        loader=FileSystemLoader(Path(config.config_file_path).parent / "overrides" / "root"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = {language.code: interface.read(Path(config.docs_dir), language.code).site for language in languages}
    templates.globals.update(root=root, path=urlsplit(root).path, languages=languages, words=words)
    templates.globals["picture"] = social.address(root, social.NEUTRAL)

    def render(name: str, **values: object) -> str:
        try:
            return templates.get_template(name).render(values)
        except TemplateError as error:
            raise SiteError(f"overrides/root/{name}: {error}") from error

    return render


def _sitemap(root: str, languages: Sequence[Language]) -> str:
    """The list of the languages' sitemaps, as sitemaps.org defines it."""
    entries = "".join(f"  <sitemap><loc>{root}{language.code}/sitemap.xml</loc></sitemap>\n" for language in languages)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{SITEMAPS}">\n{entries}</sitemapindex>\n'
