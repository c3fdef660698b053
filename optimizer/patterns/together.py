"""Which seats go together in one hand."""

from dataclasses import dataclass

import numpy as np

from optimizer.rows import Flags, Numbers

Sets = list[Numbers]
"""Sets of one seat, of two, and so on: an array each, a set a row of numbers."""


@dataclass(frozen=True, slots=True)
class Together:
    """Which seats go together.

    Parameters
    ----------
    apart
        Whether two don't; of one, whether it can't be had at all. Of shape (seats,
        seats).
    weights
        What each seat weighs, nothing at least; of shape (weights, seats).
    limits
        What seats may weigh together at most, by each weight.
    """

    apart: Flags
    weights: Numbers
    limits: Numbers

    def sets(self, most: int) -> Sets | None:
        """Return all sets of seats that go together, but for the empty one.

        ``None`` if there are more than so many.
        """
        alone = ~np.diagonal(self.apart)
        alone &= (self.weights <= self.limits[:, None]).all(axis=0)
        later = np.triu(~self.apart, 1) & alone & alone[:, None]
        (single,) = np.nonzero(alone)
        sets, more, loads = single[:, None], later[alone], self.weights.T[alone]
        found: Sets = []
        while len(sets):
            found.append(sets)
            at, new = np.nonzero(more)
            heavier = loads[at] + self.weights.T[new]
            fit = (heavier <= self.limits).all(axis=1)
            at, new, loads = at[fit], new[fit], heavier[fit]
            if sum(map(len, found)) + len(at) > most:
                return None
            sets, more = np.column_stack((sets[at], new)), more[at] & later[new]
        return found
