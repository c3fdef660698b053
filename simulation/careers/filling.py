"""Filling vacant chairs, from the top down, so that vacancies cascade."""

from collections.abc import Iterator

from simulation.careers.career import Career, qualified
from simulation.careers.chairs import Chair, Level
from simulation.careers.luck import Lot
from simulation.careers.staff import Staff


def fill_chairs(staff: Staff, now: int) -> Iterator[tuple[Chair, Career]]:
    """Fill what can be filled this month, and yield each chair with its new holder.

    Somebody who rises leaves a lower chair, which comes later in the order and is
    filled in the same month.
    """
    for chair in staff.chairs:
        if chair.id in staff.vacant:
            chosen = (
                _next_leader(staff, chair, now)
                if chair.level is Level.LEADER
                else _best(staff, chair, now)
            )
            if chosen is not None:
                career, candidates = chosen
                staff.seat(career, chair, now, candidates=candidates)
                yield chair, career


def _next_leader(staff: Staff, chair: Chair, now: int) -> tuple[Career, int] | None:
    """Return the next leader: somebody of mid-level from inside, or from outside."""
    before = staff.vacant[chair.id].left_by
    inside = _best(staff, chair, now)
    if before is None:
        return inside
    lot = staff.lot(before.cadre, Lot.INSIDE)
    if inside is not None and lot < staff.settings.flows.leader_inside_share:
        staff.replace(before.cadre)
        return inside
    new = staff.newcomers.leader(before.cadre, now, before.rung)
    return staff.enter(new), 0


def _best(staff: Staff, chair: Chair, now: int) -> tuple[Career, int] | None:
    """Return the best candidate for a chair, and how many stood."""
    standing = qualified(staff.present.values(), chair, now, staff.settings.flows)
    if not standing:
        return None
    first = standing if chair.titled else _titled_first(standing, chair)
    best = min(first, key=lambda one: (-staff.points(one, now), one.id))
    return best, len(standing)


def _titled_first(standing: list[Career], chair: Chair) -> list[Career]:
    """Return those who have the title for a duty, or everybody if none has."""
    titled = [one for one in standing if one.title and one.title.level >= chair.level]
    return titled or standing
