"""The columns of a linear programme, each of which is some variables together."""

import numpy as np

from optimizer.patterns.parts import Parts
from optimizer.rows import Numbers

Entries = tuple[Numbers, Numbers, Numbers]
"""Rows, columns, and how often each counts there."""


class Columns:
    """Variables by themselves at first, then patterns.

    Parameters
    ----------
    parts
        The model: its rows that join people, and its variables in no pattern.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._sets: list[Numbers] = []
        rows, joining = parts.rows, parts.joining
        kept, renumbered = joining[rows.numbers], np.cumsum(joining) - 1
        of_kept = rows.columns[kept]
        by_column = np.argsort(of_kept, kind="stable")
        counts = np.bincount(of_kept, minlength=len(rows.low))
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._rows = renumbered[rows.numbers[kept]][by_column]
        self._times = rows.times[kept][by_column]
        self.add(np.flatnonzero(parts.others)[:, None])

    def add(self, sets: Numbers) -> None:
        """Add a column for each set: variables in a row of an array."""
        self._sets.append(sets)

    @property
    def number(self) -> int:
        """How many columns there are."""
        return sum(map(len, self._sets))

    @property
    def costs(self) -> Numbers:
        """What each column costs."""
        costs = self._parts.costs
        return np.concatenate([costs[some].sum(axis=1) for some in self._sets])

    @property
    def entries(self) -> Entries:
        """All entries; what a column has several times in a row stands there so often.

        Rows count from 0 among those that join people.
        """
        starts = np.cumsum([0, *map(len, self._sets)]).tolist()
        found = [
            self._of(sets, first)
            for sets, first in zip(self._sets, starts[:-1], strict=True)
        ]
        rows, columns, times = zip(*found, strict=True)
        return np.concatenate(rows), np.concatenate(columns), np.concatenate(times)

    def _of(self, sets: Numbers, first: int) -> Entries:
        """Return the entries of some sets, whose columns follow one another."""
        variables = sets.ravel()
        starts = self._starts[variables]
        counts = self._starts[variables + 1] - starts
        before = np.cumsum(counts) - counts
        at = np.repeat(starts - before, counts) + np.arange(counts.sum())
        columns = first + np.arange(len(variables)) // max(1, sets.shape[1])
        return self._rows[at], np.repeat(columns, counts), self._times[at]
