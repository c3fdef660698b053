"""A structure at a glance, as tables for a terminal and as JSON."""

from collections.abc import Iterator

from bianping.checking.subjects import listed, named
from bianping.documents import Json
from bianping.terminal_table import aligned
from scenarios import Town
from scenarios.structure import Flaw, Overview
from scenarios.words import Words


def structure_lines(town: Town, seen: Overview, words: Words) -> list[str]:
    """Return layers, spans, holders, establishment and flaws."""
    arrow = words("structure.arrow")
    layers = arrow.join(words(f"structure.layer.{one}") for one in seen.layers)
    return [
        words("structure.layers", layers=layers),
        *_span_lines(town, seen, words),
        *_holder_lines(town, seen, words),
        *_strength_lines(town, seen, words),
        *_flaw_lines(town, seen, words),
    ]


def structure_document(town: Town, seen: Overview, words: Words) -> Json:
    """Return all of a structure as a JSON object."""
    return {
        "layers": list(seen.layers),
        "levels": seen.levels,
        "spans": [
            {
                "lead": one.lead,
                "units": list(one.units),
                "seats": one.seats,
                "people": one.people,
                "hours": one.hours,
            }
            for one in seen.spans
        ],
        "vacant": dict(seen.vacant),
        "holders_of_many": {who: list(posts) for who, posts in seen.busy.items()},
        "establishment": [
            {"unit": one.unit, "approved": one.approved, "there": one.there}
            for one in seen.strengths
        ],
        "flaws": [
            {
                "key": one.key,
                "about": list(one.about),
                "text": _flaw_text(town, one, words),
            }
            for one in seen.flaws
        ],
    }


def _span_lines(town: Town, seen: Overview, words: Words) -> Iterator[str]:
    if seen.levels:
        yield words("structure.levels", levels=seen.levels)
    if seen.spans:
        yield words("structure.spans")
        yield aligned(list(_span_rows(town, seen, words)))


def _span_rows(town: Town, seen: Overview, words: Words) -> Iterator[list[str]]:
    yield words("structure.span_headings").split("|")
    for one in seen.spans:
        units = [words.name(town.units[unit].name) for unit in one.units]
        numbers = [str(one.seats), str(one.people), f"{one.hours:.0f}"]
        lead = words.name(town.posts[one.lead].name)
        yield [f"  {lead}", *numbers, listed(units, words, 4)]


def _holder_lines(town: Town, seen: Overview, words: Words) -> Iterator[str]:
    vacant = named(town, [f"post:{post}" for post in seen.vacant], words)
    if vacant:
        who = listed(vacant, words)
        missing = sum(seen.vacant.values())
        yield words("structure.vacant", count=len(vacant), seats=missing, who=who)
    else:
        yield words("structure.none_vacant")
    for person, posts in seen.busy.items():
        held = listed([words.name(town.posts[post].name) for post in posts], words)
        name = town.people[person].name
        yield words("structure.busy", name=name, count=len(posts), posts=held)


def _strength_lines(town: Town, seen: Overview, words: Words) -> Iterator[str]:
    if not seen.strengths:
        yield words("structure.no_establishment")
        return
    approved = sum(one.approved or 0 for one in seen.strengths)
    there = sum(one.there for one in seen.strengths)
    yield words(
        "structure.strength", approved=approved, there=there, free=approved - there
    )
    rows = [words("structure.strength_headings").split("|")]
    for one in seen.strengths:
        known = town.units.get(one.unit)
        name = words.name(known.name) if known is not None else one.unit
        number = words("console.table.nothing")
        free = number
        if one.approved is not None:
            number, free = str(one.approved), f"{one.approved - one.there:+d}"
        rows.append([f"  {name}", number, str(one.there), free])
    yield aligned(rows)


def _flaw_lines(town: Town, seen: Overview, words: Words) -> Iterator[str]:
    if not seen.flaws:
        yield words("structure.no_flaws")
        return
    yield words("structure.flaws", count=len(seen.flaws))
    for one in seen.flaws:
        yield words("structure.flaw_line", text=_flaw_text(town, one, words))


def _flaw_text(town: Town, flaw: Flaw, words: Words) -> str:
    names = named(town, flaw.about, words)
    first, last = (names[0], names[-1]) if names else ("", "")
    if flaw.key == "circle":
        who = words("structure.arrow").join([*names, first])
    else:
        who = listed(names, words)
    return words(
        f"structure.flaw.{flaw.key}",
        who=who,
        first=first,
        last=last,
        count=len(names),
    )
