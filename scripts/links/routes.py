"""Where every address leads that was ever published, at the end of all moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.links.ledger import Ledger, Section, chain, url


@dataclass(frozen=True, slots=True)
class Target:
    """A place in every language."""

    page: str
    """The address of the page in the folder of a language, such as `bpo/`."""
    id: str = ""
    """The section; empty for the page as a whole."""
    note: Mapping[str, str] | None = None
    """What is told there, by language, in place of something that was removed."""

    @property
    def address(self) -> str:
        """The address in the folder of a language."""
        return f"{self.page}#{self.id}" if self.id else self.page


@dataclass(frozen=True, slots=True)
class Old:
    """An address at which something stood."""

    id: str
    """Its fragment."""
    target: Target


class Routes:
    """The ways from `ledger` to `homes`, the addresses of the pages of all sections there are, by id.

    A ledger with findings must not come here.
    """

    def __init__(self, ledger: Ledger, homes: Mapping[str, str]) -> None:
        self._ledger = ledger
        self._homes = homes
        self._old = self._collect()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that has a neutral link: what there is in its order, then what there was."""
        return tuple(dict.fromkeys((*self._homes, *self._ledger.sections)))

    def target(self, id_: str) -> Target:
        """Where the section `id_` stands now, or where its readers are told that it was removed."""
        end = chain(self._ledger.sections, id_)[-1]
        section = self._ledger.sections.get(end)
        if section is None or not (section.is_gone or end not in self._homes):
            return Target(self._homes[end], end)
        last = self._ledger.page_now(section.page)
        if section.removed is not None:
            return Target(url(last), end, section.removed)
        return self.page_target(last)  # removed with its page

    def page_target(self, key: str) -> Target:
        """Where the page `key` is now, or where its readers are told that it was removed."""
        last = self._ledger.page_now(key)
        gone = self._ledger.pages.get(last)
        return Target(url(last), note=gone.removed if gone else None)

    def old(self, page: str) -> tuple[Old, ...]:
        """The fragments of the page at the address `page` that do not, or no longer, lead to a section there."""
        return tuple(self._old.get(page, ()))

    def gone_pages(self) -> Iterator[tuple[str, Target]]:
        """The addresses of the pages that are gone, with what has taken their place."""
        for key in self._ledger.pages:
            yield url(key), self.page_target(key)

    def _collect(self) -> dict[str, list[Old]]:
        result: dict[str, list[Old]] = {}
        for section in self._ledger.sections.values():
            target = self.target(section.id)
            for key in self._ledger.homes(section):
                if not self._leads_there(section, key, target):
                    result.setdefault(url(key), []).append(Old(section.id, target))
        return result

    def _leads_there(self, section: Section, key: str, target: Target) -> bool:
        """Whether `section` of the page `key` is found without help: it is there, or went along with its page."""
        page = self.page_target(key)
        return (target.page, target.id) in ((page.page, section.id), (page.page, "")) and not (
            target.id and target.note
        )
