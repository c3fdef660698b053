"""Who is there: people come and leave by their own calendars."""

from collections import defaultdict

from simulation.play.desk import Desk
from simulation.play.stage import Stage
from simulation.play.workers import Worker, set_of

Change = tuple[int, list[Worker], list[tuple[Worker, int]]]
"""A moment, who leaves then, and who comes and until when."""


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
        _, leaving, coming = self._changes[self._next]
        for worker in leaving:
            worker.is_there = False
        for worker, closing in coming:
            worker.is_there = True
            worker.came = self._kernel.now
            worker.leaves = closing
            worker.day_ends = _day_ends(worker, closing)
        came = [worker for worker, _ in coming]
        self._situation.leave(set_of(leaving))
        self._situation.come(
            set_of(came), idle=set_of(worker for worker in came if worker.job is None)
        )
        self._desk.admit(came)
        self._next += 1
        self._put_down()


def _changes(stage: Stage) -> list[Change]:
    """Return each moment at which somebody leaves or comes, in order."""
    leaving: dict[int, list[Worker]] = defaultdict(list)
    coming: dict[int, list[tuple[Worker, int]]] = defaultdict(list)
    for worker in stage.workers.values():
        calendar = worker.calendar
        for opens, closes in zip(calendar.opens, calendar.closes, strict=True):
            coming[opens].append((worker, closes))
            leaving[closes].append(worker)
    moments = sorted(leaving.keys() | coming.keys())
    return [(moment, leaving[moment], coming[moment]) for moment in moments]


def _day_ends(worker: Worker, closing: int) -> int:
    """Return when the working hours end with which a stretch begins."""
    if worker.calendar is worker.hours:
        return closing
    came = worker.came
    return worker.hours.closing(came) if worker.hours.is_open(came) else came
