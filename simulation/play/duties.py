"""Duties: places to be covered each working day, and campaigns of many people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from simulation.play import events, levels
from simulation.play.asks import Ask
from simulation.play.desk import Desk
from simulation.play.lines import Pool
from simulation.play.pieces import Piece, Task
from simulation.play.situation import People
from simulation.play.stage import Stage


@dataclass(slots=True, eq=False)
class Duty:
    """A stream that asks for people's presence on some days."""

    task: Task
    pool: Pool
    shifts: tuple["Shift", ...]
    kind: str
    turns: dict[int, int] | None = None
    """How often each person had it, where people take turns."""
    numbers: Iterator[int] = field(default_factory=count)


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of presence.

    Parameters
    ----------
    begin, end
        When people are asked for it, and when it is over.
    length
        How long each of them is needed.
    barred
        For each person it takes, the set of those who aren't asked.
    """

    begin: int
    end: int
    length: int
    barred: tuple[People, ...]


class Duties:
    """Asks for each day's presence as it opens, and ends it as it closes."""

    def __init__(self, stage: Stage, desk: Desk, orders: Iterator[int]) -> None:
        self._stage = stage
        self._desk = desk
        self._orders = orders
        self.open: dict[int, Piece] = {}
        """What is open, by place among all arrivals."""

    def begin(self, duty: Duty) -> None:
        """Put down every shift of a duty."""
        for shift in duty.shifts:
            self._stage.kernel.at(shift.begin, self._ask, (duty, shift))

    def _ask(self, asked: tuple[Duty, Shift]) -> None:
        duty, shift = asked
        asks = [self._post(duty, shift.length, barred) for barred in shift.barred]
        self._stage.kernel.at(shift.end, self._close, asks)

    def _post(self, duty: Duty, length: int, barred: People) -> Ask:
        now = self._stage.kernel.now
        piece = Piece(duty.task, next(duty.numbers), next(self._orders), now)
        self.open[piece.order] = piece
        self._stage.record_piece(events.ARRIVED, piece)
        ask = Ask(
            piece,
            0,
            length,
            level=duty.task.level(levels.DUTY),
            on_end=self._completed,
            kind=duty.kind,
            asked=now,
        )
        ask.pool, ask.turns, ask.taken = duty.pool, duty.turns, barred
        self._desk.post(ask)
        return ask

    def _close(self, asks: list[Ask]) -> None:
        for ask in asks:
            began = not ask.waits
            self._desk.jobs.close(ask)
            if began:
                self._completed(ask)
            else:
                del self.open[ask.piece.order]

    def _completed(self, ask: Ask) -> None:
        piece = ask.piece
        if self.open.pop(piece.order, None) is None:
            return
        self._stage.record_piece(events.COMPLETED, piece, since=piece.arrived)
