"""Links, footnotes, code and pictures: a section has each of them as often as the English one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from scripts.parity.align import Pair
from scripts.parity.model import Block, Finding, Kind, Page, Rule, Section
from scripts.parity.surplus import surplus

CHANGED_LINK = Rule(
    "changed-link",
    "A section links to another place than the English one. Targets are not translated, only the words of the link.",
    "en: [costs](bpo.md#bpo-costs-risks)\nde: [Kosten](bpo.md#bpo-reasons)",
    "de: [Kosten](bpo.md#bpo-costs-risks)",
)
CHANGED_NOTE = Rule(
    "changed-note",
    "A section refers to other footnotes than the English one, or a footnote has no text, so a fact has no source.",
    "en: Two thirds were in-house.[^holman]\nde: Zwei Drittel waren intern.",
    "de: Zwei Drittel waren intern.[^holman]",
)
CHANGED_CODE = Rule(
    "changed-code",
    "Code is the same in every language; what is typed or copied must not be translated.",
    "en: `make check`\nde: `mache prüfung`",
    "de: `make check`",
)
CHANGED_IMAGE = Rule(
    "changed-image",
    "A section shows other pictures than the English one, or a picture has no text alternative.",
    "en: ![A desk](desk.png)\nde: ![](desk.png)",
    "de: ![Ein Schreibtisch](desk.png)",
)

UNEQUAL: Mapping[Rule, tuple[str, Callable[[Block], Sequence[str]]]] = {
    CHANGED_LINK: ("link to", lambda block: block.links),
    CHANGED_NOTE: ("footnote", lambda block: block.notes),
    CHANGED_CODE: ("code", lambda block: () if block.kind is Kind.HTML else block.codes),
    CHANGED_IMAGE: ("picture", lambda block: [image.source for image in block.images]),
}
"""What a section must have as often as the English one."""


def findings(model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """What `section` does not have as often as `wanted`, and pictures without a text alternative."""
    both = unequal(pairs)
    for rule in UNEQUAL if both else ():
        yield from _counted(model, page, both, rule)
    for block in section.blocks:
        for image in block.images:
            if not image.alternative.strip():
                message = f"picture {image.source} has no text alternative; describe it as in {model.place(wanted)}"
                yield Finding(page.path, block.line, CHANGED_IMAGE, message, model.place(wanted))


def unequal(pairs: Sequence[Pair]) -> list[tuple[Block, Block]]:
    """Those of `pairs` that may not have the same links, footnotes, code and pictures."""
    return [(one, other) for one, other in pairs if one and other and _things(one) != _things(other)]


def _things(block: Block) -> tuple[Sequence[object], ...]:
    """All that the functions of `UNEQUAL` look at, which spares most blocks each of them."""
    return block.links, block.notes, block.codes, block.images


def footnotes(model: Page, page: Page) -> Iterator[Finding]:
    """Footnotes whose text only one of the two pages has, or that lead elsewhere."""
    here, there = ({note.detail: note for note in side.footnotes} for side in (page, model))
    for label in there.keys() - here.keys():
        place = f"{model.path}:{there[label].line}"
        message = f"footnote [^{label}] has no text; translate {place}"
        yield Finding(page.path, _end(page), CHANGED_NOTE, message, place, label)
    for label in here.keys() - there.keys():
        message = f"footnote [^{label}] is not in {model.path}; add it there, or remove it"
        yield Finding(page.path, here[label].line, CHANGED_NOTE, message, f"{model.path}:{_end(model)}", "", label)
    for label in sorted(here.keys() & there.keys()):
        yield from _counted(model, page, [(there[label], here[label])], CHANGED_LINK)


def _counted(model: Page, page: Page, pairs: Sequence[tuple[Block, Block]], rule: Rule) -> Iterator[Finding]:
    """Things that the two sides of `pairs` have not equally often; missing and extra blocks are left out of `pairs`."""
    what, things = UNEQUAL[rule]
    pairs = [(one, other) for one, other in pairs if things(one) != things(other)]
    if not pairs:
        return
    wanted = [(thing, one, other) for one, other in pairs for thing in things(one)]
    found = [(thing, one, other) for one, other in pairs for thing in things(other)]
    missing, extra = surplus(wanted, found, itemgetter(0)), surplus(found, wanted, itemgetter(0))
    for thing, one, other in missing:
        place = f"{model.path}:{one.line}"
        if extra:
            wrong, _, block = extra.pop(0)
            message = f"{what} {wrong}, expected {thing} as in {place}"
            yield Finding(page.path, block.line, rule, message, place, thing, wrong)
        else:
            message = f"{what} {thing} is missing; put it where {place} has it"
            yield Finding(page.path, other.line, rule, message, place, thing)
    for thing, one, other in extra:
        place = f"{model.path}:{one.line}"
        message = f"{what} {thing} is not in {place}; add it there, or remove it"
        yield Finding(page.path, other.line, rule, message, place, "", thing)


def _end(page: Page) -> int:
    return page.footnotes[-1].line if page.footnotes else page.sections[-1].line if page.sections else 1
