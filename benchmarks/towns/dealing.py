"""A staffing that keeps every rule, dealt out before the rules' limits are set.

The requirements, hours and limits of an invented town follow from it, so that the
town can be staffed.
"""

import numpy as np

from benchmarks.towns.deal import Deal
from benchmarks.towns.parts import Desk, Structure, Worker
from scenarios.language.posts import FullTime, PostGrade

AT_HOME = 0.8
"""Share of the posts that are dealt to people of their own unit."""

FILL = 0.8
"""Share of people's hours that their A-posts take at most."""

LEAST_OF_MOST = 0.75
"""Least hours of a post, as a share of the most that it could have."""


def dealt(structure: Structure, chance: np.random.Generator) -> Deal:
    """Deal out every seat: the A-seats, then the hours, then the B-seats.

    Raises
    ------
    ValueError
        If there is nobody for a post.
    """
    deal = Deal(structure)
    for desk in sorted(structure.desks, key=_plain):
        for _ in range(desk.seats):
            _deal_a(deal, desk, chance)
        if not deal.holders[desk.id]:
            raise ValueError(f"nobody can hold {desk.id}: too many posts")
    for desk in structure.desks:
        deal.hours[desk.id] = _hours(deal, desk, chance)
    for desk in structure.desks:
        _deal_b(deal, desk, chance)
    return deal


def _plain(desk: Desk) -> bool:
    """Whether anybody may hold the post beside others; such posts come last."""
    plain = desk.grade in {PostGrade.STAFF, PostGrade.AGENT}
    return plain and desk.full_time is FullTime.NO


def _deal_a(deal: Deal, desk: Desk, chance: np.random.Generator) -> None:
    able = list(deal.may_hold(desk))
    home = [worker for worker in able if worker.home == desk.unit]
    stays = chance.random() < AT_HOME
    if pool := (home if home and stays else able):
        luck = chance.random(len(pool))
        at = min(range(len(pool)), key=lambda n: (len(deal.held[pool[n].id]), luck[n]))
        deal.holders[desk.id].append(pool[at])
        deal.held[pool[at].id].append(desk)


def _hours(deal: Deal, desk: Desk, chance: np.random.Generator) -> float:
    """Return hours that every holder has, in halves."""
    room = min(_room(deal, worker) for worker in deal.holders[desk.id])
    share = LEAST_OF_MOST + (1 - LEAST_OF_MOST) * chance.random()
    return max(1, int(2 * room * share)) / 2


def _room(deal: Deal, worker: Worker) -> float:
    return FILL * worker.hours / len(deal.held[worker.id])


def _deal_b(deal: Deal, desk: Desk, chance: np.random.Generator) -> None:
    pool = list(deal.may_back(desk))
    luck = chance.random(len(pool))

    def burden(number: int) -> tuple[int, int, float]:
        worker = pool[number]
        return deal.near(worker, desk), len(deal.backed[worker.id]), luck[number]

    if pool:
        chosen = pool[min(range(len(pool)), key=burden)]
        deal.backups[desk.id].append(chosen)
        deal.backed[chosen.id].append(desk)
