"""Conditions kept as numbers while they are posted."""

from array import array
from collections.abc import Iterable

import numpy as np

from optimizer.linear import Condition, Variable
from optimizer.rows import NO_LEAST, NO_MOST, Numbers, Rows


class Record:
    """Keeps conditions as they are posted; to read them back would take longer."""

    def __init__(self) -> None:
        self._columns, self._times = array("q"), array("q")
        self._lengths = array("q")
        self._least, self._most = array("q"), array("q")
        self._given: dict[int, tuple[Variable, ...]] = {}

    def add(self, condition: Condition, given: Iterable[Variable]) -> None:
        """Keep a condition.

        Parameters
        ----------
        condition
            The condition.
        given
            It holds only where these are 1; a number below 0 stands for one that is to
            be 0, -1 for the first.
        """
        terms, constant = condition.total.terms, condition.total.constant
        if given := tuple(given):
            self._given[len(self._lengths)] = given
        self._columns.extend(terms)
        self._times.extend(terms.values())
        self._lengths.append(len(terms))
        least, most = condition.least, condition.most
        self._least.append(NO_LEAST if least is None else least - constant)
        self._most.append(NO_MOST if most is None else most - constant)

    def in_force(self, low: Numbers, high: Numbers) -> Rows:
        """Return the conditions that hold in any case, by what is fixed.

        Parameters
        ----------
        low, high
            Between what each variable lies.
        """
        holds = np.ones(len(self._lengths), dtype=bool)
        for row, given in self._given.items():
            holds[row] = all(
                low[one] == 1 if one >= 0 else high[-1 - one] == 0 for one in given
            )
        lengths = np.array(self._lengths, dtype=np.int64)
        kept = np.repeat(holds, lengths)
        return Rows(
            low,
            high,
            np.repeat(np.arange(holds.sum()), lengths[holds]),
            np.array(self._columns, dtype=np.int64)[kept],
            np.array(self._times, dtype=np.int64)[kept],
            np.array(self._least, dtype=np.int64)[holds],
            np.array(self._most, dtype=np.int64)[holds],
        )
