"""The log of a year: a row for every event, from which every measure is made."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from struct import Struct
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from scenarios.language.base import PersonId, PostId, StreamId
from simulation.clock import NEVER
from simulation.record import COLUMNS, MOMENTS, SIZE, Record


class Event(StrEnum):
    """What can happen; each says which columns of its row are filled."""

    ARRIVED = "arrived"
    """A piece of a stream came."""
    BEGAN = "began"
    """A person began work that was asked for ``since``; ``how`` says of what kind."""
    INTERRUPTED = "interrupted"
    """A person was called away after ``length`` of work since ``since``."""
    RESUMED = "resumed"
    """A person went on with what had been interrupted."""
    CARRIED = "carried"
    """A person was at it when the year began, after ``length`` of work."""
    ENDED = "ended"
    """A person ended it, after a last ``length`` of work since ``since``."""
    OVERTIME = "overtime"
    """``length`` of the spell of work that just ended was over time."""
    CUT = "cut"
    """The day ended, and with it work undone, after ``length`` since ``since``."""
    UNCOVERED = "uncovered"
    """``length`` of a presence by day lacked at its end."""
    BOTH_AWAY = "both_away"
    """Neither an A- nor a B-holder of the posts asked was present."""
    WENT_UP = "went_up"
    """So it went up, to the holder of ``post``."""
    CLASH = "clash"
    """``lead`` needed ``person``, who was at a piece of ``other_stream`` under
    ``other_lead``; ``length`` of working time was lost, and ``how`` it ended."""
    APPOINTED = "appointed"
    """A time, ``since``, was set for joint work."""
    DECLINED = "declined"
    """The county didn't let the holders of the posts ``how`` go to joint work."""
    POSTPONED = "postponed"
    """The county granted joint work that was to be ``since`` for a later day."""
    FAILED = "failed"
    """An attempt at joint work failed; ``how`` names the posts that stayed away."""
    MET = "met"
    """All parties were there; joint work had been due ``since``."""
    SENT = "sent"
    """A piece went to the county."""
    ANSWERED = "answered"
    """The county answered what was sent ``since``."""
    COMPLETED = "completed"
    """A piece that came ``since`` was completed."""
    DROPPED = "dropped"
    """A day's presence that nobody had begun was dropped."""
    OPEN = "open"
    """The year ended: a piece that came ``since`` was open, or a person was at it."""
    AWAY = "away"
    """A person was away for ``length`` of that working day."""


NIGHT = "night"
"""``how`` of the rows of duty at night."""


class Row(NamedTuple):
    """One event; times and lengths in microseconds."""

    at: int
    event: Event
    stream: StreamId = ""
    piece: int | None = None
    step: int | None = None
    person: PersonId = ""
    post: PostId = ""
    seat: str = ""
    lead: PostId = ""
    since: int | None = None
    length: int = 0
    other_stream: StreamId = ""
    other_piece: int | None = None
    other_lead: PostId = ""
    other_post: PostId = ""
    how: str = ""


Table = npt.NDArray[np.void]
"""Rows as numpy holds them; `simulation.record` says how."""

EVENTS = tuple(Event)
PLACES = {event: place for place, event in enumerate(EVENTS)}
"""A row of a table names its event by its place."""

_ROW = Struct("=3q13i4x")
_FORM = np.dtype(
    {
        "names": COLUMNS,
        "formats": [np.int64 if name in MOMENTS else np.int32 for name in COLUMNS],
        "itemsize": SIZE,
    }
)


class Log:
    """A year as it was played: a table of every event, in the order of time.

    Parameters
    ----------
    table
        The events.
    texts
        What the numbers of the table stand for.
    """

    def __init__(self, table: Table, texts: Sequence[str]) -> None:
        self.table = table
        self.texts = tuple(texts)

    @classmethod
    def of_record(cls, record: Record) -> Self:
        """Return what was recorded, in the order of time; at one moment, as it came.

        The record is then empty.
        """
        table = np.frombuffer(record.taken(), dtype=_FORM)
        order = np.argsort(table["at"], kind="stable")
        return cls(table.take(order), [*record.codes])

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """Return the log of some rows."""
        record = Record()
        for row in rows:
            record.cells += _bytes(record, row)
        return cls.of_record(record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Log) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(self.rows)

    def __len__(self) -> int:
        return len(self.table)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every event, as a reader likes it; measures are made from the table."""
        return tuple(self.rows_of(self.table))

    def rows_of(self, table: Table) -> Iterable[Row]:
        """Yield the rows of a part of the table."""
        columns = (_column(table, self.texts, name) for name in Row._fields)
        return map(Row._make, zip(*columns, strict=True))

    @cached_property
    def by_event(self) -> Mapping[Event, Table]:
        """The rows of each event, in the order of time."""
        events = self.table["event"].astype(np.uint8)
        ordered = self.table.take(np.argsort(events, kind="stable"))
        borders = np.cumsum(np.bincount(events, minlength=len(EVENTS)))[:-1]
        return dict(zip(EVENTS, np.split(ordered, borders), strict=True))


def _bytes(record: Record, row: Row) -> bytes:
    """Return a row as the record of a play has it."""
    cells = {name: _cell(record, name, cell) for name, cell in row._asdict().items()}
    return _ROW.pack(*(cells[name] for name in COLUMNS))


def _cell(record: Record, name: str, cell: object) -> int:
    match name, cell:
        case "event", Event() as event:
            return PLACES[event]
        case "since", None:
            return NEVER
        case _, None:
            return 0
        case "piece" | "step" | "other_piece", int() as number:
            return number + 1
        case _, int() as length:
            return length
        case _, text:
            return record.code(str(text))


def joined(tables: Sequence[Table]) -> Table:
    """Return tables as one."""
    # As bytes, since column by column takes four times as long.
    return np.concatenate([rows.view(f"V{SIZE}") for rows in tables]).view(_FORM)


def _column(table: Table, texts: Sequence[str], name: str) -> Iterable[object]:
    cells: list[int] = table[name].tolist()
    match name:
        case "at" | "length":
            return cells
        case "since":
            return [None if one == NEVER else one for one in cells]
        case "event":
            return map(EVENTS.__getitem__, cells)
        case "piece" | "step" | "other_piece":
            return [one - 1 if one else None for one in cells]
        case _:
            return map(texts.__getitem__, cells)
