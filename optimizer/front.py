"""The values of two goals that no plan beats on both (帕累托前沿), and what is known.

What is known is a staircase: of the plans whose second goal is at most so much, none
has a first goal below so much. Whether a point is proven, and what may still lie
between two points, follows from it alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Self

from optimizer.outcome import Step
from scenarios import Plan, Town
from scenarios.language.goals import GoalKey

Values = tuple[int, int]
"""What a plan comes to on the two goals, in their whole units."""

Span = tuple[float, float]
"""From a least to a most; infinite where nothing is known."""


@dataclass(slots=True)
class Staircase:
    """What is known of all plans, found or not.

    Parameters
    ----------
    stairs
        Pairs of a limit and a least value: plans whose second goal is within the
        limit have a first goal of the least value or more.
    """

    stairs: list[tuple[float, float]] = field(
        default_factory=lambda: [(inf, 0), (-1, inf)]
    )

    def learn(self, limit: float, least: float) -> None:
        """Add a stair."""
        self.stairs.append((limit, least))

    def first(self, limit: float) -> float:
        """Return what the first goal can't go below with the second within a limit."""
        return max(least for stair, least in self.stairs if stair >= limit)

    def second(self, limit: float) -> float:
        """Return what the second goal can't go below with the first within a limit."""
        beyond = [
            stair for stair, least in self.stairs if least > limit or least == inf
        ]
        return max(beyond) + 1


@dataclass(frozen=True, slots=True)
class Point:
    """A plan that no plan found beats on both goals.

    Parameters
    ----------
    plan
        Who holds what.
    values
        What it comes to on the two goals.
    bounds
        What each goal can't go below where the other is no worse than here.
    """

    plan: Plan
    values: Values
    bounds: Values

    @property
    def proven(self) -> bool:
        """Whether no plan whatever beats it on both goals."""
        return self.values == self.bounds


@dataclass(frozen=True, slots=True)
class Gap:
    """Where points may lie that weren't found.

    Parameters
    ----------
    place
        How many of the points come before it.
    first, second
        The least and the most that such a point comes to on each goal.
    """

    place: int
    first: Span
    second: Span

    @property
    def size(self) -> float:
        """How many pairs of values lie in it."""
        return (self.first[1] - self.first[0] + 1) * (
            self.second[1] - self.second[0] + 1
        )


@dataclass(frozen=True, slots=True)
class Frontier:
    """What of two goals can be had together.

    Parameters
    ----------
    town
        The town, whose goals are those kept and then the two.
    goals
        The two goals.
    kept
        How far the goals before them were reached; all points keep these values.
    points
        The plans that no plan found beats, by the first goal.
    gaps
        Where others may lie; none where the frontier is complete.
    interrupted
        Whether the user stopped the search.
    """

    town: Town
    goals: tuple[GoalKey, GoalKey]
    kept: tuple[Step, ...]
    points: tuple[Point, ...]
    gaps: tuple[Gap, ...]
    interrupted: bool = False

    @property
    def complete(self) -> bool:
        """Whether every point is proven and nothing can lie between them."""
        return not self.gaps and all(step.proven for step in self.kept)

    def turned(self) -> Self:
        """Return the same with the second goal first."""
        count = len(self.points)
        return type(self)(
            self.town,
            self.goals[::-1],
            self.kept,
            tuple(
                Point(one.plan, one.values[::-1], one.bounds[::-1])
                for one in reversed(self.points)
            ),
            tuple(
                Gap(count - gap.place, gap.second, gap.first)
                for gap in reversed(self.gaps)
            ),
            self.interrupted,
        )


def best_of(found: Iterable[tuple[Values, Plan]]) -> list[tuple[Values, Plan]]:
    """Return the plans that no other beats on both goals, by the first goal."""
    best: list[tuple[Values, Plan]] = []
    for values, plan in sorted(found, key=lambda one: one[0]):
        if not best or values[1] < best[-1][0][1]:
            best.append((values, plan))
    return best


def points_of(
    best: Sequence[tuple[Values, Plan]], known: Staircase
) -> tuple[Point, ...]:
    """Return the points with what is known of each."""
    return tuple(
        Point(
            plan,
            values,
            (
                int(min(values[0], known.first(values[1]))),
                int(min(values[1], known.second(values[0]))),
            ),
        )
        for values, plan in best
    )


def gaps_of(best: Sequence[Values], known: Staircase) -> tuple[Gap, ...]:
    """Return where points may lie that aren't among these, the ends too."""
    gaps: list[Gap] = []
    above_each = (inf, *(float(second) for _, second in best))
    beyond_each = (*(float(first) for first, _ in best), inf)
    pairs = zip(above_each, beyond_each, strict=True)
    for place, (above, beyond) in enumerate(pairs):
        least = known.first(above - 1)
        if least < beyond:
            lowest = known.second(beyond - 1)
            gaps.append(Gap(place, (least, beyond - 1), (lowest, above - 1)))
    return tuple(gaps)
