"""What a sum can't go below, in all solutions and in those with a seat."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from optimizer.linear import Variable
from optimizer.patterns.charged import Charged
from optimizer.patterns.parts import Parts
from optimizer.rows import Numbers


@dataclass(frozen=True, slots=True)
class Certain:
    """What a sum can't go below.

    Parameters
    ----------
    least
        In any solution.
    least_with
        For each variable that stands for a seat, in any solution with that seat; for
        others the same as in any.
    """

    least: int
    least_with: Numbers

    def beyond(self, most: int) -> Collection[Variable]:
        """Return the seats that no solution with so much of the sum at most has."""
        at: list[int] = np.flatnonzero(self.least_with > most).tolist()
        return at if most >= self.least else ()


@dataclass(frozen=True)
class Bound:
    """What a sum can't go below, with conditions charged for.

    Parameters
    ----------
    parts
        The model.
    charged
        What is to be paid.
    costs
        For each person what the patterns cost.
    """

    parts: Parts
    charged: Charged
    costs: Sequence[Sequence[Numbers]]

    @classmethod
    def of(cls, parts: Parts, charged: Charged) -> "Bound":
        """Return the bound that charges make."""
        return cls(parts, charged, [one.costs(charged.prices) for one in parts.holders])

    @cached_property
    def cheapest(self) -> Sequence[int]:
        """What each person's cheapest pattern costs; to hold nothing costs 0."""
        return [min(0, *(int(some.min()) for some in costs)) for costs in self.costs]

    @property
    def least(self) -> int:
        """What the sum can't go below."""
        total = self.charged.fixed + sum(self.cheapest)
        return -(-total // self.charged.scale) + self.parts.constant

    @property
    def amount(self) -> float:
        """What the sum can't go below, with what is less than one."""
        total = self.charged.fixed + sum(self.cheapest)
        return total / self.charged.scale + self.parts.constant

    def certain(self, seats: Numbers) -> Certain:
        """Return the same in whole numbers, and for each of some seats too."""
        cheapest, charged = self.cheapest, self.charged
        total = charged.fixed + sum(cheapest)
        more = np.zeros_like(charged.prices)
        apart = self.parts.others[seats]
        more[seats[apart]] = np.maximum(0, charged.prices[seats[apart]])
        for one, least, costs in zip(
            self.parts.holders, cheapest, self.costs, strict=True
        ):
            # What stands in no pattern costs the largest number, which must stay one.
            more[one.seats] = np.minimum(one.least_with(costs), 2**62) - least
        least_with = -(-(total + more) // charged.scale) + self.parts.constant
        return Certain(self.least, least_with)
