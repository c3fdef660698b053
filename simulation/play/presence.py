"""Who is there: people come and leave by their own calendars."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from simulation.play.desk import Desk
from simulation.play.stage import Stage
from simulation.play.workers import Worker, set_of

Change = tuple[int, list[Worker], list[Worker]]
"""A moment, who leaves then, and who comes."""


class Presence:
    """Marks people as present or not, at the moments at which that changes.

    Parameters
    ----------
    stage, desk
        What takes note of it.
    moments
        When anybody of the town leaves or comes; what couldn't be looked at while all
        were out is then looked at again.
    """

    def __init__(self, stage: Stage, desk: Desk, moments: Sequence[int]) -> None:
        self._kernel = stage.kernel
        self._situation = stage.situation
        self._desk = desk
        self._changes = _changes(stage, moments)
        self._next = 0

    def begin(self) -> None:
        """Put down the first change."""
        self._put_down()

    def _put_down(self) -> None:
        if self._next < len(self._changes):
            self._kernel.at(self._changes[self._next][0], Presence._change, self)

    def _change(self) -> None:
        now, leaving, coming = self._changes[self._next]
        for worker in leaving:
            worker.is_there = False
        for worker in coming:
            worker.come(now)
        idle = set_of(worker for worker in coming if worker.job is None)
        self._situation.leave(set_of(leaving))
        self._situation.come(set_of(coming), idle=idle)
        self._desk.admit(coming)
        self._next += 1
        self._put_down()


def moments_of(workers: Iterable[Worker]) -> Sequence[int]:
    """Return when any of some people leaves or comes, in order."""
    found: set[int] = set()
    for worker in workers:
        found.update(worker.calendar.opens, worker.calendar.closes)
    return sorted(found)


def _changes(stage: Stage, moments: Sequence[int]) -> list[Change]:
    """Return each moment with who leaves and who comes."""
    leaving: dict[int, list[Worker]] = defaultdict(list)
    coming: dict[int, list[Worker]] = defaultdict(list)
    for worker in stage.workers.values():
        for opens in worker.calendar.opens:
            coming[opens].append(worker)
        for closes in worker.calendar.closes:
            leaving[closes].append(worker)
    return [(moment, leaving[moment], coming[moment]) for moment in moments]
