"""Boards that fill places on a ladder, from the top rung down (晋升)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Self

from scenarios.language.base import LadderId, PersonId, RungId
from scenarios.language.ladders import Ladder, Points, Quota


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
    """

    rungs: frozenset[int]
    share: float | None
    seats: int | None

    def most(self, strength: int) -> int:
        """Return the limit for a number of people; no more than there are."""
        if self.seats is not None:
            return self.seats
        share = 1.0 if self.share is None else self.share
        return floor(share * strength + 1e-9)


@dataclass(frozen=True, slots=True)
class Steps:
    """A ladder as boards see it.

    Parameters
    ----------
    id
        The ladder's id.
    rungs
        The rungs from the lowest.
    months
        The fewest months on each rung before the next.
    limits
        The quotas.
    points
        How candidates are put in order.
    """

    id: LadderId
    rungs: tuple[RungId, ...]
    months: tuple[int, ...]
    limits: tuple[Limit, ...]
    points: Points

    @classmethod
    def of(cls, ladder: Ladder) -> Self:
        """Return a scenario's ladder as boards see it."""
        rungs = tuple(ladder.rungs)
        return cls(
            id=ladder.id,
            rungs=rungs,
            months=tuple(round(rung.years * 12) for rung in ladder.rungs.values()),
            limits=tuple(_limit(one, rungs) for one in ladder.quota.values()),
            points=ladder.points,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has spent the years that the rung asks for."""

    person: PersonId
    rung: int
    points: float


def board(
    steps: Steps, on_rungs: Sequence[int], strength: int, ready: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Return who rises by one rung, in the order in which they rise.

    A place that somebody leaves by rising is free for those below at the same board,
    so the rungs are gone through from the top.

    Parameters
    ----------
    steps
        The ladder.
    on_rungs
        How many stand on each rung.
    strength
        How many people there are whose ladder it is, on it or not.
    ready
        Who has served the years; by points, then by id.
    """
    counts = list(on_rungs)
    risen: list[Candidate] = []
    for target in range(len(steps.rungs) - 1, 0, -1):
        standing = [one for one in ready if one.rung == target - 1]
        for one in sorted(standing, key=lambda one: (-one.points, one.person)):
            if not _has_room(steps.limits, counts, strength, target):
                break
            counts[target - 1] -= 1
            counts[target] += 1
            risen.append(one)
    return tuple(risen)


def _has_room(
    limits: Sequence[Limit], counts: Sequence[int], strength: int, target: int
) -> bool:
    """Tell whether one more may step up to a rung from the one below.

    Who already stands on another rung of the same quota takes no further place of it.
    """
    return all(
        sum(counts[rung] for rung in limit.rungs) < limit.most(strength)
        for limit in limits
        if target in limit.rungs and target - 1 not in limit.rungs
    )


def _limit(quota: Quota, rungs: tuple[RungId, ...]) -> Limit:
    members = frozenset(rungs.index(rung) for rung in quota.rungs)
    return Limit(members, quota.share, quota.seats)
