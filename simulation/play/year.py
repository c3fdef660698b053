"""Playing a drawn year of a town under a plan."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count

from scenarios import Plan, Town
from scenarios.language.base import PersonId, StreamId
from scenarios.language.work import Stream
from simulation.clock import NEVER, of_hours
from simulation.draw import Luck, Year
from simulation.log import Log
from simulation.play import events
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
from simulation.record import NOTHING, Record, of_job
from simulation.timetables import county_calendar, is_in, timetable


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
    pools = Pools(town, plan, stage.workers, stage.situation, stage.record)
    desk = Desk(stage, pools)
    flow = Flow(stage, desk, _courses(town, pools, stage, year))
    arrivals = sum(len(luck.arrivals) for luck in year.work.values())
    duties = Duties(stage, desk, count(arrivals))
    Presence(stage, desk).begin()
    stage.kernel.at(0, Jobs.carry_into_year, desk.jobs)
    for duty in _duties(town, pools, stage, nights):
        duties.begin(duty)
    flow.begin()
    stage.kernel.run(stage.days.end)
    _close(stage, desk, [*flow.open(), *duties.open.values()])
    _record_absences(town, stage, away)
    return Log.of_record(stage.record)


def _courses(
    town: Town, pools: Pools, stage: Stage, year: Year
) -> Mapping[StreamId, Course]:
    """Return what the pieces of each stream that arrives go through."""
    return {
        stream.id: _course(
            _task(town, stream, stage.record),
            stages_of(town, stream, pools, stage.days),
            year.work[stream.id],
        )
        for stream in town.work.values()
        if stream.arrive is not None
    }


def _course(task: Task, stages: tuple[StageOfWork, ...], luck: Luck) -> Course:
    lengths = tuple(luck.lengths[stage.purpose] for stage in stages)
    return Course(task, stages, luck, lengths)


def _duties(town: Town, pools: Pools, stage: Stage, nights: Rota) -> Iterator[Duty]:
    """Yield the streams that are presence, by day or at night."""
    overtime = of_hours(town.simulation.overtime_hours)
    for stream in town.work.values():
        task = _task(town, stream, stage.record)
        if stream.id in nights:
            duty = duty_at_night(stream, task, pools, nights[stream.id])
        else:
            duty = duty_of(stream, task, pools, stage.days, overtime)
        if duty is not None:
            yield duty


def _stage(town: Town, away: Mapping[PersonId, frozenset[date]], nights: Rota) -> Stage:
    days, stretches, record = timetable(town), stretches_of(nights), Record()
    overtime = of_hours(town.simulation.overtime_hours)
    workers = {
        name: Worker(
            person,
            index,
            days.calendar(without=away[name] if is_in(person) else {*days.days}),
            stretches.get(name, ()),
            overtime,
            idle_since=days.begin * len(town.people) + index,
        )
        for index, (name, person) in enumerate(town.people.items())
    }
    return Stage(
        Kernel(days.begin),
        days,
        days.calendar(),
        county_calendar(town),
        town.simulation,
        workers,
        record,
    )


def _task(town: Town, stream: Stream, record: Record) -> Task:
    lead = town.lead_of_stream(stream.id) or ""
    return Task(
        stream.id,
        lead,
        stream.priority,
        urgent=stream.urgent,
        overtime=stream.overtime,
        due=stream.due,
        named=record.named(stream.id, lead),
    )


def _close(stage: Stage, desk: Desk, open_pieces: list[Piece]) -> None:
    """Record what is open as the year ends."""
    desk.jobs.leave_open()
    desk.clashes.close()
    for piece in open_pieces:
        stage.record_piece(events.OPEN, piece, since=piece.arrived)


def _record_absences(
    town: Town, stage: Stage, away: Mapping[PersonId, frozenset[date]]
) -> None:
    """Record each working day that somebody was away."""
    length, event = stage.days.length, events.AWAY
    for person in filter(is_in, town.people.values()):
        hand = stage.record.named(person.id, "", "")
        for day in sorted(away[person.id]):
            opening = stage.days.opening(day)
            stage.record.cells += of_job(
                opening, NEVER, length, event, 0, 0, 0, NOTHING, hand
            )
