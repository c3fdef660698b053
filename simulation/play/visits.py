"""Joint work (联合踏勘): all parties in one place at one time, never hold-and-wait."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from simulation.clock import NEVER, day_of
from simulation.log import Event, Row
from simulation.play.asks import Ask, Hand, Level, Worker
from simulation.play.desk import Desk
from simulation.play.lines import Pool
from simulation.play.situation import People
from simulation.play.stage import Stage
from simulation.play.stages import Joint


@dataclass(slots=True, eq=False)
class Visit:
    """One piece's joint work, through all its attempts."""

    ask: Ask
    joint: Joint
    attendance: tuple[tuple[float, ...], ...]
    """For each party, a number for each attempt."""
    since: int
    earliest: int = 0
    attempts: int = 0
    hands: list[Hand] = field(default_factory=list)


class Visits:
    """Sets times for joint work, and sees who turns up.

    By appointment, the time is the first at which every party has somebody who is
    in by the calendar and has no other appointment. Atomically, it is done as soon
    as all parties have somebody free at the same moment.
    """

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._stage = stage
        self._kernel = stage.kernel
        self._desk = desk
        self._openings = [stage.days.opening(day) for day in stage.days.days]
        self._atomic: list[Visit] = []

    def begin(self, visit: Visit) -> None:
        """Start to look for a time."""
        notice = max(
            visit.joint.spec.notice_days,
            *(_notice(pool) for pool in visit.joint.parties),
        )
        self._look_from(visit, notice)

    def _look_from(self, visit: Visit, days: int) -> None:
        """Look for a time after so many working days."""
        calendar = self._stage.calendar
        ahead = calendar.after(self._kernel.now, days * self._stage.days.length)
        visit.earliest = calendar.opening(ahead)
        if visit.joint.spec.by == "atomic":
            self._atomic.append(visit)
            if self._try_atomic not in self._desk.afterwards:
                self._desk.afterwards.append(self._try_atomic)
            if visit.earliest < NEVER:
                self._kernel.at(visit.earliest, Desk.look_again, self._desk)
            return
        self._appoint(visit)

    def _appoint(self, visit: Visit) -> None:
        """Book everybody at the first time that suits all, if any is left this year."""
        for moment in self._moments(visit):
            hands = self._free_hands(visit, moment)
            if len(hands) == len(visit.joint.parties):
                break
        else:
            return
        end = self._stage.calendar.after(moment, visit.ask.length)
        for hand in hands:
            _book(hand.worker, moment, end, self._kernel.now)
        visit.hands = hands
        self._record(visit, Event.APPOINTED, since=moment)
        self._kernel.at(moment, self._meet, visit)

    def _moments(self, visit: Visit) -> Iterator[int]:
        """Yield the moments that may suit: day's begins and ends of other visits."""
        days = self._stage.days
        pools = visit.joint.parties
        hands = [hand for pool in pools for hand in chain(pool.a, pool.b)]
        first = max(bisect_right(self._openings, visit.earliest) - 1, 0)
        for day, opening in zip(days.days[first:], self._openings[first:], strict=True):
            closing = opening + days.length
            begin = max(opening, visit.earliest)
            if begin >= closing or not visit.joint.admits(day):
                continue
            ends = {
                end
                for hand in hands
                for _, end in hand.worker.bookings
                if begin < end < closing
            }
            yield from sorted({begin} | ends)

    def _free_hands(self, visit: Visit, moment: int) -> list[Hand]:
        """Return one person a party, each another, as far as there are any."""
        chosen: list[Hand] = []
        for pool in visit.joint.parties:
            taken = {hand.worker.index for hand in chosen}
            for hands in (pool.a, pool.b):
                free = [
                    hand
                    for hand in hands
                    if hand.worker.index not in taken
                    and _suits(hand, moment, visit.ask.length)
                ]
                if free:
                    chosen.append(min(free, key=_least_booked))
                    break
        return chosen

    def _meet(self, visit: Visit) -> None:
        """See who turned up, and begin, or try again later."""
        absent = [
            hand.post
            for hand, numbers in zip(visit.hands, visit.attendance, strict=True)
            if numbers[visit.attempts] >= hand.worker.person.available
            or _is_bound(hand)
        ]
        visit.attempts += 1
        if absent:
            self._record(visit, Event.FAILED, how="+".join(absent))
            self._look_from(visit, visit.joint.spec.retry_days)
        else:
            self._record(visit, Event.MET, since=visit.since)
            visit.ask.asked = self._kernel.now
            self._desk.jobs.start(visit.ask, visit.hands)

    def _try_atomic(self) -> None:
        for visit in [*self._atomic]:
            if visit.earliest > self._kernel.now:
                continue
            if not visit.joint.admits(day_of(self._kernel.now, self._stage.days.year)):
                continue
            hands = _idle_hands(visit, self._stage.situation.idle)
            if len(hands) == len(visit.joint.parties):
                self._atomic.remove(visit)
                visit.hands = hands
                self._meet(visit)

    def _record(
        self, visit: Visit, event: Event, *, since: int | None = None, how: str = ""
    ) -> None:
        piece = visit.ask.piece
        self._stage.rows.append(
            Row(
                self._kernel.now,
                event,
                piece.task.stream,
                piece.number,
                visit.ask.step,
                lead=piece.task.lead,
                since=since,
                how=how,
            )
        )


def _notice(pool: Pool) -> int:
    """Return the longest notice that a party's people need."""
    hands = pool.a or pool.b
    return max((hand.worker.person.notice_days for hand in hands), default=0)


def _suits(hand: Hand, moment: int, length: int) -> bool:
    """Whether somebody is in for the whole of it, with no other appointment then.

    What is longer than the day must begin with it.
    """
    calendar, bookings = hand.worker.calendar, hand.worker.bookings
    end = moment + length
    if not calendar.is_open(moment):
        return False
    if calendar.closing(moment) < end and calendar.is_open(moment - 1):
        return False
    return not any(begin < end and moment < until for begin, until in bookings)


def _book(worker: Worker, begin: int, end: int, now: int) -> None:
    worker.bookings = [one for one in worker.bookings if one[1] > now]
    worker.bookings.append((begin, end))
    worker.booked += 1


def _least_booked(hand: Hand) -> tuple[int, int]:
    return (hand.worker.booked, hand.worker.index)


def _is_bound(hand: Hand) -> bool:
    """Whether somebody is at work that an appointment can't interrupt."""
    job = hand.worker.job
    return job is not None and job.ask.level >= Level.APPOINTMENT


def _idle_hands(visit: Visit, idle: People) -> list[Hand]:
    """Return one idle person a party, each another, as far as there are any."""
    chosen: list[Hand] = []
    for pool in visit.joint.parties:
        for hand in (*pool.a, *pool.b):
            if hand.worker.bit & idle:
                chosen.append(hand)
                idle &= ~hand.worker.bit
                break
    return chosen
