"""The stages that a stream's pieces pass, worked out for a town and a plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scenarios import Town
from scenarios.language.steps import (
    ApproveStep,
    CountyStep,
    JointStep,
    MeetStep,
    Step,
    WorkStep,
)
from scenarios.language.work import Stream
from simulation.draw.periods import days_of_periods
from simulation.draw.year import Purpose
from simulation.officers import officers, officers_above
from simulation.play.lines import Pool
from simulation.play.pools import Pools
from simulation.timetables import Timetable


@dataclass(frozen=True, slots=True)
class Work:
    """Work by people of a pool, a decision included."""

    purpose: Purpose
    pool: Pool
    kind: str = "work"
    count: int = 1
    together: bool = True
    another: bool = False
    """Only by people who had no hand in the piece before."""
    above: tuple[Pool, ...] = ()
    """To whom it goes, one after the other, if nobody of the pool is there."""

    @property
    def pools(self) -> tuple[Pool, ...]:
        """All whom it may ask."""
        return self.pool, *self.above


@dataclass(frozen=True, slots=True)
class Joint:
    """Joint work of several parties."""

    purpose: Purpose
    spec: JointStep
    parties: tuple[Pool, ...]
    days: frozenset[date] | None
    """The only days on which it is done, where it is gathered."""

    @property
    def pools(self) -> tuple[Pool, ...]:
        """All whom it may ask."""
        return self.parties

    def admits(self, day: date) -> bool:
        """Whether it may be done on a day."""
        return self.days is None or day in self.days


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering of all who are there."""

    purpose: Purpose
    pool: Pool

    @property
    def pools(self) -> tuple[Pool, ...]:
        """All whom it may ask."""
        return (self.pool,)


@dataclass(frozen=True, slots=True)
class County:
    """A wait for the county."""

    purpose: Purpose

    @property
    def pools(self) -> tuple[Pool, ...]:
        """All whom it may ask: nobody of the town."""
        return ()


StageOfWork = Work | Joint | Meeting | County


def stages_of(
    town: Town, stream: Stream, pools: Pools, days: Timetable
) -> tuple[StageOfWork, ...]:
    """Return the stages of a stream; a decision has one for each officer it passes."""
    return tuple(
        stage
        for step, spec in enumerate(stream.steps)
        for stage in _stages(_Place(town, stream, pools, days), step, spec)
    )


@dataclass(frozen=True, slots=True)
class _Place:
    town: Town
    stream: Stream
    pools: Pools
    days: Timetable


def _stages(place: _Place, step: int, spec: Step) -> Iterator[StageOfWork]:
    pools = place.pools
    match spec:
        case WorkStep():
            who = spec.who
            yield Work(
                (step, ""),
                pools.of(who),
                count=who.count,
                together=who.together,
                another=spec.another,
                above=_above(place, spec),
            )
        case JointStep():
            parties = tuple(pools.of_posts(post) for post in spec.joint)
            yield Joint((step, ""), spec, parties, _batch_days(place.days, spec))
        case MeetStep():
            yield Meeting((step, ""), pools.of(spec.meet))
        case ApproveStep():
            for layer, post in officers(place.town, place.stream, spec.layer):
                above = officers_above(place.town, place.stream, layer)
                yield Work(
                    (step, layer),
                    pools.of_posts(post),
                    "decision",
                    above=tuple(pools.of_posts(one) for one in above if one != post),
                )
        case CountyStep():
            yield County((step, ""))


def _above(place: _Place, spec: WorkStep) -> tuple[Pool, ...]:
    """Return who takes work of which nobody is there: first those that it names.

    Nobody is asked a second time.
    """
    pools, own = place.pools, place.town.posts_of_pool(spec.who)
    officers = officers_above(place.town, place.stream)
    found = [pools.of_posts(post) for post in officers if post not in own]
    if spec.otherwise:
        found.insert(0, pools.of_posts(*spec.otherwise))
    asked = pools.of(spec.who)
    return tuple(pool for pool in dict.fromkeys(found) if pool is not asked)


def _batch_days(days: Timetable, spec: JointStep) -> frozenset[date] | None:
    if spec.batch is None:
        return None
    return frozenset(days_of_periods(days, spec.batch.every, spec.batch.on))
