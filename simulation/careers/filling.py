"""Filling vacant chairs, from the top down, so that vacancies cascade."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.language.people import Identity
from simulation.careers.cadre import outside_leader, recruit
from simulation.careers.candidates import CIVIL_LEADERS, LEADERS
from simulation.careers.career import Career
from simulation.careers.chairs import LEADER, Chair
from simulation.careers.luck import Lot
from simulation.careers.staff import Staff


@dataclass(slots=True)
class Openings:
    """How many leaders' posts institution staff may still get this month."""

    institution_staff: int = 0


def fill_chairs(
    staff: Staff, openings: Openings, now: int
) -> Iterator[tuple[Chair, Career]]:
    """Fill what can be filled this month, and yield each chair with its new holder.

    Somebody who rises leaves a lower chair, which comes later in the order and is
    filled in the same month: what is vacant is asked one by one.
    """
    bench = staff.bench
    bench.open(now)
    if not staff.vacant:
        return
    for vacant in filter(staff.vacant.__contains__, staff.chairs):
        chair = staff.chairs[vacant]
        chosen = (
            _next_leader(staff, chair, openings, now)
            if chair.level is LEADER
            else bench.best(chair.kind)
        )
        if chosen is not None:
            career, candidates = chosen
            staff.seat(career, chair, now, candidates=candidates)
            if chair.level is LEADER:
                staff.lift(career, now)
            yield chair, career


def _next_leader(
    staff: Staff, chair: Chair, openings: Openings, now: int
) -> tuple[Career, int] | None:
    """Return the next leader: somebody of mid-level from inside, or from outside."""
    before = staff.vacant[chair.id].left_by
    from_inside = before is None or _is_followed_from_inside(staff, before)
    kind = LEADERS if openings.institution_staff > 0 else CIVIL_LEADERS
    inside = staff.bench.best(kind) if from_inside else None
    if inside is not None:
        if inside[0].cadre.identity is Identity.INSTITUTION_STAFF:
            openings.institution_staff -= 1
        if before is not None:
            staff.replace(before)
        return inside
    if before is None:
        return None
    lots = staff.luck.of(before.place, before.cadre.generation + 1)
    new = recruit(before.cadre, lots, staff.conditions, now)
    leader = outside_leader(new, lots, staff.conditions, before.rung)
    return staff.enter(leader), 0


def _is_followed_from_inside(staff: Staff, before: Career) -> bool:
    lots = staff.luck.of(before.place, before.cadre.generation)
    return lots[Lot.INSIDE] < staff.conditions.inside_share
