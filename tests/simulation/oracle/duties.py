"""Presence: each day's places, asked for in the morning and closed in the evening."""

from itertools import count

from simulation.clock import of_hours
from simulation.log import Event
from tests.simulation.oracle.asks import DUTY, Piece
from tests.simulation.oracle.steps import errand


class Duty:
    """A stream that asks for people on some days."""

    def __init__(self, world, stream):
        self.world = world
        self.stream = stream
        days = world.days
        if stream.coverage is not None:
            spec = stream.coverage
            self.kind, self.people = "coverage", spec.staff
            self.pool = world.pools.of_posts(spec.post)
            self.days, self.turns = set(days.days), None
        else:
            spec = stream.campaign
            self.kind, self.people = "campaign", spec.people
            self.pool = world.pools.of(spec.who)
            self.days, self.turns = _campaign_days(spec, days), {}
        self.length = min(of_hours(spec.hours_per_day), days.length)
        self.numbers = count()

    def ask(self, orders, open_pieces):
        """Ask for a day's people."""
        world = self.world
        lead = world.town.lead_of_stream(self.stream.id) or ""
        for _ in range(self.people):
            number, order = next(self.numbers), next(orders)
            piece = Piece(self.stream, lead, number, order, world.env.now)
            open_pieces.add(piece)
            world.record.of_piece(Event.ARRIVED, piece)
            asked = errand(
                world, piece, 0, self.length, self.kind, DUTY, turns=self.turns
            )
            ask = world.desk.post(asked, self.pool)
            world.env.process(_be_there(world, ask, open_pieces))


def _be_there(world, ask, open_pieces):
    """End with the work or with the day (a process)."""
    evening = world.env.timeout(world.days.length)
    yield ask.errand.ended | evening
    if not ask.errand.ended.triggered:
        began = not ask.waits
        world.desk.close(ask)
        if not began:
            open_pieces.remove(ask.piece)
            return
    open_pieces.remove(ask.piece)
    world.record.of_piece(Event.COMPLETED, ask.piece, since=ask.piece.arrived)


def mornings(world, orders, open_pieces):
    """Ask for each day's presence as it opens, in the order of the file (a process)."""
    streams = world.town.work.values()
    duties = [Duty(world, one) for one in streams if one.arrive is None]
    for day in world.days.days:
        yield world.env.timeout(world.days.opening(day) - world.env.now)
        for duty in duties:
            if day in duty.days:
                duty.ask(orders, open_pieces)


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
