"""Which patterns the linear programme is made of: more from round to round."""

from collections.abc import Iterator

import numpy as np

from optimizer.patterns.certain import Bound
from optimizer.patterns.charged import charged
from optimizer.patterns.master import Master, Solution
from optimizer.patterns.parts import Parts
from optimizer.rows import Flags, Numbers

FEW = 20
"""How many patterns of a person and a size are added at a time."""

MARGIN = 0.2
"""Patterns are added too that are worth less than they cost by less than this share of
what lies between programme and bound; there are few others by the end."""

NEARLY = 1e-6
"""By what share of it the programme may lie above the bound, which is rounded down."""


class Generating:
    """Solves a linear programme with more patterns from round to round.

    Parameters
    ----------
    parts
        The model.
    """

    def __init__(self, parts: Parts) -> None:
        self.best: Bound | None = None
        """The highest bound so far."""
        self.done = False
        """Whether no further pattern could change anything."""
        self._parts, self._master = parts, Master(parts)
        self._taken = [
            [np.zeros(len(some), dtype=bool) for some in one.patterns]
            for one in parts.holders
        ]

    def begin_with(self, held: Flags) -> None:
        """Take in all patterns of one seat, and those of a plan that is known.

        Parameters
        ----------
        held
            For each variable whether it stands for a seat that the plan gives somebody.
        """
        for number, holder in enumerate(self._parts.holders):
            self._take(number, 0, np.arange(len(holder.patterns[0])))
            size = int(held[holder.seats].sum()) - 1
            if 0 < size < len(holder.patterns):
                whole = held[holder.seats[holder.patterns[size]]].all(axis=1)
                self._take(number, size, np.flatnonzero(whole))

    def go_on(self, seconds: float) -> bool:
        """Solve the programme and add patterns; return whether there was time to."""
        if (solution := self._master.solve(seconds)) is None:
            return False
        bound = Bound.of(self._parts, charged(self._parts, solution.of_rows))
        if self.best is None or bound.amount > self.best.amount:
            self.best = bound
        added = 0
        above = solution.value - NEARLY * abs(solution.value)
        if above > max(self.best.least, self.best.amount):
            for number, size, some in self._worthwhile(bound, solution):
                added += self._take(number, size, some)
        self.done = not added
        return True

    def _worthwhile(
        self, bound: Bound, solution: Solution
    ) -> Iterator[tuple[int, int, Numbers]]:
        """Yield by person and size which patterns are worth their cost, or nearly."""
        best = bound if self.best is None else self.best
        margin = MARGIN * max(0.0, solution.value - best.amount)
        limits = (solution.of_people + margin) * bound.charged.scale
        for number, costs in enumerate(bound.costs):
            for size, cost in enumerate(costs):
                taken = self._taken[number][size]
                (some,) = np.nonzero((cost < limits[number]) & ~taken)
                if len(some) > FEW:
                    some = some[np.argpartition(cost[some], FEW)[:FEW]]
                yield number, size, some

    def _take(self, number: int, size: int, some: Numbers) -> int:
        """Take in some patterns of a person and size; return how many."""
        holder = self._parts.holders[number]
        self._taken[number][size][some] = True
        sets = holder.seats[holder.patterns[size][some]]
        self._master.take_in(number, sets)
        return len(sets)
