"""Tallies: whole numbers by what they are of, and the measures made of them.

Times stay whole microseconds until a measure is told, so that a sum is exact and hangs
neither on the order of the rows nor on how a version of Python adds up fractions.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

import numpy as np

from simulation.clock import SECOND
from simulation.measures.intervals import Numbers, smallest
from simulation.summary import Key

NOTHING = float("nan")


class Tally:
    """Values by what they are of; what had none still has its place.

    Parameters
    ----------
    places
        Everything there can be values of, in order.
    unit
        How much of a value makes one of the measure's unit.
    """

    def __init__(self, places: Iterable[str], *, unit: int = 1) -> None:
        self._parts: dict[str, list[Numbers]] = {place: [] for place in places}
        self._unit = unit

    def extend(self, places: Iterable[str], values: Sequence[int] | Numbers) -> None:
        """Put down values for some of the places; others than these don't count."""
        part = np.asarray(values, dtype=np.int64)
        for place in places:
            if place in self._parts:
                self._parts[place].append(part)

    def counts(self, name: str) -> Iterator[tuple[Key, float]]:
        """Yield how many values each place has."""
        for place, values in self._values():
            yield (name, place), float(len(values))

    def sums(self, name: str) -> Iterator[tuple[Key, float]]:
        """Yield the sum of the values of each place."""
        for place, values in self._values():
            yield (name, place), total(values) / self._unit

    def means(self, name: str) -> Iterator[tuple[Key, float]]:
        """Yield the mean of the values of each place."""
        for place, values in self._values():
            yield (name, place), ratio(total(values), len(values) * self._unit)

    def percentiles(self, name: str, *percents: int) -> Iterator[tuple[Key, float]]:
        """Yield percentiles of the values of each place, by nearest rank."""
        for place, values in self._values():
            ordered = np.sort(values)
            for percent in percents:
                yield (f"{name}_p{percent}", place), self._percentile(ordered, percent)

    def _values(self) -> Iterator[tuple[str, Numbers]]:
        for place, parts in self._parts.items():
            yield place, np.concatenate(parts) if parts else _NONE

    def _percentile(self, ordered: Numbers, percent: int) -> float:
        if not len(ordered):
            return NOTHING
        return int(ordered[ceil(len(ordered) * percent / 100) - 1]) / self._unit


_NONE = np.zeros(0, dtype=np.int64)


def total(values: Numbers) -> int:
    """Return the exact sum of times, in two parts that both fit into 64 bits."""
    if not len(values):
        return 0
    seconds, rest = np.divmod(values, SECOND)
    return int(seconds.sum()) * SECOND + int(rest.sum())


def ratio(part: int, whole: int) -> float:
    """Return a part of a whole; not a number where there is no whole."""
    return part / whole if whole > 0 else NOTHING


def split(values: Numbers, groups: Numbers, count: int) -> list[Numbers]:
    """Return the values of each group; groups are numbers from 0 to a count."""
    order = np.argsort(smallest(groups), kind="stable")
    borders = np.cumsum(np.bincount(groups, minlength=count))[:-1]
    return np.split(values[order], borders)[:count]


def by_kind(
    values: Numbers, *columns: Numbers
) -> Iterator[tuple[tuple[int, ...], Numbers]]:
    """Yield what the columns say, and the values for which they say it."""
    if not len(values):
        return
    sizes = [int(column.max()) + 1 for column in columns]
    kinds, which = np.unique(np.ravel_multi_index(columns, sizes), return_inverse=True)
    parts = split(values, which, len(kinds))
    said = zip(*map(np.ndarray.tolist, np.unravel_index(kinds, sizes)), strict=True)
    yield from zip(said, parts, strict=True)
