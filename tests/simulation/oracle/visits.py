"""Joint work: a time at which all parties can be there, and who turns up."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import simpy

from scenarios.language.steps import JointStep
from simulation.clock import day_of
from simulation.draw.periods import days_of_periods
from simulation.log import Event
from tests.simulation.oracle.asks import APPOINTMENT, URGENT, Ask, Errand, Hand, Pool

if TYPE_CHECKING:
    from tests.simulation.oracle.world import World


@dataclass(eq=False)
class Visit:
    """One attempt at a piece's joint work."""

    world: "World"
    ask: Ask
    spec: JointStep
    parties: list[Pool]
    days: frozenset[date] | None
    since: int
    numbers: tuple[float, ...]
    """For each party, what decides whether it turns up this time."""
    earliest: int
    met: simpy.Event
    """An event that tells whether all were there."""
    hands: list[Hand] = field(default_factory=list)

    def meet(self):
        """See who turned up at the time, and begin."""
        absent = [
            hand.post
            for hand, number in zip(self.hands, self.numbers, strict=True)
            if number >= hand.cadre.person.available or _bound(hand.cadre)
        ]
        record, ask = self.world.record, self.ask
        if absent:
            how = "+".join(absent)
            self._tell(Event.FAILED, how=how)
        else:
            record.of_piece(
                Event.MET, ask.piece, step=ask.errand.step, since=self.since
            )
            ask.asked = int(self.world.env.now)
            self.world.desk.start(ask, self.hands)
        self.met.succeed(value=not absent)

    def _tell(self, event, **columns):
        errand = self.ask.errand
        self.world.record.of_piece(event, errand.piece, step=errand.step, **columns)

    def try_at_once(self):
        """Begin if every party has somebody idle now."""
        now = self.world.env.now
        if now < self.earliest or not self.admits(now):
            return
        self.hands = []
        for pool in self.parties:
            taken = {hand.cadre for hand in self.hands}
            for hand in (*pool.holders, *pool.backups):
                cadre = hand.cadre
                if cadre.present and cadre.job is None and cadre not in taken:
                    self.hands.append(hand)
                    break
        if len(self.hands) == len(self.parties):
            self.world.desk.atomic.remove(self)
            self.meet()

    def admits(self, moment):
        """Whether it may be done on the day of a moment."""
        day = day_of(moment, self.world.days.year)
        return self.days is None or day in self.days

    def appoint(self):
        """Book everybody for the first time that suits all; return it, if any."""
        for moment in self._moments():
            self.hands = []
            for pool in self.parties:
                self._choose(pool, moment)
            if len(self.hands) == len(self.parties):
                end = self.world.hours.after(moment, self.ask.errand.length)
                for hand in self.hands:
                    hand.cadre.bookings.append((moment, end))
                self._tell(Event.APPOINTED, since=moment)
                return moment
        return None

    def _moments(self):
        """Yield when a day begins, and when visits of the same people end."""
        everybody = [
            hand.cadre
            for pool in self.parties
            for hand in (*pool.holders, *pool.backups)
        ]
        days = self.world.days
        for day in days.days:
            opening = days.opening(day)
            closing = opening + days.length
            begin = max(opening, self.earliest)
            if begin < closing and self.admits(opening):
                ends = {end for cadre in everybody for _, end in cadre.bookings}
                yield from sorted(
                    {begin, *(end for end in ends if begin < end < closing)}
                )

    def _choose(self, pool, moment):
        for some in (pool.holders, pool.backups):
            free = [
                hand
                for hand in some
                if hand.cadre not in {one.cadre for one in self.hands}
                and _is_free(hand.cadre, moment, moment + self.ask.errand.length)
            ]
            if free:
                fewest = min(
                    free, key=lambda one: (len(one.cadre.bookings), one.cadre.index)
                )
                self.hands.append(fewest)
                return


def joint_work(world, piece, step, length, numbers):
    """Try until all parties were there at one time, and do it (part of a process)."""
    spec, env = piece.stream.steps[step], world.env
    level = URGENT if piece.stream.urgent else APPOINTMENT
    errand = Errand(piece, step, length, level, "joint", env.event())
    parties = [world.pools.of_posts(post) for post in spec.joint]
    since, notice = env.now, max(spec.notice_days, *map(_notice, parties))
    days = spec.batch and frozenset(
        days_of_periods(world.days, spec.batch.every, spec.batch.on)
    )
    for attempt in zip(*numbers, strict=True):
        ahead = world.hours.after(env.now, notice * world.days.length)
        earliest = next(world.hours.ahead(ahead), None) if ahead is not None else None
        if earliest is None:
            break
        ask = Ask(errand, None, env.now, env.event(), level=level)
        visit = Visit(
            world, ask, spec, parties, days, since, attempt, earliest[0], env.event()
        )
        if (yield from _attempt(visit)):
            yield errand.ended
            return
        notice = spec.retry_days
    yield env.event()


def _attempt(visit):
    """Wait for the time and for who turns up; return whether all did."""
    env, desk = visit.world.env, visit.world.desk
    if visit.spec.by == "atomic":
        desk.atomic.append(visit)
        yield env.timeout(visit.earliest - env.now)
    else:
        moment = visit.appoint()
        if moment is None:
            yield env.event()
        if moment > env.now:
            yield env.timeout(moment - env.now)
        desk.due.append(visit)
    desk.look_again()
    return (yield visit.met)


def _is_free(cadre, begin, end):
    """Whether somebody is in for the whole of it, and nowhere else.

    What is longer than the day must begin with it.
    """
    opening, closing = next(cadre.hours.ahead(begin), (None, None))
    if opening != begin:
        return False
    if closing < end and cadre.hours.open_at(begin - 1):
        return False
    return all(end <= other or until <= begin for other, until in cadre.bookings)


def _bound(cadre):
    return cadre.job is not None and cadre.job.ask.level >= APPOINTMENT


def _notice(pool):
    some = pool.holders or pool.backups
    return max((hand.cadre.person.notice_days for hand in some), default=0)
