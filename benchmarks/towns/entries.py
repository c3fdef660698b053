"""An invented town's sections, as a scenario file has them."""

from collections.abc import Iterator, Mapping

import numpy as np

from benchmarks.towns.deal import Deal
from benchmarks.towns.parts import Desk, Worker
from benchmarks.towns.size import Size
from benchmarks.towns.terms import Terms, identities

Entry = dict[str, object]
STAYS = 0.7
"""Share of the posts that are today in the hands they were dealt to."""

ENFORCED = 0.3
"""Share of the matters that take certified officers."""

MATTER_LISTS = ("statutory", "delegated", "territorial")


def units(deal: Deal) -> Iterator[tuple[str, Entry]]:
    """Yield the units with their modules, chiefs and establishments."""
    prefix = deal.structure.prefix
    for unit in deal.structure.units:
        carried = sum(one.home == unit.id for one in deal.structure.workers)
        entry: Entry = {"name": unit.id, "kind": unit.kind, "establishment": carried}
        if unit.module:
            entry["module"] = f"{prefix}module_{unit.module}"
        else:
            entry["in_charge"] = f"{prefix}head"
        if unit.kind == "office":
            entry["chief"] = f"{unit.id}_chief"
        yield unit.id, entry


def modules(deal: Deal) -> Iterator[tuple[str, Entry]]:
    """Yield the modules with their leads."""
    prefix = deal.structure.prefix
    for number in sorted({one.module for one in deal.structure.units} - {0}):
        lead = f"{prefix}lead_{number}"
        yield f"{prefix}module_{number}", {"name": f"模块{number}", "lead": lead}


def posts(deal: Deal, terms: Terms) -> Iterator[tuple[str, Entry]]:
    """Yield the posts with their hours and what they ask for."""
    for desk in deal.structure.desks:
        entry: Entry = {
            "name": desk.id,
            "unit": desk.unit,
            "grade": desk.grade,
            "seats": len(deal.holders[desk.id]),
            "backups": len(deal.backups[desk.id]),
            "hours": deal.hours[desk.id],
            "full_time": desk.full_time,
            "season": desk.season or None,
            "requires": _requires(deal, terms, desk),
        }
        if desk.id in terms.excludes:
            entry["excludes"] = [terms.excludes[desk.id]]
        yield desk.id, entry


def people(
    deal: Deal, terms: Terms, chance: np.random.Generator
) -> Iterator[tuple[str, Entry]]:
    """Yield the roster."""
    today = _today(deal, chance)
    for number, one in enumerate(deal.structure.workers, start=1):
        yield (
            one.id,
            {
                "name": f"甲{number}",
                "identity": one.identity,
                "sex": "fm"[number % 2],
                "born": f"{1968 + number % 32}-{1 + number % 12:02}",
                "joined": "2021-07",
                "hours": one.hours,
                "establishment": one.home,
                "control": "county" if one.home.count("station") else "town",
                "title": {"unit": one.home, "grade": "leader"} if one.leader else None,
                "certificates": terms.certificates[one.id],
                "kin": [terms.kin[one.id]] if one.id in terms.kin else [],
                "absences": {"dates": [one.away] if one.away else []},
                "holds": today.get(one.id, []),
            },
        )


def matters(
    deal: Deal, terms: Terms, size: Size, chance: np.random.Generator
) -> Iterator[tuple[str, Entry]]:
    """Yield the matters; the first office enforces, with certified officers."""
    offices = [one.id for one in deal.structure.units if one.kind == "office"]
    for number in range(size.matters):
        enforced = chance.random() < ENFORCED
        office = offices[0 if enforced else int(chance.integers(len(offices)))]
        entry: Entry = {
            "name": f"事项{number}",
            "list": MATTER_LISTS[number % len(MATTER_LISTS)],
            "unit": office,
            "hours_per_year": 12 + 4 * int(chance.integers(8)),
        }
        if enforced:
            entry["certificates"] = ["enforcement"]
            entry["officers"] = max(1, min(2, terms.officers - 2))
        yield f"{deal.structure.prefix}m{number}", entry


def _requires(deal: Deal, terms: Terms, desk: Desk) -> Mapping[str, object]:
    if desk.unit == deal.structure.top:
        return {"title": ["leader"]}
    asked = terms.asked.get(desk.id)
    return {
        "identity": identities(deal, desk),
        "certificates": [asked] if asked else [],
    }


def _today(deal: Deal, chance: np.random.Generator) -> dict[str, list[str]]:
    """Return who holds what today: much as dealt, the rest with somebody by chance."""
    today: dict[str, list[str]] = {}
    workers = [one for one in deal.structure.workers if not one.leader]
    for desk in deal.structure.desks:
        for holder in deal.holders[desk.id]:
            kept = holder.leader or chance.random() < STAYS
            now = holder if kept else _anybody(workers, chance)
            if desk.id not in today.setdefault(now.id, []):
                today[now.id].append(desk.id)
    return today


def _anybody(workers: list[Worker], chance: np.random.Generator) -> Worker:
    return workers[int(chance.integers(len(workers)))]
