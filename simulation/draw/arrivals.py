"""Arrivals: when the pieces of a stream come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scenarios.language.arrivals import Arrival
from scenarios.language.seasons import Season
from simulation.clock import DAY, HOUR, SECOND, midnight
from simulation.draw.periods import days_of_periods, next_working_day
from simulation.timetables import Timetable

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
        kind = _Days.round_the_clock if arrive.any_time else _Days.in_working_time
        when = kind(timetable)
        return _poisson(when, _intensity(arrive, when) * scale, chance)
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


@dataclass(frozen=True, slots=True)
class _Days:
    """The days on which pieces may come, and for how long each."""

    days: tuple[date, ...]
    in_year: tuple[date, ...]
    openings: tuple[int, ...]
    length: int

    @classmethod
    def in_working_time(cls, timetable: Timetable) -> Self:
        """Return working time."""
        days = timetable.days
        openings = tuple(timetable.opening(day) for day in days)
        return cls(days, timetable.in_year, openings, timetable.length)

    @classmethod
    def round_the_clock(cls, timetable: Timetable) -> Self:
        """Return every hour of every day that is played."""
        first, year = timetable.days[0], timetable.year
        count = (date(year + 1, 1, 1) - first).days
        days = tuple(first + timedelta(days=ahead) for ahead in range(count))
        in_year = tuple(day for day in days if day.year == year)
        return cls(days, in_year, tuple(midnight(day, year) for day in days), DAY)


def _intensity(arrive: Arrival, days: _Days) -> NDArray[np.float64]:
    """Return the expected number of pieces on each day."""
    if arrive.per_hour is not None:
        return np.full(len(days.days), arrive.per_hour * days.length / HOUR)
    weights = _weights(arrive.season, days.days)
    in_year = sum(_weights(arrive.season, days.in_year))
    return np.array(weights) * ((arrive.per_year or 0.0) / in_year if in_year else 0.0)


def _poisson(
    days: _Days, expected: NDArray[np.float64], chance: np.random.Generator
) -> tuple[int, ...]:
    """Return a Poisson process on the days' time, by inversion of its intensity."""
    passed = np.concatenate(([0.0], np.cumsum(expected)))
    reached = _unit_process(chance, float(passed[-1]))
    day = np.searchsorted(passed, reached, side="right") - 1
    share = (reached - passed[day]) / expected[day]
    openings = np.array(days.openings) // SECOND
    # A piece comes before the day closes, so that it never waits for the next one.
    length = days.length // SECOND
    within = np.minimum(np.rint(share * length), length - 1)
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
