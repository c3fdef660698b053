"""Playing a team's year: everything that befalls some people who work together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from scenarios import Plan, Town
from scenarios.language.base import StreamId
from scenarios.language.steps import WorkStep
from scenarios.language.work import Stream
from simulation.clock import of_hours
from simulation.draw import Luck, Year
from simulation.play import events
from simulation.play.desk import Desk
from simulation.play.duties import Duties, Duty
from simulation.play.flow import Course, Flow
from simulation.play.jobs import Jobs
from simulation.play.kernel import Kernel
from simulation.play.nights import Rota
from simulation.play.one_line import one_line
from simulation.play.one_line_rows import record_line
from simulation.play.pieces import Piece, Task
from simulation.play.pools import Pools
from simulation.play.presence import Presence
from simulation.play.shifts import duty_at_night, duty_of
from simulation.play.stage import Stage
from simulation.play.stages import StageOfWork, stages_of
from simulation.play.workers import Worker
from simulation.record import Record
from simulation.timetables import county_calendar, timetable


@dataclass(frozen=True, slots=True)
class Setting:
    """What is played, and where it is recorded.

    Parameters
    ----------
    town, plan, year
        The town, who holds which post in it, and what chance decides.
    nights
        Who has duty at night.
    moments
        When anybody of the town leaves or comes.
    record
        The record of all teams.
    """

    town: Town
    plan: Plan
    year: Year
    nights: Rota
    moments: Sequence[int]
    record: Record


def play_team(
    setting: Setting, workers: dict[str, Worker], streams: Sequence[StreamId]
) -> None:
    """Play what befalls some people who are asked for no other streams."""
    town, stage = setting.town, _stage(setting, workers)
    work = [town.work[stream] for stream in streams]
    pools = Pools(town, setting.plan, workers, stage.situation, stage.record)
    courses = _courses(setting, work, pools, stage)
    if line := one_line(work, courses, stage):
        record_line(line, stage)
        return
    desk = Desk(stage, pools)
    flow = Flow(stage, desk, courses)
    duties = Duties(stage, desk, count(flow.number))
    Presence(stage, desk, setting.moments).begin()
    stage.kernel.at(0, Jobs.carry_into_year, desk.jobs)
    for duty in _duties(setting, work, pools, stage):
        duties.begin(duty)
    flow.begin()
    stage.kernel.run(stage.days.end)
    _close(stage, desk, [*flow.open(), *duties.open.values()])


def _stage(setting: Setting, workers: dict[str, Worker]) -> Stage:
    town, days = setting.town, timetable(setting.town)
    return Stage(
        Kernel(days.begin),
        days,
        days.calendar(),
        county_calendar(town),
        town.simulation,
        workers,
        setting.record,
    )


def _courses(
    setting: Setting, work: Sequence[Stream], pools: Pools, stage: Stage
) -> Mapping[StreamId, Course]:
    """Return what the pieces of each stream that arrives go through."""
    town, luck = setting.town, setting.year.work
    return {
        stream.id: _course(
            _task(town, stream, stage.record),
            stages_of(town, stream, pools, stage.days),
            luck[stream.id],
        )
        for stream in work
        if stream.arrive is not None
    }


def _course(task: Task, stages: tuple[StageOfWork, ...], luck: Luck) -> Course:
    lengths = tuple(luck.lengths[stage.purpose] for stage in stages)
    return Course(task, stages, luck, lengths)


def _duties(
    setting: Setting, work: Sequence[Stream], pools: Pools, stage: Stage
) -> Iterator[Duty]:
    """Yield the streams that are presence, by day or at night."""
    town, nights = setting.town, setting.nights
    overtime = of_hours(town.simulation.overtime_hours)
    for stream in work:
        task = _task(town, stream, stage.record)
        if stream.id in nights:
            duty = duty_at_night(stream, task, pools, nights[stream.id])
        else:
            duty = duty_of(stream, task, pools, stage.days, overtime)
        if duty is not None:
            yield duty


def _task(town: Town, stream: Stream, record: Record) -> Task:
    lead = town.lead_of_stream(stream.id) or ""
    return Task(
        stream.id,
        lead,
        stream.priority,
        urgent=stream.urgent,
        overtime=stream.overtime,
        another=any(isinstance(one, WorkStep) and one.another for one in stream.steps),
        due=stream.due,
        named=record.named(stream.id, lead),
    )


def _close(stage: Stage, desk: Desk, open_pieces: list[Piece]) -> None:
    """Record what is open as the year ends."""
    desk.jobs.leave_open()
    desk.clashes.close()
    for piece in open_pieces:
        stage.record_piece(events.OPEN, piece, since=piece.arrived)
