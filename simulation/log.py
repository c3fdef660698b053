"""The log of a year: a row for every event, from which every measure is made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from scenarios.language.base import PersonId, PostId, StreamId


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
    """The day ended, and with it the work, after ``length`` since ``since``."""
    UNCOVERED = "uncovered"
    """``length`` of a day's presence lacked at its end."""
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


Cells = tuple[
    int,
    Event,
    StreamId,
    int | None,
    int | None,
    PersonId,
    PostId,
    str,
    PostId,
    int | None,
    int,
    StreamId,
    int | None,
    PostId,
    PostId,
    str,
]
"""What a row is made of, in its order."""


def row_of(cells: Cells) -> Row:
    """Make a row in half the time that it takes to name its columns."""
    return tuple.__new__(Row, cells)


Piece = tuple[StreamId, int | None]
"""A piece by its stream and its number there."""

piece_of: Callable[[Row], Piece] = itemgetter(
    Row._fields.index("stream"), Row._fields.index("piece")
)
"""Of which piece a row is; as all rows are asked for it, by place and not by name."""


@dataclass(frozen=True, slots=True)
class Log:
    """A year as it was played.

    Parameters
    ----------
    rows
        Every event, in the order of time.
    """

    rows: tuple[Row, ...]


def by_event(log: Log) -> dict[Event, list[Row]]:
    """Return the rows of each event, in the order of time."""
    found: dict[Event, list[Row]] = {event: [] for event in Event}
    for row in log.rows:
        found[row.event].append(row)
    return found
