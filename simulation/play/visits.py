"""Joint work (联合踏勘): all parties in one place at one time, never hold-and-wait."""

from dataclasses import dataclass, field

from scenarios.language.people import Control
from simulation.clock import NEVER, day_of
from simulation.play import events, levels
from simulation.play.appointments import Appointments, book
from simulation.play.asks import Ask, Key
from simulation.play.desk import Desk
from simulation.play.lines import Pool
from simulation.play.situation import People
from simulation.play.stage import Stage
from simulation.play.stages import Joint
from simulation.play.workers import Hand


@dataclass(slots=True, eq=False)
class Visit:
    """One piece's joint work, through all its attempts."""

    ask: Ask
    joint: Joint
    attendance: tuple[tuple[float, ...], ...]
    """For each party, a number for each attempt."""
    consent: tuple[float, ...]
    """A number for each attempt, if the county is asked."""
    since: int
    is_postponed: bool = False
    """Whether the county has granted the present attempt for a later day."""
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
        self._times = Appointments(stage.days)
        self._atomic: list[Visit] = []
        self._due: list[Visit] = []
        desk.beforehand.append(self._meet_all)

    def begin(self, visit: Visit) -> None:
        """Start to look for a time."""
        visit.ask.press(visit.ask.level)
        notice = max(
            visit.joint.spec.notice_days,
            *(_notice(pool) for pool in visit.joint.parties),
        )
        self._look_from(visit, notice)

    def _look_from(self, visit: Visit, days: int, after: int | None = None) -> None:
        """Look for a time so many working days after a moment, or after now."""
        calendar = self._stage.calendar
        begin = self._kernel.now if after is None else after
        ahead = calendar.after(begin, days * self._stage.days.length)
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
        found = self._times.first(visit.joint, visit.ask.length, visit.earliest)
        if found is None:
            return
        of_county = [hand.post for hand in found[1] if _is_of_county(hand)]
        if visit.consent and of_county and not visit.is_postponed:
            spec, number = visit.joint.spec.consent, visit.consent[visit.attempts]
            if number < spec.declines:
                visit.attempts += 1
                self._stage.record_ask(
                    events.DECLINED, visit.ask, how="+".join(of_county)
                )
                self._look_from(visit, visit.joint.spec.retry_days)
                return
            if number < spec.declines + spec.postpones:
                visit.is_postponed = True
                self._stage.record_ask(events.POSTPONED, visit.ask, since=found[0])
                self._look_from(visit, spec.postpone_days, after=found[0])
                return
        self._set(visit, *found)

    def _set(self, visit: Visit, moment: int, hands: list[Hand]) -> None:
        end = self._stage.calendar.after(moment, visit.ask.length)
        for hand in hands:
            book(hand.worker, moment, end, self._kernel.now)
        visit.hands = hands
        self._stage.record_ask(events.APPOINTED, visit.ask, since=moment)
        self._kernel.at(moment, self._come_due, visit)

    def _come_due(self, visit: Visit) -> None:
        """Let a visit begin once all that ends at its time has ended."""
        self._due.append(visit)
        self._desk.look_again()

    def _meet_all(self) -> None:
        """Meet, the most pressing first: who fails looks for a time before the rest."""
        due, self._due = self._due, []
        for visit in sorted(due, key=_pressing):
            self._meet(visit)

    def _meet(self, visit: Visit) -> None:
        """See who turned up, and begin, or try again later."""
        absent = [
            hand.post
            for hand, numbers in zip(visit.hands, visit.attendance, strict=True)
            if numbers[visit.attempts] >= hand.worker.person.available
            or _is_bound(hand)
        ]
        visit.attempts += 1
        visit.is_postponed = False
        if absent:
            self._stage.record_ask(events.FAILED, visit.ask, how="+".join(absent))
            self._look_from(visit, visit.joint.spec.retry_days)
        else:
            self._stage.record_ask(events.MET, visit.ask, since=visit.since)
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


def _pressing(visit: Visit) -> Key:
    return visit.ask.key


def _notice(pool: Pool) -> int:
    """Return the longest notice that a party's people need."""
    hands = pool.a or pool.b
    return max((hand.worker.person.notice_days for hand in hands), default=0)


def _is_of_county(hand: Hand) -> bool:
    """Whether the county has a say in where somebody goes."""
    return hand.worker.person.control is not Control.TOWN


def _is_bound(hand: Hand) -> bool:
    """Whether somebody is at work that an appointment can't interrupt."""
    job = hand.worker.job
    return job is not None and job.ask.level >= levels.APPOINTMENT


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
