"""Teams: people who have work in common, of whom each town may have several."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios import Plan, Town
from scenarios.language.base import PersonId, StreamId
from scenarios.language.work import Stream
from simulation.calendars import Calendar
from simulation.play.lines import Pool
from simulation.play.pools import Pools
from simulation.play.shifts import pool_of_duty
from simulation.play.situation import People, Situation
from simulation.play.stages import stages_of
from simulation.play.workers import Worker
from simulation.record import Record
from simulation.timetables import Timetable


@dataclass(frozen=True, slots=True)
class Team:
    """People and all the streams that any of them may be asked for.

    Nothing that befalls a team touches another. So each is played by itself: what it
    needs then stays at hand in the processor, where a whole county's wouldn't.
    """

    people: tuple[PersonId, ...]
    streams: tuple[StreamId, ...]


def teams(town: Town, plan: Plan, days: Timetable) -> tuple[Team, ...]:
    """Return the teams of a town; whoever is never asked belongs to the first."""
    found: list[tuple[People, set[StreamId]]] = []
    for people, stream in _asked(town, plan, days):
        own, streams = people, {stream}
        for theirs, of_them in found:
            if people & theirs:
                own |= theirs
                streams |= of_them
        found = [one for one in found if not people & one[0]]
        found.append((own, streams))
    order = {stream: place for place, stream in enumerate(town.work)}
    found.sort(key=lambda one: min(order[stream] for stream in one[1]))
    busy = 0
    for people, _ in found:
        busy |= people
    idle = ~busy
    return tuple(
        Team(
            _people(town, people if place else people | idle),
            tuple(stream for stream in town.work if stream in streams),
        )
        for place, (people, streams) in enumerate(found or [(idle, set[StreamId]())])
    )


def _people(town: Town, people: People) -> tuple[PersonId, ...]:
    return tuple(
        person for place, person in enumerate(town.people) if people >> place & 1
    )


def _asked(
    town: Town, plan: Plan, days: Timetable
) -> Iterator[tuple[People, StreamId]]:
    """Yield each stream with everybody whom it may ask."""
    nothing = Calendar((), (), ())
    workers = {
        name: Worker(person, place, nothing)
        for place, (name, person) in enumerate(town.people.items())
    }
    pools = Pools(town, plan, workers, Situation(), Record())
    for stream in town.work.values():
        people = 0
        for pool in _pools(town, stream, pools, days):
            people |= pool.people
        yield people, stream.id


def _pools(town: Town, stream: Stream, pools: Pools, days: Timetable) -> Iterator[Pool]:
    for stage in stages_of(town, stream, pools, days):
        yield from stage.pools
    of_duty = pool_of_duty(stream, pools)
    if of_duty is not None:
        yield of_duty
