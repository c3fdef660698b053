"""The ledger: a log sorted into pieces and kinds of event, ready to be measured."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from scenarios import Plan, Town
from scenarios.language.base import PostId, StreamId, UnitId
from simulation.log import Log
from simulation.measures.intervals import Chosen, Intervals, Numbers, intervals
from simulation.measures.weeks import borders, week_name
from simulation.measures.working_time import WorkingTime
from simulation.rows import NIGHT, Event, Row
from simulation.tables import Table, joined
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
        self.streams = _places_of(log.texts, town.work)
        """For the code of each text, the place of the stream of this name."""
        self.people = _places_of(log.texts, town.people)
        """The same for people."""
        self.texts = log.texts
        self._log = log

    def table(self, *events: Event) -> Table:
        """Return the rows of some events, without those of the warm-up."""
        found = [self._log.by_event[event] for event in events]
        parts = [rows[np.searchsorted(rows["at"], 0) :] for rows in found]
        return parts[0] if len(parts) == 1 else joined(parts)

    def this_year(self, *events: Event) -> list[Row]:
        """Return the same as rows, for events that are rare."""
        return [*self._log.rows_of(self.table(*events))]

    def code(self, text: str) -> int:
        """Return the code of a text; of one that the log hasn't, none that it has."""
        return self._codes.get(text, -1)

    @cached_property
    def completed(self) -> Intervals:
        """The pieces completed in the year, from when they came."""
        return intervals(self.table(Event.COMPLETED), self.streams)

    @cached_property
    def left_open(self) -> Intervals:
        """The pieces open at the year's end, from when they came."""
        rows = self.table(Event.OPEN)
        return intervals(rows.compress(rows["person"] == 0), self.streams)

    @cached_property
    def spells(self) -> Table:
        """The rows that end spells of work, those of the year's end too."""
        return self._spells.compress(self._spells["how"] != self.code(NIGHT))

    @cached_property
    def nights(self) -> Table:
        """The rows that end spells of duty at night."""
        return self._spells.compress(self._spells["how"] == self.code(NIGHT))

    @cached_property
    def _spells(self) -> Table:
        rows = self.table(Event.INTERRUPTED, Event.ENDED, Event.CUT, Event.OPEN)
        return rows.compress(rows["person"] != 0)

    @cached_property
    def everywhere(self) -> tuple[str, ...]:
        """The town, its streams, and the units, modules and leads that they are of."""
        found = {"town": None}
        for kind in ("stream:", "unit:", "module:", "lead:"):
            for places in self.places.values():
                found |= {place: None for place in places if place.startswith(kind)}
        return tuple(found)

    @cached_property
    def arriving(self) -> Chosen:
        """Of which streams pieces arrive; the others are presence on given days."""
        work = self.town.work.values()
        return np.array([stream.arrive is not None for stream in work], bool)

    @cached_property
    def _codes(self) -> Mapping[str, int]:
        return {text: code for code, text in enumerate(self.texts)}


def _places_of(texts: Sequence[str], names: Iterable[str]) -> Numbers:
    """Return the place of each text among some names; past them all, if it is none."""
    places = {name: place for place, name in enumerate(names)}
    return np.array([places.get(text, len(places)) for text in texts], np.int64)


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
