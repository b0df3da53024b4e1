"""Structure, section by section: the same paragraphs, items, rows, figures, links and footnotes as in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from scripts.parity.align import Pair
from scripts.parity.model import Block, Finding, Kind, Page, Rule, Section

MISSING_BLOCK = Rule(
    "missing-block",
    "A paragraph, list item, table row or other piece of an English section is not in the translation.",
    "en: - wages\n    - training\nde: - Löhne",
    "de: - Löhne\n    - Schulung",
)
EXTRA_BLOCK = Rule(
    "extra-block",
    "A translation has a paragraph, list item, table row or other piece that the English section has not.",
    "en: - wages\nde: - Löhne\n    - Steuern",
    "en: - wages\n    - taxes\nde: - Löhne\n    - Steuern",
)
CHANGED_BLOCK = Rule(
    "changed-block",
    "A piece of a section is something else than in English: another kind of list or note, another number of cells.",
    "en: 1. Dial.\nde: - Wählen.",
    "de: 1. Wählen.",
)
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


def findings(model: Page, page: Page, wanted: Section, section: Section, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Where the blocks of `section` differ from those of `wanted`; `pairs` brings the two together."""
    yield from _blocks(model, page, section, pairs)
    yield from _cells(model, page, pairs)
    place = model.place(wanted)
    both = [(one, other) for one, other in pairs if one and other]
    yield from _counted(page, both, section.line, place, CHANGED_LINK, "link to", _links)
    yield from _counted(page, both, section.line, place, CHANGED_NOTE, "footnote", lambda block: block.notes)
    yield from _counted(page, both, section.line, place, CHANGED_CODE, "code", _codes)
    yield from _counted(page, both, section.line, place, CHANGED_IMAGE, "picture", _images)
    for block in section.blocks:
        for image in block.images:
            if not image.alternative.strip():
                message = f"picture {image.source} has no text alternative; describe it as in {place}"
                yield Finding(page.path, block.line, CHANGED_IMAGE, message)


def footnotes(model: Page, page: Page) -> Iterator[Finding]:
    """Footnotes whose text only one of the two pages has, or that lead elsewhere."""
    here, there = ({note.detail: note for note in side.footnotes} for side in (page, model))
    for label in there.keys() - here.keys():
        message = f"footnote [^{label}] has no text; translate {model.path}:{there[label].line}"
        yield Finding(page.path, _end(page), CHANGED_NOTE, message)
    for label in here.keys() - there.keys():
        message = f"footnote [^{label}] is not in {model.path}; add it there, or remove it"
        yield Finding(page.path, here[label].line, CHANGED_NOTE, message)
    for label in sorted(here.keys() & there.keys()):
        note, wanted = here[label], there[label]
        place = f"{model.path}:{wanted.line}"
        yield from _counted(page, [(wanted, note)], note.line, place, CHANGED_LINK, "link to", _links)


def _blocks(model: Page, page: Page, section: Section, pairs: Sequence[Pair]) -> Iterator[Finding]:
    missing = [(number, one) for number, (one, other) in enumerate(pairs) if one and not other]
    extra = [other for one, other in pairs if other and not one]
    for number, block in missing:
        place = f"{model.path}:{block.line}"
        turned = next((other for other in extra if _may_be(block, other)), None)
        if turned:
            extra.remove(turned)
            message = f"{turned.name} is {_described(turned)}, expected {_described(block)} as in {place}"
            yield Finding(page.path, turned.line, CHANGED_BLOCK, message)
            continue
        before = next((other for _, other in reversed(pairs[:number]) if other), None)
        line = before.line if before else section.line
        message = f"{block.name} is missing; translate {place}"
        yield Finding(page.path, line, MISSING_BLOCK, message)
    for block in extra:
        message = f"{block.name} is not in {model.path}, section #{section.id}; add it there, or remove it"
        yield Finding(page.path, block.line, EXTRA_BLOCK, message)


def _cells(model: Page, page: Page, pairs: Sequence[Pair]) -> Iterator[Finding]:
    for one, other in pairs:
        if one and other and one.kind is Kind.ROW:
            for number, (wanted, text) in enumerate(zip(one.texts, other.texts, strict=False), 1):
                if wanted.strip() and not text.strip():
                    message = (
                        f"cell {number} of the row is empty; translate “{wanted.strip()}” of {model.path}:{one.line}"
                    )
                    yield Finding(page.path, other.line, MISSING_BLOCK, message)


def _may_be(wanted: Block, block: Block) -> bool:
    """Whether `block` can be `wanted` in another form: the same kind otherwise marked up, or a text."""
    texts = (Kind.PARAGRAPH, Kind.ITEM, Kind.CAPTION, Kind.QUOTE)
    return wanted.kind == block.kind or (wanted.kind in texts and block.kind in texts)


def _described(block: Block) -> str:
    words = {Kind.ITEM: "in a list of kind", Kind.ROW: "with cells:", Kind.FIGURE: "with the drawing"}
    return f"{block.kind} {words.get(block.kind, '')} {block.detail}".strip().replace("  ", " ")


def _counted(
    page: Page,
    pairs: Sequence[tuple[Block, Block]],
    line: int,
    place: str,
    rule: Rule,
    what: str,
    things: Callable[[Block], Sequence[str]],
) -> Iterator[Finding]:
    """Things that the two sides of `pairs` have not equally often; missing and extra blocks are left out of `pairs`."""
    wanted = Counter(thing for one, _ in pairs for thing in things(one))
    found = Counter(thing for _, other in pairs for thing in things(other))
    missing, extra = list((wanted - found).elements()), list((found - wanted).elements())
    for thing in missing:
        at = next((other.line for one, other in pairs if thing in things(one)), line)
        if extra:
            message = f"{what} {extra.pop(0)}, expected {thing} as in {place}"
        else:
            message = f"{what} {thing} is missing; put it where {place} has it"
        yield Finding(page.path, at, rule, message)
    for thing in extra:
        at = next((other.line for _, other in pairs if thing in things(other)), line)
        yield Finding(page.path, at, rule, f"{what} {thing} is not in {place}; add it there, or remove it")


def _links(block: Block) -> Sequence[str]:
    return block.links


def _codes(block: Block) -> Sequence[str]:
    return () if block.kind is Kind.HTML else block.codes


def _images(block: Block) -> Sequence[str]:
    return [image.source for image in block.images]


def _end(page: Page) -> int:
    return page.footnotes[-1].line if page.footnotes else page.sections[-1].line if page.sections else 1
