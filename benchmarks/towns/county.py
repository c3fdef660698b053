"""An invented town among the others of its county, with a few people who may move."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from benchmarks.towns.deal import Deal
from benchmarks.towns.part import Part
from benchmarks.towns.parts import Worker
from benchmarks.towns.scores import Row
from scenarios.language.people import Identity
from scenarios.language.posts import PostGrade

OPEN = 0.05
"""Share of the people who are open to a transfer, to the two next towns."""

WISHED = 3
"""Posts of each of these towns that they wish for and are marked for."""


def neighbour(parts: Sequence[Part], at: int, chance: np.random.Generator) -> Part:
    """Return one of the towns of a county, which knows the next two."""
    own = parts[at]
    near = {n % len(parts) for n in (at + 1, at + 2)} - {at}
    moving = _open(own.deal)
    towns = [town_name(number) for number in sorted(near)]
    units = own.sections["units"]
    people = own.sections["people"]
    sections = {
        **own.sections,
        "units": {key: _with(one, town=town_name(at)) for key, one in units.items()},
        "people": {
            key: _with(one, transfers=towns) if key in moving else one
            for key, one in people.items()
        },
    }
    wishes = [
        row
        for person in moving
        for number in sorted(near)
        for row in _wishes(person, parts[number].deal, chance)
    ]
    return Part(own.deal, sections, [*own.rows, *wishes])


def town_name(number: int) -> str:
    """Return the name of a town of the county."""
    return f"第{number + 1}镇"


def _open(deal: Deal) -> list[str]:
    staff = [worker for worker in deal.structure.workers if _ordinary(worker)]
    return [one.id for one in staff[:: round(1 / OPEN)]]


def _ordinary(worker: Worker) -> bool:
    return not worker.leader and worker.identity is Identity.INSTITUTION_STAFF


def _wishes(person: str, deal: Deal, chance: np.random.Generator) -> Iterator[Row]:
    plain = [d for d in deal.structure.desks if d.grade is PostGrade.STAFF]
    for number in chance.choice(len(plain), size=WISHED, replace=False):
        mark = 75 + int(chance.integers(25))
        post = plain[int(number)].id
        yield {"person": person, "post": post, "assessment": mark, "wish": 2}


def _with(entry: object, **more: object) -> object:
    return {**entry, **more} if isinstance(entry, Mapping) else entry
