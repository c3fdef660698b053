"""The ledger: a log sorted into pieces and kinds of event, ready to be measured."""

from collections import defaultdict
from dataclasses import dataclass

from scenarios import Plan, Town
from scenarios.language.base import PostId, StreamId, UnitId
from simulation.calendars import Calendar, Timetable, timetable
from simulation.clock import HOUR
from simulation.log import Event, Log, Row


@dataclass(slots=True)
class PieceRecord:
    """What became of a piece; moments are empty where it never came to that."""

    stream: StreamId
    arrived: int
    begun: int | None = None
    completed: int | None = None
    dropped: int | None = None


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
        self.calendar: Calendar = self.days.calendar()
        self.rows: dict[Event, list[Row]] = defaultdict(list)
        for row in log.rows:
            self.rows[row.event].append(row)
        self.pieces = _pieces(self.rows)
        self.places = {stream: tuple(_places(town, stream)) for stream in town.work}

    def this_year(self, *events: Event) -> list[Row]:
        """Return the rows of some events, without those of the warm-up."""
        return [row for event in events for row in self.rows[event] if row.at >= 0]

    def hours(self, begin: int, end: int) -> float:
        """Return the town's working hours between two moments."""
        return self.calendar.between(begin, end) / HOUR

    def days_between(self, begin: int, end: int) -> float:
        """Return the town's working days between two moments."""
        return self.calendar.between(begin, end) / self.days.length

    @property
    def everywhere(self) -> tuple[str, ...]:
        """The town, its streams, and the units, modules and leads that they are of."""
        found = {"town": None}
        for kind in ("stream:", "unit:", "module:", "lead:"):
            for places in self.places.values():
                found |= {place: None for place in places if place.startswith(kind)}
        return tuple(found)

    def everyday(self, stream: StreamId) -> bool:
        """Whether a stream is presence on given days, and not pieces that arrive."""
        return self.town.work[stream].arrive is None


def week_of(moment: int) -> str:
    """Return a week of the year, counted from 1 January: ``week:07``."""
    return f"week:{moment // (7 * 24 * HOUR) + 1:02d}"


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


def _pieces(rows: dict[Event, list[Row]]) -> tuple[PieceRecord, ...]:
    found = {
        (row.stream, row.piece): PieceRecord(row.stream, row.at)
        for row in rows[Event.ARRIVED]
    }
    for row in (*rows[Event.BEGAN], *rows[Event.SENT]):
        piece = found[row.stream, row.piece]
        if piece.begun is None or row.at < piece.begun:
            piece.begun = row.at
    for row in rows[Event.COMPLETED]:
        found[row.stream, row.piece].completed = row.at
    for row in rows[Event.DROPPED]:
        found[row.stream, row.piece].dropped = row.at
    return tuple(found.values())
