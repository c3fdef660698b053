"""The people in play, and the hands by which they may take what is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.language.base import PersonId, PostId
from scenarios.language.people import Person
from simulation.calendars import Calendar
from simulation.play.situation import People, PoolSet

if TYPE_CHECKING:
    from simulation.play.asks import Job


def binding(level: int, priority: int) -> int:
    """Return how much work binds people: by its level first, then by its priority.

    A priority is from 1 to 9, so that 9 gives the least for a level.
    """
    return 10 * level - priority


IDLE = binding(0, 10)
"""How much somebody is bound who has nothing in hand: less than by any work."""


@dataclass(slots=True, eq=False)
class Worker:
    """A person in play: there or not, and with one thing in hand at most.

    How long the person was there is kept as the year goes on, so that the calendars'
    tables needn't be searched.
    """

    person: Person
    index: int
    hours: Calendar
    """The person's working hours."""
    nights: Sequence[tuple[int, int]] = ()
    """When the person is on duty at night."""
    longest_overtime: int = 0
    """How long after a working day the person may go on."""
    job: "Job | None" = None
    suspended: list["Job"] = field(default_factory=list)
    bound: int = IDLE
    """How much the job binds the person."""
    lead: PostId = ""
    """The post that commands the job; empty if none does, or there is none."""
    idle_since: int = 0
    """When the person became idle; who did so at one moment are told apart by place."""
    bookings: list[tuple[int, int]] = field(default_factory=list)
    """Begin and end of appointments, those long past left out."""
    booked: int = 0
    """How many appointments were made."""
    pools: PoolSet = 0
    """The pools that the person is of."""
    is_there: bool = False
    came: int = 0
    leaves: int = 0
    """The stretch of time that the person came last for."""
    day_ends: int = 0
    """When the working hours end with which it begins, if it begins with any."""
    there_before: int = 0
    worked_before: int = 0
    """How long the person was there, and in working hours, before that stretch."""
    calendar: Calendar = field(init=False)
    """The working hours, and duty at night."""
    id: PersonId = field(init=False)
    bit: People = field(init=False)
    """The set of this person alone."""
    _overtime: Calendar | None = None
    _stretch: int = -1
    """The place of that stretch in the calendar."""
    _day: int = 0
    """The place in the working hours of the day that is next, or has begun."""

    def __post_init__(self) -> None:
        self.calendar = self._with_nights(self.hours)
        self.id = self.person.id
        self.bit = 1 << self.index

    @property
    def overtime(self) -> Calendar:
        """The calendar with as much overtime on each day as is allowed."""
        if self._overtime is None:
            self._overtime = self._with_nights(
                self.hours.extended(self.longest_overtime)
            )
        return self._overtime

    def come(self, now: int) -> None:
        """Come for the next stretch of the calendar."""
        self.there_before = self.was_there(now)
        self.worked_before = self.worked(now)
        self._stretch += 1
        self.is_there = True
        self.came = now
        self.leaves = self.day_ends = self.calendar.closes[self._stretch]
        if self.calendar is not self.hours:
            self.day_ends = self._end_of_day()

    def was_there(self, now: int) -> int:
        """Return how long the person was there so far."""
        return self.there_before + min(now, self.leaves) - self.came

    def worked(self, now: int) -> int:
        """Return how much of that was in working hours."""
        if now <= self.day_ends or self.day_ends == self.leaves:
            return self.worked_before + min(now, self.day_ends) - self.came
        return self.worked_before + self.hours.between(self.came, now)

    def when_back(self, length: int) -> int:
        """Return when the person, once gone, will have been there again for so long."""
        return self.calendar.later(self._stretch, length)

    def _with_nights(self, calendar: Calendar) -> Calendar:
        return calendar.with_stretches(self.nights) if self.nights else calendar

    def _end_of_day(self) -> int:
        """Return when the working hours end that begin as the person comes, if any."""
        opens = self.hours.opens
        while self._day < len(opens) and opens[self._day] < self.came:
            self._day += 1
        if self._day < len(opens) and opens[self._day] == self.came:
            return self.hours.closes[self._day]
        return self.came


@dataclass(frozen=True, slots=True)
class Hand:
    """A person who may take a piece, by the post and the seat it would be by."""

    worker: Worker
    post: PostId
    seat: str
    named: bytes = b""
    """How the record names the three."""


def set_of(workers: Iterable[Worker]) -> People:
    """Return the set of some people."""
    places = [worker.index for worker in workers]
    found = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        found[place // 8] |= 1 << place % 8
    return int.from_bytes(found, "little")
