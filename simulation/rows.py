"""The rows of a log: one for every event, in a form that people read."""

from enum import StrEnum
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


EVENTS = tuple(Event)
PLACES = {event: place for place, event in enumerate(EVENTS)}
"""A table names an event by its place."""
