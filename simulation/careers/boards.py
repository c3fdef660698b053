"""A ladder as boards see it: what its rungs ask for, and their quotas (晋升)."""

from dataclasses import dataclass
from math import floor
from typing import Self

from scenarios.language.base import LadderId, RungId
from scenarios.language.careers import CareerPolicy
from scenarios.language.ladders import Ladder, Quota, Rung
from simulation.careers.cadre import BELOW
from simulation.careers.chairs import LEVEL_OF_TITLE
from simulation.careers.points import Scale

NEARLY = 1e-9
"""So that a share that comes out even isn't rounded down."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many may stand on some rungs together.

    Parameters
    ----------
    rungs
        The rungs, counted from 0 at the lowest.
    share
        The limit as a share of the people whose ladder it is.
    seats
        The limit as a number, which goes before the share.
    per_year
        Places a year that the county gives instead, where it pools them.
    leaders_count
        Whether leaders take places.
    """

    rungs: frozenset[int]
    share: float | None = None
    seats: float | None = None
    per_year: float | None = None
    leaders_count: bool = True

    def most(self, strength: int) -> int:
        """Return the limit for a number of people; no more than there are."""
        if self.seats is not None:
            return floor(self.seats + NEARLY)
        share = 1.0 if self.share is None else self.share
        return floor(share * strength + NEARLY)

    def given(self, months: int) -> int:
        """Return how many places the county has given in the first so many months."""
        return floor((self.per_year or 0.0) * months / 12 + NEARLY)

    def bars(self, target: int) -> bool:
        """Tell whether stepping up to a rung takes a place.

        Who already stands on another rung of the same quota takes no further one.
        """
        return target in self.rungs and target - 1 not in self.rungs


@dataclass(frozen=True, slots=True)
class Step:
    """What a rung asks for before the next, in months and numbers.

    Parameters
    ----------
    months, service
        On the rung, and in service.
    excellent
        Excellent marks on the rung.
    titles
        Levels of title of which one must be held or have been, a bit each; none if 0.
    """

    months: int
    service: int = 0
    excellent: int = 0
    titles: int = 0

    @classmethod
    def of(cls, rung: Rung) -> Self:
        """Return what a rung of a scenario asks for."""
        return cls(
            months=round(rung.years * 12),
            service=round(rung.service_years * 12),
            excellent=rung.excellent,
            titles=sum({1 << LEVEL_OF_TITLE[one] for one in rung.titles}),
        )


@dataclass(frozen=True, slots=True)
class Steps:
    """A ladder as boards see it.

    Parameters
    ----------
    id
        The ladder's id.
    rungs
        The rungs from the lowest.
    steps
        What each asks for.
    limits
        The quotas.
    scale
        How candidates are put in order.
    saves
        Months on a rung that each excellent mark on it saves.
    of_leaders
        The rung on which leaders stand at least; `BELOW` if there is none.
    """

    id: LadderId
    rungs: tuple[RungId, ...]
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]
    scale: Scale
    saves: int = 0
    of_leaders: int = BELOW

    @classmethod
    def of(cls, ladder: Ladder, policy: CareerPolicy) -> Self:
        """Return a scenario's ladder as boards see it under a policy."""
        rungs = tuple(ladder.rungs)
        return cls(
            id=ladder.id,
            rungs=rungs,
            steps=tuple(Step.of(rung) for rung in ladder.rungs.values()),
            limits=tuple(_limit(one, rungs, policy) for one in ladder.quota.values()),
            scale=Scale.of(ladder.points, policy),
            saves=round(ladder.excellent_saves_years * 12),
            of_leaders=max(
                (
                    number
                    for number, rung in enumerate(ladder.rungs.values())
                    if rung.leaders_at_least
                ),
                default=BELOW,
            ),
        )


def _limit(quota: Quota, rungs: tuple[RungId, ...], policy: CareerPolicy) -> Limit:
    factor = policy.quota_factor
    share, seats, per_year = quota.share, quota.seats, quota.per_year
    return Limit(
        rungs=frozenset(rungs.index(rung) for rung in quota.rungs),
        share=None if share is None else min(1.0, factor * share),
        seats=None if seats is None else factor * seats,
        per_year=factor * per_year
        if policy.county_pooling and per_year is not None
        else None,
        leaders_count=quota.leaders_count,
    )
