"""How the sections of one page differ from those of the page it should match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scripts.parity import unique
from scripts.parity.model import Finding, Page, Rule, Section

MISSING_SECTION = Rule(
    "missing-section",
    "A section of the English page is not translated, so a link to it leads nowhere in this language.",
    "en: ## Costs { #costs } ## Risks { #risks }\nde: ## Kosten { #costs }",
    "de: ## Kosten { #costs } ## Risiken { #risks }",
)
EXTRA_SECTION = Rule(
    "extra-section",
    "A section is not in English. What one language tells its readers, all of them should.",
    "en: ## Costs { #costs }\nde: ## Kosten { #costs } ## Steuern { #taxes }",
    "en: ## Costs { #costs } ## Taxes { #taxes }\nde: ## Kosten { #costs } ## Steuern { #taxes }",
)
SECTION_ORDER = Rule(
    "section-order",
    "Sections stand in another order than in English, so people who read along in two languages get lost.",
    "en: ## Costs { #costs } ## Risks { #risks }\nde: ## Risiken { #risks } ## Kosten { #costs }",
    "de: ## Kosten { #costs } ## Risiken { #risks }",
)
SECTION_LEVEL = Rule(
    "section-level",
    "A heading has another level than in English, so the tables of contents differ.",
    "en: ## Costs { #costs }\nde: ### Kosten { #costs }",
    "de: ## Kosten { #costs }",
)
CHANGED_ID = Rule(
    "changed-id",
    "A section has another id than in English. Ids are not translated, or links would hold in one language only.",
    "en: ## Costs { #costs }\nde: ## Kosten { #kosten }",
    "de: ## Kosten { #costs }",
)
IMPLICIT_ID = Rule(
    "implicit-id",
    "A heading has no id of its own. The renderer would make one from its words, and a rewording would break links.",
    "## Kosten",
    "## Kosten { #costs }",
)


def differences(model: Page, page: Page, model_repeats: unique.Repeated, repeats: unique.Repeated) -> Iterator[Finding]:
    """Where the sections of `page` differ from those of `model`: each fault once, and where to mend it."""
    here, there = _by_id(page, repeats), _by_id(model, model_repeats)
    common = here.keys() & there.keys()
    yield from _order(model, page, [i for i in there if i in common], [i for i in here if i in common], there, here)
    for id_ in sorted(common):
        yield from _level(model, page, there[id_], here[id_])
    missing = _others(model, common, model_repeats)
    extra = _others(page, common, repeats)
    for after in dict.fromkeys((*missing, *extra)):
        yield from _gap(model, page, missing.get(after, []), extra.get(after, []), after, repeats, model_repeats)


def _by_id(page: Page, repeats: unique.Repeated) -> dict[str, Section]:
    return {
        section.id: section
        for number, section in enumerate(page.sections)
        if section.id and (page.key, number) not in repeats
    }


def _others(page: Page, common: set[str], repeats: unique.Repeated) -> dict[str | None, list[int]]:
    """Numbers of the sections that have no partner, by the section with a partner that they follow."""
    result: dict[str | None, list[int]] = {}
    after = None
    for number, section in enumerate(page.sections):
        if section.id in common and (page.key, number) not in repeats:
            after = section.id
        else:
            result.setdefault(after, []).append(number)
    return result


def _gap(
    model: Page,
    page: Page,
    missing: Sequence[int],
    extra: Sequence[int],
    after: str | None,
    repeats: unique.Repeated,
    model_repeats: unique.Repeated,
) -> Iterator[Finding]:
    """Sections without a partner between two that have one: in turn they are the same section under another id."""
    for number, other in zip(missing, extra, strict=False):
        wanted, section = model.sections[number], page.sections[other]
        yield from _id(model, page, wanted, section)
        yield from _level(model, page, wanted, section)
    for number in missing[len(extra) :]:
        wanted = model.sections[number]
        if wanted.id and (model.key, number) not in model_repeats:
            place = f"after #{after}" if after else "at the beginning"
            message = f"section #{wanted.id} is missing {place}; translate {model.place(wanted)} (“{wanted.title}”)"
            line = next((section.line for section in page.sections if section.id == after), 1)
            yield Finding(page.path, line, MISSING_SECTION, message, model.place(wanted), wanted.id)
    for other in extra[len(missing) :]:
        section, owner = page.sections[other], repeats.get((page.key, other))
        if owner:
            finding = unique.finding(page, other, owner)
            if not any(key == page.key and model.sections[n].id == section.id for key, n in model_repeats):
                yield replace(finding, found=section.id or "")
        elif section.id:
            message = f"section #{section.id} is not in {model.path}; write it there first, or remove it"
            before = next((model.place(other) for other in model.sections if other.id == after), f"{model.path}:1")
            yield Finding(page.path, section.line, EXTRA_SECTION, message, before, "", f"section #{section.id}")
        else:
            message = f"heading “{section.title}” has no id and no counterpart in {model.path}; remove it"
            yield Finding(page.path, section.line, IMPLICIT_ID, message, "", "", section.title)


def _id(model: Page, page: Page, wanted: Section, section: Section) -> Iterator[Finding]:
    if wanted.id is None or wanted.id == section.id:
        return
    if section.id is None:
        message = f"heading “{section.title}” has no id; write {{ #{wanted.id} }} after it, as in {model.place(wanted)}"
        yield Finding(page.path, section.line, IMPLICIT_ID, message, model.place(wanted), wanted.id, section.title)
    else:
        message = f"section has the id #{section.id}, expected #{wanted.id} as in {model.place(wanted)}"
        place, expected, found = model.place(wanted), f"#{wanted.id}", f"#{section.id}"
        yield Finding(page.path, section.line, CHANGED_ID, message, place, expected, found)


def _level(model: Page, page: Page, wanted: Section, section: Section) -> Iterator[Finding]:
    if wanted.id and wanted.level != section.level:
        message = (
            f"section #{section.id or wanted.id} has level {section.level} ({'#' * section.level}), "
            f"expected level {wanted.level} ({'#' * wanted.level}) as in {model.place(wanted)}"
        )
        expected, found = (
            f"#{wanted.id} at level {wanted.level}",
            f"#{section.id or wanted.id} at level {section.level}",
        )
        yield Finding(page.path, section.line, SECTION_LEVEL, message, model.place(wanted), expected, found)


def _order(
    model: Page,
    page: Page,
    wanted: Sequence[str],
    found: Sequence[str],
    there: dict[str, Section],
    here: dict[str, Section],
) -> Iterator[Finding]:
    """One finding for each smallest run of sections that only has to be put in order within itself."""
    start = 0
    while start < len(wanted):
        end = start + 1
        while set(wanted[start:end]) != set(found[start:end]):
            end += 1
        if end - start > 1:
            right, wrong = (" ".join(f"#{i}" for i in ids[start:end]) for ids in (wanted, found))
            place, line = model.place(there[wanted[start]]), here[found[start]].line
            message = (
                f"sections stand in the order {wrong}, expected {right} as in {place}; move them, or correct their ids"
            )
            yield Finding(page.path, line, SECTION_ORDER, message, place, right, wrong)
        start = end
