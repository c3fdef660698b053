"""Boards at work: confirming newcomers and promoting those who are ready."""

from scenarios.language.base import LadderId
from simulation.careers.boards import Candidate, Steps, board
from simulation.careers.cadre import BELOW
from simulation.careers.career import Career
from simulation.careers.log import Happened
from simulation.careers.staff import Staff


def hold_board(staff: Staff, ladder: LadderId, now: int) -> None:
    """Confirm who is due on a ladder, then let those rise for whom there is room."""
    steps = staff.ladders[ladder]
    members = [one for one in staff.present.values() if one.cadre.ladder == ladder]
    _confirm(staff, steps, members, now)
    on_rungs = [0] * len(steps.rungs)
    for one in members:
        if one.rung != BELOW:
            on_rungs[one.rung] += 1
    ready = [
        Candidate(one.id, one.rung, staff.points(one, now))
        for one in members
        if _is_ready(steps, one, now)
    ]
    for risen in board(steps, on_rungs, len(members), ready):
        career = staff.present[risen.person]
        staff.rise(career, steps, Happened.PROMOTED, since=now, now=now)


def _confirm(staff: Staff, steps: Steps, members: list[Career], now: int) -> None:
    """Put those whose probation is over on the lowest rung; no quota asks for that."""
    for one in members:
        since = one.cadre.confirmed(staff.start)
        if one.rung == BELOW and not one.is_leader and since <= now:
            staff.rise(one, steps, Happened.CONFIRMED, since=since, now=now)


def _is_ready(steps: Steps, career: Career, now: int) -> bool:
    """Tell whether somebody has served the years for the next rung."""
    if career.rung in {BELOW, len(steps.rungs) - 1}:
        return False
    return now - career.rung_since >= steps.months[career.rung]
