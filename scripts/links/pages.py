"""Writes the pages that only lead on: neutral links, and what stands at the addresses of pages that are gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.links.ledger import Ledger
from scripts.links.routes import Routes, Target
from scripts.places import Place


@dataclass(frozen=True, slots=True)
class Writer:
    """Has what those pages are made of."""

    render: Callable[..., str]
    """Fills in a template of overrides/root/, given its name and values."""
    codes: Sequence[str]
    places: Sequence[Place]
    ledger: Ledger

    def write(self, stage: Path) -> Routes:
        """Put the pages into `stage`; the ways that they lead."""
        routes = Routes(self.ledger, {place.id: place.page for place in self.places})
        for id_ in routes.ids:
            _put(stage / "go" / id_ / "index.html", self._neutral(id_, routes.target(id_)))
        _put(stage / "go" / "go.js", self.render("go.js"))
        for address, target in routes.gone_pages():
            for code in self.codes:
                _put(stage / code / address / "index.html", self._gone(address, target, routes, code))
        return routes

    def _neutral(self, id_: str, target: Target) -> str:
        titles = {code: self._title(id_, target, code) for code in self.codes}
        title = " · ".join(dict.fromkeys(titles.values()))
        return self.render("go.html", id=id_, address=target.address, titles=titles, title=title)

    def _gone(self, address: str, target: Target, routes: Routes, code: str) -> str:
        sections = [
            {
                "id": old.id,
                "note": old.target.note[code] if old.target.note else "",
                "address": old.target.address,
                "title": self._title(old.id, old.target, code),
            }
            for old in routes.old(address)
        ]
        titles = (place.titles[code] for place in self.places if place.page == target.page)
        return self.render(
            "moved.html",
            code=code,
            up="../" * address.count("/"),
            target=target,
            title=next(titles, ""),
            note=target.note[code] if target.note else "",
            sections=sections,
        )

    def _title(self, id_: str, target: Target, code: str) -> str:
        """What the section `id_` is called in the language `code`, or was when it was published."""
        if not target.note:
            return next(place.titles[code] for place in self.places if place.id == target.id)
        titles = self.ledger.sections[id_].titles
        return titles.get(code) or next(iter(titles.values()))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (line.strip() for line in text.splitlines())  # indentation is a fifth of so small a page
    path.write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")
