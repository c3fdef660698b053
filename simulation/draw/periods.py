"""Days that come round: which day of each week, month or quarter it is."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from scenarios.language.arrivals import Every
from simulation.timetables import Timetable

_MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}

On = int | tuple[int, int] | None
"""Weekday 1 to 7, day of the period's last month, or month and day."""


def days_of_periods(timetable: Timetable, every: Every, on: On) -> tuple[date, ...]:
    """Return the working days on which something that comes round falls.

    A day that is not a working day moves to the next one that is; without ``on``,
    it is the first day of the period.
    """
    if every is Every.DAY or not timetable.days:
        return timetable.days
    falls = _weekly(on) if every is Every.WEEK else _monthly(_MONTHS[every], on)
    last = timetable.days[-1]
    moved = (
        next_working_day(timetable, day)
        for day in _days(timetable.days[0], last)
        if falls(day)
    )
    return tuple(day for day in moved if day is not None)


def next_working_day(timetable: Timetable, day: date) -> date | None:
    """Return the first working day at or after a day, if any is left."""
    return next((one for one in timetable.days if one >= day), None)


def _days(first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days + 1):
        yield first + timedelta(days=ahead)


def _weekly(on: On) -> Callable[[date], bool]:
    weekday = on if isinstance(on, int) else 1
    return lambda day: day.isoweekday() == weekday


def _monthly(months: int, on: On) -> Callable[[date], bool]:
    """Return whether a day is the one of its period of so many months."""
    match on:
        case None:
            return lambda day: (day.month - 1) % months == 0 and day.day == 1
        case int():
            return lambda day: day.month % months == 0 and day.day == _within(day, on)
        case (month, number):
            place = month % months
            return lambda day: (
                day.month % months == place and day.day == _within(day, number)
            )


def _within(day: date, number: int) -> int:
    """Return a day's number, or the month's last where the month is shorter."""
    return min(number, monthrange(day.year, day.month)[1])
