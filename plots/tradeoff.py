"""What a frontier chart is drawn from: two goals in the units that people read."""

from dataclasses import dataclass

from scenarios import Town

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A plan by what it comes to on the two goals, and by what is proven of each."""

    values: Pair
    bounds: Pair
    proven: bool


@dataclass(frozen=True, slots=True)
class Region:
    """Where other plans may lie: from a least to a most on each goal.

    Parameters
    ----------
    place
        How many of the marks come before it.
    first, second
        Least and most; infinite where nothing is known.
    """

    place: int
    first: Pair
    second: Pair


@dataclass(frozen=True, slots=True)
class Tradeoff:
    """What of two goals can be had together in a design.

    Parameters
    ----------
    town
        The design.
    goals
        The keys of the two goals.
    marks
        The plans, by the first goal.
    regions
        Where others may lie.
    """

    town: Town
    goals: tuple[str, str]
    marks: tuple[Mark, ...]
    regions: tuple[Region, ...]
