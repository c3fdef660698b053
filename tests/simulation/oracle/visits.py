"""Joint work: a time at which all parties can be there, and who turns up."""

from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING

import simpy

from scenarios.language.steps import JointStep
from simulation.clock import day_of
from simulation.draw.periods import days_of_periods
from simulation.rows import Event
from tests.simulation.oracle.appointments import first_time
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
    consent: float | None
    """What the county's consent hangs on this time, if it is asked."""
    met: simpy.Event
    """An event that tells whether all were there."""
    earliest: int = 0
    hands: list[Hand] = field(default_factory=list)

    @property
    def key(self):
        """How pressing it is, as of when the piece first asked for a time."""
        level, priority, _, *rest = self.ask.key
        return level, priority, self.since, *rest

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

    def look_from(self, moment, days):
        """Look for a time so many working days after a moment, if there are any."""
        hours = self.world.hours
        ahead = hours.after(moment, days * self.world.days.length)
        opening = None if ahead is None else next(hours.ahead(ahead), None)
        if opening is not None:
            self.earliest = opening[0]
        return opening is not None

    def time(self):
        """Return the first time that suits all and who is to come, if any."""
        return first_time(self, self.ask.errand.length)

    def is_declined(self, found):
        """Whether the county declines to let its people go at a time."""
        of_county = _of_county(found)
        if not of_county or self.consent is None:
            return False
        declines = self.consent < self.spec.consent.declines
        if declines:
            self._tell(Event.DECLINED, how="+".join(of_county))
        return declines

    def postponed(self, found):
        """Return the time that the county grants: this one, or one some days later."""
        if not _of_county(found) or self.consent is None:
            return found
        consent = self.spec.consent
        if self.consent >= consent.declines + consent.postpones:
            return found
        self._tell(Event.POSTPONED, since=found[0])
        later = self.look_from(found[0], consent.postpone_days)
        return self.time() if later else None

    def appoint(self, moment, chosen):
        """Book everybody for a time, and return it."""
        end = self.world.hours.after(moment, self.ask.errand.length)
        for hand in chosen:
            hand.cadre.bookings.append((moment, end))
        self.hands = chosen
        self._tell(Event.APPOINTED, since=moment)
        return moment


def joint_work(world, piece, step, length, luck):
    """Try until all parties were there at one time, and do it (part of a process)."""
    spec, env = piece.stream.steps[step], world.env
    level = URGENT if piece.stream.urgent else APPOINTMENT
    errand = Errand(piece, step, length, level, "joint", env.event())
    parties = [world.pools.of_posts(post) for post in spec.joint]
    since, notice = env.now, max(spec.notice_days, *map(_notice, parties))
    days = spec.batch and frozenset(
        days_of_periods(world.days, spec.batch.every, spec.batch.on)
    )
    for numbers, consent in _attempts(luck, piece, step, spec):
        ask = Ask(errand, None, env.now, env.event(), level=level)
        visit = Visit(
            world, ask, spec, parties, days, since, numbers, consent, env.event()
        )
        if not visit.look_from(env.now, notice):
            break
        if (yield from _attempt(visit)):
            yield errand.ended
            return
        notice = spec.retry_days
    yield env.event()


def _attempts(luck, piece, step, spec):
    """Yield for each attempt what decides about each party, and about the county."""
    of_parties = [luck.attendance[step, post][piece.number] for post in spec.joint]
    asked = luck.consent.get((step, ""))
    of_county = asked[piece.number] if asked else repeat(None)
    return zip(zip(*of_parties, strict=True), of_county, strict=False)


def _attempt(visit):
    """Wait for the time and for who turns up; return whether all did."""
    env, desk = visit.world.env, visit.world.desk
    if visit.spec.by == "atomic":
        desk.atomic.append(visit)
        yield env.timeout(visit.earliest - env.now)
    else:
        found = visit.time()
        if visit.is_declined(found):
            return False
        found = visit.postponed(found)
        if found is None:
            yield env.event()
        moment = visit.appoint(*found)
        if moment > env.now:
            yield env.timeout(moment - env.now)
        desk.due.append(visit)
    desk.look_again()
    return (yield visit.met)


def _of_county(found):
    """Return the posts of those in whose going the county has a say."""
    hands = found[1] if found is not None else []
    return [hand.post for hand in hands if hand.cadre.person.control != "town"]


def _bound(cadre):
    return cadre.job is not None and cadre.job.ask.level >= APPOINTMENT


def _notice(pool):
    some = pool.holders or pool.backups
    return max((hand.cadre.person.notice_days for hand in some), default=0)
