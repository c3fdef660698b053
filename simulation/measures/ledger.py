"""The ledger: a log sorted into pieces and kinds of event, ready to be measured."""

from bisect import bisect_left
from functools import cached_property
from operator import attrgetter

from scenarios import Plan, Town
from scenarios.language.base import PostId, StreamId, UnitId
from simulation.log import Event, Log, Row, by_event
from simulation.measures.intervals import Intervals, intervals
from simulation.measures.weeks import borders, week_name
from simulation.measures.work import SPELLS, Work, work_done
from simulation.measures.working_time import WorkingTime
from simulation.timetables import Timetable, timetable


class Ledger:
    """A log, sorted once, for all measures to read.

    Parameters
    ----------
    town, plan
        What was played.
    log
        How it went.
    """

    def __init__(self, town: Town, plan: Plan, log: Log) -> None:
        self.town = town
        self.plan = plan
        self.days: Timetable = timetable(town)
        self.calendar = self.days.calendar()
        self.places = {stream: tuple(_places(town, stream)) for stream in town.work}
        self.working_time = WorkingTime(self.calendar)
        self.borders = borders(self.days.end)
        self.weeks = tuple(week_name(week) for week in range(len(self.borders) - 1))
        self.order = {stream: place for place, stream in enumerate(town.work)}
        self._rows = by_event(log)

    def this_year(self, *events: Event) -> list[Row]:
        """Return the rows of some events, without those of the warm-up."""
        found: list[Row] = []
        for event in events:
            rows = self._rows[event]
            found += rows[bisect_left(rows, 0, key=_MOMENT) :]
        return found

    @cached_property
    def completed(self) -> Intervals:
        """The pieces completed in the year, from when they came."""
        return intervals(self.this_year(Event.COMPLETED), self.order)

    @cached_property
    def left_open(self) -> Intervals:
        """The pieces open at the year's end, from when they came."""
        rows = (row for row in self.this_year(Event.OPEN) if not row.person)
        return intervals(rows, self.order)

    @cached_property
    def spells(self) -> list[Row]:
        """The rows that end spells of work, those of the year's end too."""
        at_work = (row for row in self.this_year(Event.OPEN) if row.person)
        return [*self.this_year(*SPELLS), *at_work]

    @cached_property
    def work(self) -> Work:
        """How long people were at work in the year."""
        away = self.this_year(Event.AWAY)
        overtime = self.this_year(Event.OVERTIME)
        return work_done(self.spells, away, overtime, self.calendar, len(self.weeks))

    @cached_property
    def everywhere(self) -> tuple[str, ...]:
        """The town, its streams, and the units, modules and leads that they are of."""
        found = {"town": None}
        for kind in ("stream:", "unit:", "module:", "lead:"):
            for places in self.places.values():
                found |= {place: None for place in places if place.startswith(kind)}
        return tuple(found)

    @cached_property
    def arriving(self) -> frozenset[StreamId]:
        """The streams whose pieces arrive; the others are presence on given days."""
        work = self.town.work.values()
        return frozenset(stream.id for stream in work if stream.arrive is not None)


_MOMENT = attrgetter("at")


def _places(town: Town, stream: StreamId) -> list[str]:
    """Return what a stream's pieces count for."""
    spec = town.work[stream]
    lead = town.lead_of_stream(stream)
    unit = _unit(town, stream)
    module = spec.module or (town.units[unit].module if unit else None)
    named = (("unit", unit), ("module", module), ("lead", lead))
    return ["town", f"stream:{stream}", *(f"{kind}:{of}" for kind, of in named if of)]


def _unit(town: Town, stream: StreamId) -> UnitId | None:
    spec = town.work[stream]
    post: PostId | None = spec.post or (spec.coverage.post if spec.coverage else None)
    return spec.unit or (town.posts[post].unit if post else None)
