"""Who is there: people come and leave by their own calendars."""

from collections import defaultdict

from simulation.play.desk import Desk
from simulation.play.stage import Stage
from simulation.play.workers import Worker, set_of

Change = tuple[int, list[Worker], list[Worker]]
"""A moment, who leaves then, and who comes."""


class Presence:
    """Marks people as present or not, at the moments at which that changes."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._kernel = stage.kernel
        self._situation = stage.situation
        self._desk = desk
        self._changes = _changes(stage)
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


def _changes(stage: Stage) -> list[Change]:
    """Return each moment at which somebody leaves or comes, in order."""
    leaving: dict[int, list[Worker]] = defaultdict(list)
    coming: dict[int, list[Worker]] = defaultdict(list)
    for worker in stage.workers.values():
        for opens in worker.calendar.opens:
            coming[opens].append(worker)
        for closes in worker.calendar.closes:
            leaving[closes].append(worker)
    moments = sorted(leaving.keys() | coming.keys())
    return [(moment, leaving[moment], coming[moment]) for moment in moments]
