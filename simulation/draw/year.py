"""The drawn year: a frozen value that every design of a town can be played on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scenarios import Town
from scenarios.language.base import PersonId, StreamId
from scenarios.language.durations import Duration
from scenarios.language.steps import ApproveStep, CountyStep, JointStep, Step
from scenarios.language.structure import LAYERS
from scenarios.language.work import Stream
from scenarios.pseudonyms import original
from simulation.clock import HOUR
from simulation.draw.absences import Away, away
from simulation.draw.arrivals import arrivals
from simulation.draw.durations import lengths
from simulation.draw.traces import Trace, read_trace
from simulation.streams import stream
from simulation.timetables import Timetable, timetable

Purpose = tuple[int, str]
"""A step, from 0, and the layer or the party that the numbers are for, if any."""


@dataclass(frozen=True, slots=True)
class Luck:
    """What chance has in store for one stream of work.

    Parameters
    ----------
    arrivals
        When the k-th piece comes.
    lengths
        How long each step of the k-th piece takes; a decision has one length for
        each layer there may be.
    attendance
        For each party of joint work, a number between 0 and 1 for each attempt of
        the k-th piece: whoever is available with at least that chance turns up.
    consent
        A number between 0 and 1 for each attempt of the k-th piece, by which the
        county lets its people go, where it is asked.
    """

    arrivals: tuple[int, ...]
    lengths: Mapping[Purpose, tuple[int, ...]]
    attendance: Mapping[Purpose, tuple[tuple[float, ...], ...]]
    consent: Mapping[Purpose, tuple[tuple[float, ...], ...]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class Year:
    """Everything random about a year.

    Parameters
    ----------
    seed, replication
        What it was drawn by.
    work
        The luck of each stream of work that arrives.
    away
        When each person is away.
    """

    seed: int
    replication: int
    work: Mapping[StreamId, Luck]
    away: Mapping[PersonId, Away]


def draw_year(town: Town, *, seed: int, replication: int) -> Year:
    """Draw a year from named streams of numbers.

    Parameters
    ----------
    town
        The town; who is to hold which post doesn't matter here.
    seed
        The root of all chance in a study.
    replication
        Which year it is, from 0.

    Returns
    -------
    Year
        The k-th piece of a stream and its k-th numbers are the same in every
        scenario that has the stream.
    """
    days = timetable(town)
    return Year(
        seed,
        replication,
        {
            work.id: _luck(town, work, days, (seed, replication, f"work:{work.id}"))
            for work in town.work.values()
            if work.arrive is not None
        },
        {
            person.id: away(
                person.absences,
                days,
                (seed, replication, f"person:{original(person.id)}"),
            )
            for person in town.people.values()
        },
    )


def _luck(
    town: Town, work: Stream, days: Timetable, source: tuple[int, int, str]
) -> Luck:
    trace = _arrivals(town, work, days, source)
    count = len(trace.arrivals)
    drawn = {
        purpose: lengths(
            duration, stream(*source, f"hours:{_name(purpose)}").random(count), unit
        )
        for step, spec in enumerate(work.steps)
        for purpose, duration, unit in _purposes(step, spec, days)
    }
    known = {(step, ""): given for step, given in trace.lengths.items()}
    most = len(days.days) + 1
    joint = [
        (at, one) for at, one in enumerate(work.steps) if isinstance(one, JointStep)
    ]
    attendance = {
        (step, post): _attempts(
            source, f"attendance:{step}:{post}", count, most // spec.retry_days
        )
        for step, spec in joint
        for post in spec.joint
    }
    consent = {
        (step, ""): _attempts(source, f"consent:{step}", count, most // spec.retry_days)
        for step, spec in joint
        if spec.consent.declines or spec.consent.postpones
    }
    return Luck(trace.arrivals, drawn | known, attendance, consent)


def _arrivals(
    town: Town, work: Stream, days: Timetable, source: tuple[int, int, str]
) -> Trace:
    if work.arrive is None:
        return Trace((), {})
    if work.arrive.trace is not None:
        trace = read_trace(Path(work.arrive.trace), days.calendar(), days.year)
        return trace.since(days.begin)
    chance = stream(*source, "arrivals")
    return Trace(arrivals(work.arrive, days, chance, town.simulation.scale), {})


def _purposes(
    step: int, spec: Step, days: Timetable
) -> Iterator[tuple[Purpose, Duration, int]]:
    """Yield what a step needs lengths for: of what distribution, in which unit."""
    match spec:
        case CountyStep():
            yield (step, ""), spec.wait_days, days.length
        case ApproveStep():
            for layer in LAYERS:
                yield (step, layer), spec.hours, HOUR
        case _:
            yield (step, ""), spec.hours, HOUR


def _attempts(
    source: tuple[int, int, str], purpose: str, count: int, attempts: int
) -> tuple[tuple[float, ...], ...]:
    """Return numbers for as many attempts as can be made in the time played."""
    chance = stream(*source, purpose)
    return tuple(map(tuple, chance.random((count, attempts + 1)).tolist()))


def _name(purpose: Purpose) -> str:
    step, what = purpose
    return f"{step}:{what}" if what else str(step)
