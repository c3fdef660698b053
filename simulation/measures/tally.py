"""Tallies: values gathered by what they are of, and made into measures."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from simulation.summary import Key

NOTHING = float("nan")


class Tally:
    """Values by what they are of; what had none still has its place.

    Parameters
    ----------
    places
        Everything there can be values of, in order.
    """

    def __init__(self, places: Iterable[str]) -> None:
        self._values: dict[str, list[float]] = {place: [] for place in places}

    def add(self, places: Iterable[str], value: float = 1.0) -> None:
        """Put down a value for some of the places; others than these don't count."""
        for place in places:
            if place in self._values:
                self._values[place].append(value)

    def sums(self, name: str) -> Iterator[tuple[Key, float]]:
        """Yield the sum of the values of each place."""
        for place, values in self._values.items():
            yield (name, place), float(sum(values))

    def means(self, name: str) -> Iterator[tuple[Key, float]]:
        """Yield the mean of the values of each place."""
        for place, values in self._values.items():
            yield (name, place), sum(values) / len(values) if values else NOTHING

    def percentiles(self, name: str, *percents: int) -> Iterator[tuple[Key, float]]:
        """Yield percentiles of the values of each place, by nearest rank."""
        for place, values in self._values.items():
            ordered = sorted(values)
            for percent in percents:
                yield (f"{name}_p{percent}", place), _percentile(ordered, percent)


def _percentile(ordered: Sequence[float], percent: int) -> float:
    if not ordered:
        return NOTHING
    return ordered[ceil(len(ordered) * percent / 100) - 1]
