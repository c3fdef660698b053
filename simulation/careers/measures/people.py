"""What becomes of each of today's staff, and how evenly points are spread."""

from collections.abc import Iterator, Sequence
from math import nan

from simulation.careers.log import CareerLog
from simulation.careers.measures.history import History, Sitting
from simulation.summary import Key


def ledger(log: CareerLog, staff: Sequence[History]) -> Iterator[tuple[Key, float]]:
    """Yield each person's rises and years in a seat; their differences are a ledger.

    Seats that are lost on the eve cost their years, so that a design's losers show.
    """
    for one in staff:
        of = f"person:{one.cadre.id}"
        rises = len(one.rank_rises) + len(one.seat_rises)
        yield ("rises", of), float(rises)
        months = sum(_months(log, each) for each in one.sittings if each.chair.titled)
        yield ("seat_years", of), months / 12


def points_gini(log: CareerLog) -> Iterator[tuple[Key, float]]:
    """Yield how unevenly points are spread at the end: 0 evenly, 1 all with one."""
    yield ("points_gini", "town"), gini(list(log.points.values()))


def gini(values: Sequence[float]) -> float:
    """Return Gini's coefficient; not-a-number if there is nothing to spread."""
    total = sum(values)
    if total <= 0:
        return nan
    count = len(values)
    weighted = 0.0
    for rank, one in enumerate(sorted(values), start=1):
        weighted += rank * one
    return 2 * weighted / (count * total) - (count + 1) / count


def _months(log: CareerLog, sitting: Sitting) -> int:
    end = log.start + log.months
    until = end if sitting.until is None else sitting.until
    return until - max(log.start, sitting.since)
