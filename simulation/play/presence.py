"""Who is there: people come and leave by their own calendars."""

from simulation.play.asks import Worker
from simulation.play.desk import Desk
from simulation.play.stage import Stage


class Presence:
    """Marks people as present or not, at the moments at which that changes."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._kernel = stage.kernel
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
            worker.present = False
        for worker in coming:
            worker.present = True
        self._desk.admit(coming)
        self._next += 1
        self._put_down()


def _changes(stage: Stage) -> list[tuple[int, list[Worker], list[Worker]]]:
    """Return each moment at which somebody leaves or comes, with those who do."""
    found: dict[int, tuple[list[Worker], list[Worker]]] = {}
    for worker in stage.workers.values():
        for moment in worker.calendar.closes:
            found.setdefault(moment, ([], []))[0].append(worker)
        for moment in worker.calendar.opens:
            found.setdefault(moment, ([], []))[1].append(worker)
    return [(moment, *found[moment]) for moment in sorted(found)]
