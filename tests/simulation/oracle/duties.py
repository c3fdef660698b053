"""Presence: each day's places, asked for in the morning and closed in the evening."""

from itertools import count
from typing import TYPE_CHECKING

from simulation.clock import of_hours
from simulation.rows import Event
from tests.simulation.oracle.asks import Piece
from tests.simulation.oracle.steps import errand

if TYPE_CHECKING:
    from tests.simulation.oracle.cadre import Cadre


class Duty:
    """A stream that asks for people in shifts."""

    def __init__(self, world, stream, nights):
        self.world = world
        self.stream = stream
        self.numbers = count()
        self.turns: dict[Cadre, int] | None = None
        cover, campaign, pools = stream.coverage, stream.campaign, world.pools
        if campaign is not None:
            self.kind, self.pool, self.turns = "campaign", pools.of(campaign.who), {}
            self.shifts = [*self._by_day(_campaign_days(campaign, world.days))]
        else:
            self.kind = "night" if cover.nights else "coverage"
            self.pool = pools.of(cover.who) if cover.who else pools.of_posts(cover.post)
            days = world.days.days
            self.shifts = [
                *(self._at_night(nights or ()) if cover.nights else self._by_day(days))
            ]

    def _by_day(self, days):
        """Yield begin, end, length and, for each person, who isn't asked."""
        spec, day = self.stream.coverage or self.stream.campaign, self.world.days.length
        later = of_hours(self.world.town.simulation.overtime_hours)
        longest = day + (later if self.stream.overtime else 0)
        length = min(of_hours(spec.hours_per_day), longest)
        people = spec.staff if self.stream.coverage else spec.people
        for one in days:
            opening = self.world.days.opening(one)
            nobody: list[set[Cadre]] = [set() for _ in range(people)]
            yield opening, opening + max(length, day), length, nobody

    def _at_night(self, nights):
        hands = (*self.pool.holders, *self.pool.backups)
        for night in nights:
            whole = {hand.cadre for hand in hands}
            asked = {hand.cadre.person.id: hand.cadre for hand in hands}
            barred = [whole - {asked[person]} for person in night.people]
            barred += [whole] * (self.stream.coverage.staff - len(night.people))
            yield night.begin, night.end, night.end - night.begin, barred

    def ask(self, shift, orders, open_pieces):
        """Ask for a shift's people."""
        world, (begin, end, length, barred) = self.world, shift
        lead = world.town.lead_of_stream(self.stream.id) or ""
        asks = []
        for some in barred:
            number, order = next(self.numbers), next(orders)
            piece = Piece(self.stream, lead, number, order, begin)
            asked = errand(
                world, piece, length, self.kind, turns=self.turns, taken={*some}
            )
            asks.append(world.desk.post(asked, self.pool))
            world.env.process(_be_there(world, asked, open_pieces))
        world.env.process(_evening(world, end - begin, asks))


def _be_there(world, errand, open_pieces):
    """Come and go with a shift's presence (a process)."""
    piece = errand.piece
    open_pieces.add(piece)
    world.record.of_piece(Event.ARRIVED, piece)
    was_begun = yield errand.ended
    open_pieces.remove(piece)
    if was_begun:
        world.record.of_piece(Event.COMPLETED, piece, since=piece.arrived)


def _evening(world, length, asks):
    """End the shift, and with it what is under way (a process)."""
    yield world.env.timeout(length)
    for ask in asks:
        if not ask.errand.ended.triggered:
            world.desk.close(ask)


def shifts(world, nights, orders, open_pieces):
    """Ask for each shift as it begins, in the order of the file (a process)."""
    streams = world.town.work.values()
    duties = [
        Duty(world, one, nights.get(one.id)) for one in streams if one.arrive is None
    ]
    everything = [
        (shift[0], place, shift)
        for place, duty in enumerate(duties)
        for shift in duty.shifts
    ]
    for begin, place, shift in sorted(everything, key=lambda one: one[:2]):
        if begin > world.env.now:
            yield world.env.timeout(begin - world.env.now)
        duties[place].ask(shift, orders, open_pieces)


def _campaign_days(spec, days):
    """Return a campaign's days; some of them only are spread over the year's."""

    def within(day):
        place = day.month, day.day
        after, before = place >= spec.from_, place <= spec.to
        return after and before if spec.from_ <= spec.to else after or before

    if spec.days is None:
        return {day for day in days.days if within(day)}
    found = [day for day in days.days if within(day) and day.year == days.year]
    if spec.days >= len(found):
        return set(found)
    share = len(found) / spec.days
    return {found[int((place + 0.5) * share)] for place in range(spec.days)}
