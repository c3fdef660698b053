"""Boards at work: confirming newcomers and promoting those who are ready."""

from simulation.careers.boards import Steps
from simulation.careers.cadre import BELOW
from simulation.careers.career import Career
from simulation.careers.log import CONFIRMED, PROMOTED
from simulation.careers.staff import Staff


def hold_boards(staff: Staff, now: int) -> None:
    """Let the boards of all ladders meet."""
    for ladder, steps in staff.setting.ladders.items():
        if staff.climbers[ladder]:
            _hold_board(staff, steps, now)


def _hold_board(staff: Staff, steps: Steps, now: int) -> None:
    """Confirm who is due on a ladder, then let those rise for whom there is room.

    A place that somebody leaves by rising is free for those below at the same board,
    so the rungs are gone through from the top.
    """
    standing, places = _by_rung(staff, steps, now), staff.places[steps.id]
    places.count(
        [len(one) for one in standing],
        leaders=[sum(one.is_leader for one in each) for each in standing]
        if places.leaders_matter
        else (),
        strength=len(staff.climbers[steps.id]),
        months=now - staff.conditions.start + 1,
    )
    for target in range(len(steps.rungs) - 1, 0, -1):
        room = places.room(target) if standing[target - 1] else 0
        if room != 0:
            ready = [one for one in standing[target - 1] if _has_done(one, steps, now)]
            risen = _first(ready, room, now)
            places.take(target, len(risen))
            for one in risen:
                staff.rise(one, steps, PROMOTED, since=now, now=now)


def _first(standing: list[Career], room: int | None, now: int) -> list[Career]:
    """Return the best, in order, as far as there is room."""
    if room is None or room >= len(standing):
        return standing
    return sorted(standing, key=lambda one: one.order(now, now))[:room]


def _by_rung(staff: Staff, steps: Steps, now: int) -> list[list[Career]]:
    """Return who stands on each rung, those among them who are confirmed just now.

    Whose probation is over stands on the lowest rung; no quota asks for that.
    """
    standing: list[list[Career]] = [[] for _ in steps.rungs]
    start = staff.conditions.start
    for one in staff.climbers[steps.id].values():
        if one.rung == BELOW and not one.is_leader:
            since = one.cadre.confirmed(start)
            if since <= now:
                staff.rise(one, steps, CONFIRMED, since=since, now=now)
        if one.rung != BELOW:
            standing[one.rung].append(one)
    return standing


def _has_done(career: Career, steps: Steps, now: int) -> bool:
    """Tell whether somebody has the years, the marks and the titles for a next rung."""
    step = steps.steps[career.rung]
    since, marks = career.rung_since, 0
    if step.excellent or (steps.saves and now - since < step.months):
        marks = career.excellent(max(career.exposed, since), now)
    return (
        now - since >= step.months - steps.saves * marks
        and now - career.joined >= step.service
        and marks >= step.excellent
        and (not step.titles or step.titles & career.titles != 0)
    )
