"""Playing a drawn year of a town under a plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from operator import attrgetter

from scenarios import Plan, Town
from scenarios.language.base import PersonId
from simulation.calendars import county_calendar, is_in, timetable
from simulation.clock import of_hours
from simulation.draw import Year
from simulation.log import Event, Log, Row
from simulation.play.asks import Piece, Task
from simulation.play.desk import Desk
from simulation.play.duties import Duties
from simulation.play.flow import Course, Flow
from simulation.play.jobs import Jobs
from simulation.play.kernel import Kernel
from simulation.play.leave import days_away
from simulation.play.nights import Rota, nights_of, rota
from simulation.play.pools import Pools
from simulation.play.presence import Presence
from simulation.play.shifts import duty_at_night, duty_of
from simulation.play.stage import Stage
from simulation.play.stages import stages_of
from simulation.play.workers import Worker

_MOMENT = attrgetter("at")


def play(town: Town, plan: Plan, year: Year) -> Log:
    """Play a year, from the warm-up's first day to 31 December.

    Parameters
    ----------
    town
        The town.
    plan
        Who holds which post.
    year
        Everything that chance decides.

    Returns
    -------
    Log
        Every event; nothing is counted here, and nothing drawn.
    """
    away = days_away(town, plan, year)
    nights = rota(town, plan, timetable(town), away)
    stage = _stage(town, away, nights)
    pools = Pools(town, plan, stage.workers, stage.situation)
    desk = Desk(stage, pools)
    courses = {
        stream.id: Course(
            _task(town, stream.id),
            stages_of(town, stream, pools, stage.days),
            year.work[stream.id],
        )
        for stream in town.work.values()
        if stream.arrive is not None
    }
    flow = Flow(stage, desk, courses)
    arrivals = sum(len(course.luck.arrivals) for course in courses.values())
    overtime = of_hours(town.simulation.overtime_hours)
    duties = Duties(stage, desk, count(arrivals))
    Presence(stage, desk).begin()
    stage.kernel.at(0, Jobs.carry_into_year, desk.jobs)
    for stream in town.work.values():
        task = _task(town, stream.id)
        duty = (
            duty_at_night(stream, task, pools, nights[stream.id])
            if stream.id in nights
            else duty_of(stream, task, pools, stage.days, overtime)
        )
        if duty is not None:
            duties.begin(duty)
    flow.begin()
    stage.kernel.run(stage.days.end)
    _close(stage, desk, [*flow.open.values(), *duties.open.values()])
    rows = [*stage.rows, *_away(town, stage, away)]
    return Log(tuple(sorted(rows, key=_MOMENT)))


def _stage(town: Town, away: Mapping[PersonId, frozenset[date]], nights: Rota) -> Stage:
    days = timetable(town)
    workers = {
        person.id: _worker(
            town, index, away[person.id], [*nights_of(nights, person.id)]
        )
        for index, person in enumerate(town.people.values())
    }
    return Stage(
        Kernel(days.begin),
        days,
        days.calendar(),
        county_calendar(town),
        town.simulation,
        workers,
    )


def _worker(
    town: Town, index: int, away: frozenset[date], nights: Sequence[tuple[int, int]]
) -> Worker:
    days, person = timetable(town), [*town.people.values()][index]
    hours = days.calendar(without=away if is_in(person) else days.days)
    overtime = hours.extended(of_hours(town.simulation.overtime_hours))
    return Worker(
        person,
        index,
        hours.with_stretches(nights) if nights else hours,
        overtime.with_stretches(nights) if nights else overtime,
        hours,
        idle_since=(days.begin, index),
    )


def _task(town: Town, stream: str) -> Task:
    spec = town.work[stream]
    lead = town.lead_of_stream(stream) or ""
    return Task(
        stream,
        lead,
        spec.priority,
        urgent=spec.urgent,
        overtime=spec.overtime,
        due=spec.due,
    )


def _close(stage: Stage, desk: Desk, open_pieces: list[Piece]) -> None:
    """Record what is open as the year ends."""
    desk.jobs.leave_open()
    desk.clashes.close()
    stage.rows.extend(
        Row(
            stage.kernel.now,
            Event.OPEN,
            piece.task.stream,
            piece.number,
            lead=piece.task.lead,
            since=piece.arrived,
        )
        for piece in open_pieces
    )


def _away(
    town: Town, stage: Stage, away: Mapping[PersonId, frozenset[date]]
) -> Iterator[Row]:
    """Yield a row for each person and working day away."""
    for person in filter(is_in, town.people.values()):
        for day in sorted(away[person.id]):
            opening = stage.days.opening(day)
            yield Row(opening, Event.AWAY, person=person.id, length=stage.days.length)
