"""Presence: each day's places, asked for in the morning and closed in the evening."""

from itertools import count

from simulation.clock import of_hours
from simulation.log import Event
from tests.simulation.oracle.asks import Piece
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
        asks = []
        for _ in range(self.people):
            number, order = next(self.numbers), next(orders)
            piece = Piece(self.stream, lead, number, order, world.env.now)
            asked = errand(world, piece, self.length, self.kind, turns=self.turns)
            asks.append(world.desk.post(asked, self.pool))
            world.env.process(_be_there(world, asked, open_pieces))
        world.env.process(_evening(world, asks))


def _be_there(world, errand, open_pieces):
    """Come and go with a day's presence (a process)."""
    piece = errand.piece
    open_pieces.add(piece)
    world.record.of_piece(Event.ARRIVED, piece)
    was_begun = yield errand.ended
    open_pieces.remove(piece)
    if was_begun:
        world.record.of_piece(Event.COMPLETED, piece, since=piece.arrived)


def _evening(world, asks):
    """End the day, and with it what is under way (a process)."""
    yield world.env.timeout(world.days.length)
    for ask in asks:
        if not ask.errand.ended.triggered:
            world.desk.close(ask)


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
