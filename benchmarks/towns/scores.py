"""The wishes and marks of an invented town, and the leaders' pins."""

from collections.abc import Iterator

import numpy as np

from benchmarks.towns.deal import Deal
from benchmarks.towns.parts import Desk
from benchmarks.towns.terms import Terms, identities
from scenarios.language.posts import PostGrade

WISHES, MARKS = 3, 5
"""Posts that each of the staff wishes for, and posts that they are marked for."""

NEAR = 0.6
"""Share of these that lie in the own unit."""

Row = dict[str, object]


def scores(deal: Deal, terms: Terms, chance: np.random.Generator) -> Iterator[Row]:
    """Yield a row for each mark, the first few of each person's with a wish."""
    staffed = [d for d in deal.structure.desks if d.unit != deal.structure.top]
    for worker in deal.structure.workers:
        fitting = [d for d in staffed if worker.identity in identities(deal, d)]
        able = [d for d in fitting if _certified(terms, worker.id, d)]
        if worker.leader or not able:
            continue
        near = [desk for desk in able if desk.unit == worker.home] or able
        chosen = dict.fromkeys(
            _any(near if chance.random() < NEAR else able, chance)
            for _ in range(2 * MARKS)
        )
        for number, post in enumerate(list(chosen)[:MARKS], start=1):
            row: Row = {"person": worker.id, "post": post}
            row["assessment"] = 60 + int(chance.integers(36))
            if number <= WISHES:
                row["wish"] = number
            yield row


def pins(deal: Deal) -> dict[str, list[str]]:
    """Return the leadership's posts with their holders, who are elected."""
    return {
        desk.id: [holder.id for holder in deal.holders[desk.id]]
        for desk in deal.structure.desks
        if desk.unit == deal.structure.top
    }


def _any(desks: list[Desk], chance: np.random.Generator) -> str:
    return desks[int(chance.integers(len(desks)))].id


def _certified(terms: Terms, person: str, desk: Desk) -> bool:
    asked = terms.asked.get(desk.id)
    plain = desk.grade is not PostGrade.AGENT
    return plain and (asked is None or asked in terms.certificates[person])
