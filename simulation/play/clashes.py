"""Clashes (打架): one lead's work needs somebody who is at another lead's."""

from collections.abc import Iterable

from simulation.log import Event, Row
from simulation.play.asks import Ask, Hand, Job
from simulation.play.stage import Stage


class Clashes:
    """Tells clashes, and completes their rows once it is known how they ended."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def waiting(self, ask: Ask, here: Iterable[Hand]) -> Job | None:
        """Record that an ask must wait for another lead's work, if that is why.

        Returns
        -------
        Job or None
            What holds the person who is least bound; none if everybody who could
            take the ask is at work of its own lead.
        """
        held = [hand for hand in here if under_another_lead(ask, hand.worker.job)]
        if not held:
            return None
        hand = min(held, key=_bound)
        if hand.worker.job is not None:
            ask.clash = self._record(ask, hand, hand.worker.job, "open")
        return hand.worker.job

    def interrupting(self, ask: Ask, hand: Hand, job: Job) -> None:
        """Record that an ask calls somebody away from another lead's work."""
        how = "agreed" if ask.agreed else "interrupted"
        if ask.clash is not None:
            self.ended(ask, how)
        elif under_another_lead(ask, job) and ask.kind != "meeting":
            self._record(ask, hand, job, how)

    def ended(self, ask: Ask, how: str) -> None:
        """Complete the row of an ask that had to wait."""
        if ask.clash is None:
            return
        row = self._stage.rows[ask.clash]
        self._stage.rows[ask.clash] = self._lost(row, how)
        ask.clash = None

    def close(self) -> None:
        """Complete the rows of what still waits as the year ends."""
        rows = self._stage.rows
        for place, row in enumerate(rows):
            if row.event is Event.CLASH and row.how == "open":
                rows[place] = self._lost(row, "open")

    def _lost(self, row: Row, how: str) -> Row:
        lost = self._stage.calendar.between(row.at, self._stage.kernel.now)
        return row._replace(length=lost, how=how)

    def _record(self, ask: Ask, hand: Hand, job: Job, how: str) -> int:
        other = job.ask.piece.task
        self._stage.rows.append(
            Row(
                self._stage.kernel.now,
                Event.CLASH,
                ask.piece.task.stream,
                ask.piece.number,
                ask.step,
                hand.worker.person.id,
                hand.post,
                hand.seat,
                ask.piece.task.lead,
                other_stream=other.stream,
                other_lead=other.lead,
                other_post=job.hand.post,
                how=how,
            )
        )
        return len(self._stage.rows) - 1


def under_another_lead(ask: Ask, job: Job | None) -> bool:
    """Whether somebody is at work that another lead than the asking one commands."""
    if job is None:
        return False
    asking, holding = ask.piece.task.lead, job.ask.piece.task.lead
    return bool(asking and holding) and asking != holding


def _bound(hand: Hand) -> tuple[int, int, int]:
    """Return how firmly a busy person is bound: by level, then by priority."""
    job = hand.worker.job
    if job is None:
        return (0, 0, hand.worker.index)
    return (job.ask.level, -job.ask.piece.task.priority, hand.worker.index)
