"""Arrivals: when the pieces of a stream come."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from scenarios.language.arrivals import Arrival
from scenarios.language.seasons import Season
from simulation.calendars import Timetable
from simulation.clock import HOUR, SECOND
from simulation.draw.periods import days_of_periods, next_working_day

_BLOCK = 256
"""Gaps are drawn in blocks of one size, so that the k-th never depends on the rate."""


def arrivals(
    arrive: Arrival, timetable: Timetable, chance: np.random.Generator, scale: float
) -> tuple[int, ...]:
    """Return when pieces come, in order.

    Parameters
    ----------
    arrive
        The form of arrival; not a trace.
    timetable
        The working days.
    chance
        The stream's own numbers.
    scale
        Factor on the rates of what comes by chance; what comes by the calendar
        isn't touched.
    """
    if arrive.per_year is not None or arrive.per_hour is not None:
        return _poisson(timetable, _intensity(arrive, timetable) * scale, chance)
    days = _days(arrive, timetable, chance)
    return tuple(timetable.opening(day) for day in days for _ in range(arrive.number))


def _days(
    arrive: Arrival, timetable: Timetable, chance: np.random.Generator
) -> Sequence[date]:
    if arrive.every is not None:
        return days_of_periods(timetable, arrive.every, arrive.on)
    if arrive.season_days is not None:
        return _season_days(arrive.season_days, arrive.season, timetable, chance)
    moved = (next_working_day(timetable, day) for day in sorted(arrive.dates or ()))
    first = timetable.days[0]
    return [day for day in moved if day is not None and day >= first]


def _intensity(arrive: Arrival, timetable: Timetable) -> NDArray[np.float64]:
    """Return the expected number of pieces on each working day."""
    if arrive.per_hour is not None:
        each = arrive.per_hour * timetable.length / HOUR
        return np.full(len(timetable.days), each)
    weights = _weights(arrive.season, timetable.days)
    in_year = sum(_weights(arrive.season, timetable.in_year))
    return np.array(weights) * ((arrive.per_year or 0.0) / in_year if in_year else 0.0)


def _poisson(
    timetable: Timetable, expected: NDArray[np.float64], chance: np.random.Generator
) -> tuple[int, ...]:
    """Return a Poisson process on working time, by inversion of its intensity."""
    passed = np.concatenate(([0.0], np.cumsum(expected)))
    reached = _unit_process(chance, float(passed[-1]))
    day = np.searchsorted(passed, reached, side="right") - 1
    share = (reached - passed[day]) / expected[day]
    openings = np.array([timetable.opening(one) for one in timetable.days]) // SECOND
    # A piece comes before the day closes, so that it never waits for the next one.
    within = np.minimum(
        np.rint(share * (timetable.length // SECOND)), timetable.length // SECOND - 1
    )
    return tuple(((openings[day] + within.astype(np.int64)) * SECOND).tolist())


def _unit_process(chance: np.random.Generator, end: float) -> NDArray[np.float64]:
    """Return the moments below ``end`` of a Poisson process of rate 1."""
    gaps = -np.log1p(-chance.random(_BLOCK))
    while gaps.sum() < end:
        gaps = np.concatenate((gaps, -np.log1p(-chance.random(_BLOCK))))
    moments = np.cumsum(gaps)
    return moments[moments < end]


def _season_days(
    count: int, season: Season | None, timetable: Timetable, chance: np.random.Generator
) -> Sequence[date]:
    """Return so many days of the year, drawn by weight without replacement.

    Each day of the calendar has its own number, and the days of the highest keys
    are taken (Efraimidis and Spirakis 2006); days before 1 January whose keys
    would have been high enough are taken too.
    """
    numbers = chance.random(2 * 366)
    weights = _weights(season, timetable.days)
    keys = {
        day: np.log(numbers[day.timetuple().tm_yday - 1 + 366 * (day.year % 2)])
        / weight
        for day, weight in zip(timetable.days, weights, strict=True)
        if weight > 0
    }
    best = sorted((keys[day] for day in timetable.in_year if day in keys), reverse=True)
    lowest = best[min(count, len(best)) - 1] if best else 0.0
    return [day for day, key in keys.items() if key >= lowest]


def _weights(season: Season | None, days: Sequence[date]) -> list[float]:
    """Return the weight of each day; of equal days, 1."""
    if season is None:
        return [1.0] * len(days)
    if len(season) == 12:
        return [season[day.month - 1] for day in days]
    return [season[min((day.timetuple().tm_yday - 1) // 7, 51)] for day in days]
