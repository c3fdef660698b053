"""Linear conditions, entry by entry, as numbers to reckon with."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from optimizer.linear import Variable

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

NO_LEAST, NO_MOST = -(2**63), 2**63 - 1
"""The limits of a sum that has none: CP-SAT's."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Sums of variables that lie between limits.

    Parameters
    ----------
    low, high
        For each variable between what it lies.
    numbers, columns, times
        For each entry its row, counted from 0, its variable, and how often it counts;
        row by row.
    least, most
        For each row between what its sum lies, or `NO_LEAST` and `NO_MOST`.
    """

    low: Numbers
    high: Numbers
    numbers: Numbers
    columns: Numbers
    times: Numbers
    least: Numbers
    most: Numbers

    @property
    def limits(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Between what rows lie, as infinities where there is no limit."""
        least = np.where(self.least > NO_LEAST, self.least, -np.inf)
        return least, np.where(self.most < NO_MOST, self.most, np.inf)

    def relieved_of(self, variables: Collection[Variable]) -> "Rows":
        """Return what holds whatever these variables are, none of them below 0.

        They are 0 afterwards, and what they could help to keep isn't demanded.
        """
        gone = np.zeros(len(self.low), dtype=bool)
        gone[[*variables]] = True
        raising = self.numbers[gone[self.columns] & (self.times > 0)]
        lowering = self.numbers[gone[self.columns] & (self.times < 0)]
        least, most, high = self.least.copy(), self.most.copy(), self.high.copy()
        least[raising], most[lowering], high[gone] = NO_LEAST, NO_MOST, 0
        return replace(self, least=least, most=most, high=high)

    def folded(self) -> "Rows":
        """Return the same without fixed variables, and without what holds anyhow.

        Rows of fixed variables alone are left out, whether they hold or not.
        """
        free = (self.low < self.high)[self.columns]
        least, most = self._limits_beside(~free)
        numbers, columns = self.numbers[free], self.columns[free]
        times = self.times[free]
        ends = times * self.low[columns], times * self.high[columns]
        lowest, highest = np.zeros_like(least), np.zeros_like(least)
        np.add.at(lowest, numbers, np.minimum(*ends))
        np.add.at(highest, numbers, np.maximum(*ends))
        least[lowest >= least], most[highest <= most] = NO_LEAST, NO_MOST
        said = ((least > NO_LEAST) | (most < NO_MOST))[numbers]
        used, renumbered = np.unique(numbers[said], return_inverse=True)
        return Rows(
            self.low,
            self.high,
            renumbered,
            columns[said],
            times[said],
            least[used],
            most[used],
        )

    def _limits_beside(self, fixed: Flags) -> tuple[Numbers, Numbers]:
        """Return the rows' limits without what entries of fixed variables come to."""
        come_to = np.zeros_like(self.least)
        amounts = self.times[fixed] * self.low[self.columns[fixed]]
        np.add.at(come_to, self.numbers[fixed], amounts)
        limited = self.least > NO_LEAST, self.most < NO_MOST
        return (
            np.where(limited[0], self.least - come_to, NO_LEAST),
            np.where(limited[1], self.most - come_to, NO_MOST),
        )
