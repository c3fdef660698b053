"""Absences: planned leave, sickness, and the dates that are known."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import numpy as np

from scenarios.language.people import Absences
from simulation.streams import stream
from simulation.timetables import Timetable

BLOCK_DAYS = 5
"""Leave is taken a working week at a time (年休假可分段安排). An assumption."""

SPELL_DAYS = 2.5
"""Mean working days of a spell of sickness. An assumption."""


@dataclass(frozen=True, slots=True)
class Away:
    """The working days on which somebody is away.

    Parameters
    ----------
    known
        By the dates of the roster.
    leave
        Blocks of planned leave, as long as nobody's leave is planned with an eye on
        others'.
    sick
        By sickness.
    """

    known: frozenset[date]
    leave: tuple[frozenset[date], ...]
    sick: frozenset[date]

    @property
    def days(self) -> frozenset[date]:
        """All of them."""
        return self.known.union(self.sick, *self.leave)


def away(
    absences: Absences, timetable: Timetable, source: tuple[int, int, str]
) -> Away:
    """Return the working days on which somebody is away.

    Parameters
    ----------
    absences
        What the roster says.
    timetable
        The town's working days.
    source
        Seed, replication and name of the person's streams of numbers.
    """
    known = {
        first + timedelta(days=ahead)
        for first, last in absences.dates
        for ahead in range((last - first).days + 1)
    }
    return Away(
        frozenset(known & set(timetable.days)),
        _leave(absences.leave_days, timetable, stream(*source, "leave")),
        _sickness(absences.sick_days, timetable, stream(*source, "sickness")),
    )


def _leave(
    count: float, timetable: Timetable, chance: np.random.Generator
) -> tuple[frozenset[date], ...]:
    """Return blocks of leave, each begun on a day by chance and pushed on if taken."""
    days = timetable.in_year
    left = min(int(count + chance.random()), len(days))
    taken: set[int] = set()
    blocks: list[frozenset[date]] = []
    for begin in chance.random(ceil(left / BLOCK_DAYS)).tolist():
        place = int(begin * len(days))
        block: set[int] = set()
        for _ in range(min(BLOCK_DAYS, left)):
            while place in taken:
                place = (place + 1) % len(days)
            taken.add(place)
            block.add(place)
        blocks.append(frozenset(days[one] for one in block))
        left -= BLOCK_DAYS
    return tuple(blocks)


def _sickness(
    mean: float, timetable: Timetable, chance: np.random.Generator
) -> frozenset[date]:
    """Return spells of sickness of geometric length, begun on days by chance."""
    days, working = timetable.days, len(timetable.in_year)
    starts, ends = chance.random(800), chance.random(800)
    well = max(working - mean, 1.0)
    fall_ill = min(1.0, mean / SPELL_DAYS / well) if working else 0.0
    recover = 1 / SPELL_DAYS
    sick: set[date] = set()
    ill = False
    for place, day in enumerate(days):
        ill = ends[place] >= recover if ill else starts[place] < fall_ill
        if ill:
            sick.add(day)
    return frozenset(sick)
