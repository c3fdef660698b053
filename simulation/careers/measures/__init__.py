"""From a log of careers to measures; nothing else is needed but the town's ladders."""

from collections.abc import Iterator

from scenarios import Town
from simulation.careers.log import CareerLog
from simulation.careers.measures.history import histories, todays_staff
from simulation.careers.measures.movements import (
    comings_and_goings,
    promotions,
    seats,
)
from simulation.careers.measures.opportunity import (
    climbing,
    opportunities,
    stuck,
    waiting,
)
from simulation.careers.measures.people import ledger, points_gini
from simulation.careers.measures.successors import successors
from simulation.careers.measures.years import pyramids, retirement_waves
from simulation.summary import Key

__all__ = ["measure_careers"]


def measure_careers(town: Town, log: CareerLog) -> dict[Key, float]:
    """Return every measure of one replication's careers.

    Parameters
    ----------
    town
        The design, whose ladders name the rungs.
    log
        What became of everybody.

    Returns
    -------
    dict[Key, float]
        Values by measure and what it is of; not-a-number where there is no such case
        or the years played are too few.
    """
    return dict(_measures(town, log))


def _measures(town: Town, log: CareerLog) -> Iterator[tuple[Key, float]]:
    all_ = histories(log)
    staff = todays_staff(log, all_)
    yield from opportunities(town, log, staff)
    yield from waiting(town, log, staff)
    yield from climbing(town, log, staff)
    yield from stuck(town, log, all_)
    yield from promotions(town, log, all_)
    yield from seats(log, all_)
    yield from successors(town, log, all_)
    yield from comings_and_goings(log, all_)
    yield from pyramids(town, log, all_)
    yield from retirement_waves(log)
    yield from points_gini(log)
    yield from ledger(log, staff)
