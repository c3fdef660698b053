"""The people in play, and the hands by which they may take what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.language.base import PersonId, PostId
from scenarios.language.people import Person
from simulation.calendars import Calendar
from simulation.clock import NEVER
from simulation.play.situation import People, PoolSet

if TYPE_CHECKING:
    from simulation.play.asks import Job

IDLE = -10
"""How much somebody is bound who has nothing in hand: less than by any work."""


@dataclass(slots=True, eq=False)
class Worker:
    """A person in play: there or not, and with one thing in hand at most."""

    person: Person
    index: int
    calendar: Calendar
    overtime: Calendar
    """The calendar with as much overtime on each day as is allowed."""
    hours: Calendar
    """The working hours of the calendar, without duty at night."""
    job: "Job | None" = None
    suspended: list["Job"] = field(default_factory=list)
    bound: int = IDLE
    """How much the job binds the person; see `Job`."""
    idle_since: int = 0
    """When the person became idle; who did so at one moment are told apart by place."""
    bookings: list[tuple[int, int]] = field(default_factory=list)
    """Begin and end of appointments, those long past left out."""
    booked: int = 0
    """How many appointments were made."""
    pools: PoolSet = 0
    """The pools that the person is of."""
    is_there: bool = False
    came: int = NEVER
    leaves: int = -NEVER
    """The stretch of time that the person came last for."""
    day_ends: int = -NEVER
    """When the working hours end with which it begins, if it begins with any."""
    id: PersonId = field(init=False)
    bit: People = field(init=False)
    """The set of this person alone."""

    def __post_init__(self) -> None:
        self.id = self.person.id
        self.bit = 1 << self.index


@dataclass(frozen=True, slots=True)
class Hand:
    """A person who may take a piece, by the post and the seat it would be by."""

    worker: Worker
    post: PostId
    seat: str


def set_of(workers: Iterable[Worker]) -> People:
    """Return the set of some people."""
    found = 0
    for worker in workers:
        found |= worker.bit
    return found
