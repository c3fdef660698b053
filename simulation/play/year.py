"""Playing a drawn year of a town under a plan."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from operator import attrgetter

from scenarios import Plan, Town
from scenarios.language.base import PersonId, StreamId
from scenarios.language.people import Person
from scenarios.language.work import Stream
from simulation.clock import of_hours
from simulation.draw import Year
from simulation.log import Event, Log, Row
from simulation.play.desk import Desk
from simulation.play.duties import Duties, Duty
from simulation.play.flow import Course, Flow
from simulation.play.jobs import Jobs
from simulation.play.kernel import Kernel
from simulation.play.leave import days_away
from simulation.play.nights import Rota, rota, stretches_of
from simulation.play.pieces import Piece, Task
from simulation.play.pools import Pools
from simulation.play.presence import Presence
from simulation.play.shifts import duty_at_night, duty_of
from simulation.play.stage import Stage
from simulation.play.stages import StageOfWork, stages_of
from simulation.play.workers import Worker
from simulation.timetables import Timetable, county_calendar, is_in, timetable

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
    flow = Flow(stage, desk, _courses(town, pools, stage.days, year))
    arrivals = sum(len(luck.arrivals) for luck in year.work.values())
    duties = Duties(stage, desk, count(arrivals))
    Presence(stage, desk).begin()
    stage.kernel.at(0, Jobs.carry_into_year, desk.jobs)
    for duty in _duties(town, pools, stage.days, nights):
        duties.begin(duty)
    flow.begin()
    stage.kernel.run(stage.days.end)
    _close(stage, desk, [*flow.open(), *duties.open.values()])
    rows = [*stage.rows, *_away(town, stage, away)]
    return Log(tuple(sorted(rows, key=_MOMENT)))


def _courses(
    town: Town, pools: Pools, days: Timetable, year: Year
) -> Mapping[StreamId, Course]:
    """Return what the pieces of each stream that arrives go through."""
    return {
        stream.id: _course(town, stream, stages_of(town, stream, pools, days), year)
        for stream in town.work.values()
        if stream.arrive is not None
    }


def _course(
    town: Town, stream: Stream, stages: tuple[StageOfWork, ...], year: Year
) -> Course:
    luck = year.work[stream.id]
    lengths = tuple(luck.lengths[stage.purpose] for stage in stages)
    return Course(_task(town, stream), stages, luck, lengths)


def _duties(town: Town, pools: Pools, days: Timetable, nights: Rota) -> Iterator[Duty]:
    """Yield the streams that are presence, by day or at night."""
    overtime = of_hours(town.simulation.overtime_hours)
    for stream in town.work.values():
        task = _task(town, stream)
        if stream.id in nights:
            duty = duty_at_night(stream, task, pools, nights[stream.id])
        else:
            duty = duty_of(stream, task, pools, days, overtime)
        if duty is not None:
            yield duty


def _stage(town: Town, away: Mapping[PersonId, frozenset[date]], nights: Rota) -> Stage:
    days, stretches = timetable(town), stretches_of(nights)
    workers = {
        name: _worker(town, person, index, away[name], stretches.get(name, ()))
        for index, (name, person) in enumerate(town.people.items())
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
    town: Town,
    person: Person,
    index: int,
    away: frozenset[date],
    nights: Sequence[tuple[int, int]],
) -> Worker:
    """Return a person in play; `nights` are when the person is on duty at night."""
    days = timetable(town)
    hours = days.calendar(without=away if is_in(person) else days.days)
    overtime = hours.extended(of_hours(town.simulation.overtime_hours))
    return Worker(
        person,
        index,
        hours.with_stretches(nights) if nights else hours,
        overtime.with_stretches(nights) if nights else overtime,
        hours,
        idle_since=days.begin * len(town.people) + index,
    )


def _task(town: Town, stream: Stream) -> Task:
    lead = town.lead_of_stream(stream.id) or ""
    return Task(
        stream.id,
        lead,
        stream.priority,
        urgent=stream.urgent,
        overtime=stream.overtime,
        due=stream.due,
    )


def _close(stage: Stage, desk: Desk, open_pieces: list[Piece]) -> None:
    """Record what is open as the year ends."""
    desk.jobs.leave_open()
    desk.clashes.close()
    for piece in open_pieces:
        stage.record_piece(Event.OPEN, piece, since=piece.arrived)


def _away(
    town: Town, stage: Stage, away: Mapping[PersonId, frozenset[date]]
) -> Iterator[Row]:
    """Yield a row for each person and working day away."""
    for person in filter(is_in, town.people.values()):
        for day in sorted(away[person.id]):
            opening = stage.days.opening(day)
            yield Row(opening, Event.AWAY, person=person.id, length=stage.days.length)
