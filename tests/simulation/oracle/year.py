"""The year in plain SimPy: everybody and everything is a process that waits."""

from itertools import count

from simpy import Environment

from scenarios import Plan, Town
from simulation.clock import of_hours
from simulation.draw import Year
from simulation.play.leave import days_away
from simulation.play.nights import rota, stretches_of
from simulation.rows import Event, Row
from simulation.timetables import is_in, timetable, works
from tests.simulation.oracle.cadre import Cadre
from tests.simulation.oracle.desk import Desk
from tests.simulation.oracle.duties import shifts
from tests.simulation.oracle.hours import Hours
from tests.simulation.oracle.record import Record
from tests.simulation.oracle.steps import arrivals
from tests.simulation.oracle.world import Pools, World


def played(town: Town, plan: Plan, year: Year) -> list[Row]:
    """Return the rows of a year, in no order within a moment."""
    days = timetable(town)
    env = Environment(initial_time=days.begin)
    hours = _hours(days, days.days)
    record = Record(env, hours)
    desk = Desk(env, town.simulation, hours, record, day=days.length)
    away = days_away(town, plan, year)
    nights = rota(town, plan, days, away)
    cadres = _cadres(env, town, away, nights)
    county = _hours(days, _county_days(town, days))
    pools = Pools(town, plan, cadres)
    world = World(env, town, days, hours, county, desk, record, pools)
    open_pieces: set[object] = set()
    env.process(_new_year(env, cadres, desk))
    for cadre in cadres.values():
        env.process(cadre.come_and_go(desk))
    orders = count(sum(len(luck.arrivals) for luck in year.work.values()))
    env.process(shifts(world, nights, orders, open_pieces))
    env.process(arrivals(world, year.work, open_pieces))
    env.process(desk.settle_every_moment())
    env.run(until=days.end + 1)
    _close(record, days.end, cadres, open_pieces)
    return [*record.rows, *_away(town, days, away)]


def _cadres(env, town, away, nights):
    days, found = timetable(town), {}
    overtime = of_hours(town.simulation.overtime_hours)
    for index, person in enumerate(town.people.values()):
        there = is_in(person)
        own = [day for day in days.days if there and day not in away[person.id]]
        cadre = Cadre(env, person, index, _hours(days, own))
        cadre.may_work_later(overtime, [*stretches_of(nights).get(person.id, ())])
        found[person.id] = cadre
    return found


def _hours(days, some):
    return Hours((days.opening(day), days.opening(day) + days.length) for day in some)


def _county_days(town, days):
    """Return the working days but for those that the town alone has off."""
    first, last = days.days[0].toordinal(), days.days[-1].toordinal()
    whole = town.calendar.model_copy(update={"days_off": ()})
    span = (type(days.days[0]).fromordinal(n) for n in range(first - 800, last + 32))
    return [day for day in span if works(whole, day) and day.year <= days.year]


def _new_year(env, cadres, desk):
    yield env.timeout(-env.now)
    for cadre in cadres.values():
        cadre.carry_over(desk)


def _close(record, end, cadres, open_pieces):
    for ask, clash in [*record.open_clashes]:
        record.end_clash(ask, clash, "open", now=end)
    for cadre in cadres.values():
        cadre.leave_open(record, end)
    for piece in open_pieces:
        record.of_piece(Event.OPEN, piece, since=piece.arrived, at=end)


def _away(town, days, away):
    for person in town.people.values():
        if is_in(person):
            for day in away[person.id]:
                opening = days.opening(day)
                yield Row(opening, Event.AWAY, person=person.id, length=days.length)
