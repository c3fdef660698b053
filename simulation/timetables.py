"""Timetables: the working days of a year, for the town and the county."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import compress, islice

import holidays

from scenarios import Town
from scenarios.language.people import Person
from scenarios.language.settings import CalendarKind, CalendarSettings
from simulation.calendars import Calendar
from simulation.clock import DAY, HOUR, MINUTE, midnight


@dataclass(frozen=True, slots=True)
class Timetable:
    """The town's working days, from the first that is played to 31 December.

    Parameters
    ----------
    year
        The year that is measured.
    days
        Every working day, those before 1 January too.
    starts
        When a working day begins, after midnight.
    length
        How long a working day is.
    """

    year: int
    days: tuple[date, ...]
    starts: int
    length: int

    @property
    def openings(self) -> tuple[int, ...]:
        """When each working day begins."""
        return _openings(self)

    @property
    def begin(self) -> int:
        """When the play begins."""
        return min(0, midnight(self.days[0], self.year)) if self.days else 0

    @property
    def end(self) -> int:
        """When the year, and the play, ends."""
        return (date(self.year + 1, 1, 1) - date(self.year, 1, 1)).days * DAY

    @property
    def in_year(self) -> tuple[date, ...]:
        """The working days of the year itself."""
        return tuple(day for day in self.days if day.year == self.year)

    def opening(self, day: date) -> int:
        """Return when a working day begins."""
        return midnight(day, self.year) + self.starts

    def calendar(self, *, without: Collection[date] = ()) -> Calendar:
        """Return the calendar, less some days."""
        every = _calendar(self)
        if not without:
            return every
        there = [day not in without for day in self.days]
        if len(every.opens) == len(there):
            return every.of_stretches(there)
        return Calendar.of(
            (opening, opening + self.length)
            for opening in compress(self.openings, there)
        )


def timetable(town: Town) -> Timetable:
    """Return the working days of a town."""
    return _timetable(town.calendar, town.simulation.warm_up_days)


def county_calendar(town: Town) -> Calendar:
    """Return the county's calendar: the town's, without the town's own days off."""
    without_own = town.calendar.model_copy(update={"days_off": ()})
    return _timetable(without_own, town.simulation.warm_up_days).calendar()


def is_in(person: Person) -> bool:
    """Whether somebody comes to work at all.

    Weekly hours are what a person's posts may take, and not how long the person is
    there; only none at all means that the person is elsewhere all year (借调).
    """
    return person.hours > 0


@cache
def _openings(timetable: Timetable) -> tuple[int, ...]:
    return tuple(timetable.opening(day) for day in timetable.days)


@cache
def _calendar(timetable: Timetable) -> Calendar:
    openings, length = timetable.openings, timetable.length
    return Calendar.of((opening, opening + length) for opening in openings)


@cache
def _timetable(settings: CalendarSettings, warm_up_days: int) -> Timetable:
    first = date(settings.year, 1, 1)
    before = (first - timedelta(days=back) for back in range(1, 2000))
    warm_up = [*islice((day for day in before if works(settings, day)), warm_up_days)]
    count = (date(settings.year + 1, 1, 1) - first).days
    year = (first + timedelta(days=ahead) for ahead in range(count))
    continuous = settings.kind is CalendarKind.CONTINUOUS
    starts = settings.day_starts
    return Timetable(
        settings.year,
        (*reversed(warm_up), *(day for day in year if works(settings, day))),
        0 if continuous else starts.hour * HOUR + starts.minute * MINUTE,
        DAY if continuous else round(settings.hours_per_day * HOUR),
    )


def works(settings: CalendarSettings, day: date) -> bool:
    """Whether a day is a working day of the town."""
    if day in settings.days_off:
        return False
    match settings.kind:
        case CalendarKind.CONTINUOUS:
            return True
        case CalendarKind.PLAIN:
            return day.weekday() < 5
        case CalendarKind.CHINA:
            return _china(day.year).is_working_day(day)


@cache
def _china(year: int) -> holidays.HolidayBase:
    """Return the State Council's holidays of a year, make-up workdays too."""
    return holidays.country_holidays("CN", years=year)
