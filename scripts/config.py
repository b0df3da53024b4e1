"""What mkdocs.yml says: the one place where languages, folders and the renderer are defined."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from scripts.drawings import DrawingExtension
from scripts.permalinks import PermalinkExtension
from scripts.tables import TableExtension


class SiteError(Exception):
    """Something outside the pages is wrong, so the command cannot do its work; the text says what and where."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site, as mkdocs.yml lists it."""

    code: str
    """ISO 639-1 code; the name of its folder and the first part of its addresses."""
    name: str
    """Its own name for itself."""
    title: str
    """The site's name in it."""
    description: str
    """The site in one sentence."""
    og_locale: str
    """The locale in Open Graph's notation, such as `de_DE`."""


def load(root: Path, **overrides: Any) -> MkDocsConfig:
    """The configuration of the repository at `root`, with single settings overridden.

    Raises SiteError where mkdocs.yml is missing or wrong.
    """
    path = root / "mkdocs.yml"
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    try:
        return load_config(str(path), **overrides)
    except SystemExit as error:  # MkDocs' own way to say that settings are wrong
        raise SiteError(f"{path}: {complaints.text or error}") from error
    except ConfigurationError as error:
        raise SiteError(f"{path}: {error}") from error
    except Exception as error:  # the file names plugins and hooks, and these can raise anything
        raise SiteError(f"{path}: {type(error).__name__}: {error}") from error
    finally:
        logger.removeHandler(complaints)


def languages(config: MkDocsConfig) -> tuple[Language, ...]:
    """The languages in the order of mkdocs.yml; the first is the reference that the others follow.

    Raises SiteError where none is listed.
    """
    plugin = config.plugins.get("i18n")
    listed = plugin.config["languages"] if plugin else []
    if not listed:
        raise SiteError(f"{config.config_file_path}: plugins.i18n.languages lists no language")
    return tuple(
        Language(
            code=entry.locale,
            name=entry.name,
            title=entry.site_name or config.site_name,
            description=entry.site_description or "",
            og_locale=(entry.extra or {}).get("og_locale", entry.locale),
        )
        for entry in listed
    )


def root_url(config: MkDocsConfig) -> str:
    """The address of the site, with a slash at its end.

    Raises SiteError where it is not an address that pages can be put under.
    """
    address = config.site_url or ""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment or " " in address:
        raise SiteError(f"SITE_URL={address}: must be an address such as https://example.org/ or with a path")
    return address.rstrip("/") + "/"


def current_language(config: MkDocsConfig) -> str:
    """The code of the language that this configuration renders."""
    return str(config.plugins["i18n"].config["build_only_locale"])


def add_own_extensions(config: MkDocsConfig) -> None:
    """Make the renderer of `config` understand the site's own drawings, tables and permalinks."""
    own = [DrawingExtension(Path(config.docs_dir) / "assets" / "drawings"), TableExtension(), PermalinkExtension()]
    # MkDocs validates this list as names, but hands it to Markdown, which takes instances as well.
    config.markdown_extensions.extend(own)  # type: ignore[arg-type]


def renderer(config: MkDocsConfig) -> Markdown:
    """The Markdown renderer that MkDocs will use for this site, with all of its extensions."""
    add_own_extensions(config)
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


class _Complaints(logging.Handler):
    """Keeps what MkDocs logs about wrong settings."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.text = f"{self.text} {record.getMessage()}".strip()
