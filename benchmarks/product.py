"""The product itself, watched through its own door."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.timeline import Moment, Timeline
from optimizer.assign import assign
from optimizer.outcome import Outcome, Progress, Solved, Step
from scenarios import Town


@dataclass(frozen=True, slots=True)
class Watched:
    """What came of staffing a town, and what was reported on the way."""

    outcome: Outcome
    seconds: float
    reports: tuple[tuple[float, Progress], ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """How far each goal was reached; nothing if there is no plan."""
        return self.outcome.steps if isinstance(self.outcome, Solved) else ()

    def first_plan(self) -> float | None:
        """Return when a plan was first told of."""
        if self.reports:
            return self.reports[0][0]
        return self.seconds if self.steps else None

    def done_with(self, number: int) -> float:
        """Return when a goal, counted from 1, was done with: a later one was told of.

        A goal that is nothing to strive for is never told of; it took no time.
        """
        later = (at for at, told in self.reports if told.number > number)
        return next(later, self.seconds)

    def timeline(self) -> Timeline:
        """Return the values and bounds of the last goal."""
        told = [(at, one) for at, one in self.reports if one.number == one.of]
        moments = [Moment(at, one.value, one.bound) for at, one in told]
        if self.steps:
            last = self.steps[-1]
            moments.append(Moment(self.seconds, last.value, last.bound))
        return Timeline(moments, self.seconds)


def watched(
    town: Town,
    *,
    seconds: float,
    workers: int,
    clock: Callable[[], float] = time.perf_counter,
) -> Watched:
    """Staff a town and note everything that is reported, and when by a clock."""
    reports: list[tuple[float, Progress]] = []
    begun = clock()

    def note(progress: Progress) -> None:
        reports.append((clock() - begun, progress))

    outcome = assign(town, seconds=seconds, workers=workers, on_progress=note)
    return Watched(outcome, clock() - begun, tuple(reports))
