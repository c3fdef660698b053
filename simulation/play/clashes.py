"""Clashes (打架): one lead's work needs somebody who is at another lead's."""

from collections.abc import Sequence

from simulation.clock import NEVER
from simulation.due import allowed, due_moment
from simulation.play import events
from simulation.play.asks import Ask, Job
from simulation.play.stage import Stage
from simulation.play.workers import Hand, Worker
from simulation.record import of_clash


class Clashes:
    """Tells clashes, and completes their rows once it is known how they ended."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._waiting: dict[int, int] = {}
        """Since when asks wait whose rows, by place in the record, aren't complete."""

    def waiting(self, ask: Ask, hands: Sequence[Hand]) -> Job | None:
        """Record that an ask must wait for another lead's work, if that is why.

        Parameters
        ----------
        ask
            What waits.
        hands
            Those count who are there, and may take it.

        Returns
        -------
        Job or None
            What holds the person who is least bound; none if everybody who could
            take the ask is at work of its own lead.
        """
        found: Hand | None = None
        asking = ask.piece.task.lead
        if not asking:
            return None
        for hand in hands:
            worker = hand.worker
            lead = worker.lead
            if not lead or lead == asking or not worker.is_there:
                continue
            if ask.taken and worker.bit & ask.taken:
                continue
            if found is None or _is_less_bound(worker, found.worker):
                found = hand
        if found is None or found.worker.job is None:
            return None
        ask.clash = self._record(ask, found, found.worker.job, "open")
        self._waiting[ask.clash] = self._stage.kernel.now
        return found.worker.job

    def interrupting(self, ask: Ask, hand: Hand, job: Job) -> None:
        """Record that an ask calls somebody away from another lead's work."""
        how = "agreed" if ask.agreed else "interrupted"
        if ask.clash is not None:
            self.ended(ask, how)
        elif _under_another_lead(ask, job):
            self._record(ask, hand, job, how)

    def ended(self, ask: Ask, how: str) -> None:
        """Complete the row of an ask that had to wait."""
        if ask.clash is None:
            return
        self._complete(ask.clash, "late" if self._is_late(ask) else how)
        del self._waiting[ask.clash]
        ask.clash = None

    def close(self) -> None:
        """Complete the rows of what still waits as the year ends."""
        for place in self._waiting:
            self._complete(place, "open")

    def _is_late(self, ask: Ask) -> bool:
        """Whether a piece's time limit passed before the asking work began."""
        due, stage, arrived = ask.piece.task.due, self._stage, ask.piece.arrived
        day = stage.days.length
        if due is None or stage.kernel.now <= arrived + allowed(due, day):
            return False
        return due_moment(due, stage.calendar, day, arrived) < stage.kernel.now

    def _complete(self, place: int, how: str) -> None:
        lost = self._stage.hours_since(self._waiting[place])
        self._stage.record.complete(place, length=lost, how=how)

    def _record(self, ask: Ask, hand: Hand, job: Job, how: str) -> int:
        """Record a clash, and return its place in the record."""
        piece, other, record = ask.piece, job.ask.piece, self._stage.record
        record.cells += of_clash(
            self._stage.kernel.now,
            NEVER,
            0,
            events.CLASH,
            piece.number + 1,
            ask.step + 1,
            record.code(how),
            piece.task.named,
            hand.named,
            other.number + 1,
            other.task.named,
            record.code(job.hand.post),
        )
        return len(record) - 1


def _is_less_bound(one: Worker, other: Worker) -> bool:
    """Whether somebody is bound less than another; by the roster, if as much."""
    return one.bound < other.bound or (
        one.bound == other.bound and one.index < other.index
    )


def _under_another_lead(ask: Ask, job: Job) -> bool:
    """Whether somebody is at work that another lead than the asking one commands."""
    asking, holding = ask.piece.task.lead, job.ask.piece.task.lead
    return bool(asking and holding) and asking != holding
