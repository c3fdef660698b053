"""What was known when, while something was being solved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """The best value and the bound after so many seconds; either may be unknown."""

    seconds: float
    value: float | None
    bound: float | None

    @property
    def gap(self) -> float | None:
        """How far the value may lie above the least possible, as a share of it."""
        if self.value is None or self.bound is None:
            return None
        if self.value <= self.bound:
            return 0.0
        return (self.value - self.bound) / self.value


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments at which something got better, in order, and how long it took."""

    moments: Sequence[Moment]
    seconds: float

    @property
    def last(self) -> Moment:
        """What was known in the end."""
        return self.at(self.seconds)

    def at(self, seconds: float) -> Moment:
        """Return what was known after so many seconds."""
        known = [one for one in self._best() if one.seconds <= seconds]
        return known[-1] if known else Moment(seconds, None, None)

    def first_plan(self) -> float | None:
        """Return when there was a plan."""
        found = (one.seconds for one in self._best() if one.value is not None)
        return next(found, None)

    def until_value(self, value: float) -> float | None:
        """Return when a plan as good as that was there."""
        good = (
            one.seconds
            for one in self._best()
            if one.value is not None and one.value <= value
        )
        return next(good, None)

    def until_gap(self, gap: float) -> float | None:
        """Return when the gap was no wider than that."""
        narrow = (
            one.seconds
            for one in self._best()
            if one.gap is not None and one.gap <= gap
        )
        return next(narrow, None)

    def _best(self) -> Iterator[Moment]:
        """Yield each moment with the best value and the best bound until then."""
        values: list[float] = []
        bounds: list[float] = []
        for one in self.moments:
            values += [] if one.value is None else [one.value]
            bounds += [] if one.bound is None else [one.bound]
            best = min(values, default=None), max(bounds, default=None)
            yield Moment(one.seconds, *best)
