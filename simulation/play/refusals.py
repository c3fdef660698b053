"""Refusals: what couldn't begin at once, why, and what is done about it later."""

from collections.abc import Callable

from simulation.clock import of_hours
from simulation.log import Event
from simulation.play.asks import Ask, Hand, Level
from simulation.play.clashes import Clashes
from simulation.play.lines import Pool
from simulation.play.stage import Stage


class Refusals:
    """Looks at what was refused, and gives it more weight as time passes.

    Parameters
    ----------
    stage
        Clock, calendars and record.
    clashes
        Where clashes are told.
    touch
        Asks for another look at what waits for a pool.
    """

    def __init__(
        self, stage: Stage, clashes: Clashes, touch: Callable[[Pool], None]
    ) -> None:
        self._stage = stage
        self._clashes = clashes
        self._touch = touch
        self.fresh: list[Ask] = []
        """What was asked and not yet looked at."""
        self.agreed: list[Ask] = []
        """What the leads have agreed may interrupt."""

    def look(self) -> None:
        """See why what was just asked has to wait, once there is anybody to see it."""
        if not self.fresh:
            return
        fresh, self.fresh = self.fresh, []
        for ask in fresh:
            if not ask.waits or ask.pool is None:
                continue
            here = _present(ask.pool.a, ask) or _present(ask.pool.b, ask)
            if not here and not self._stage.is_open:
                self.fresh.append(ask)
                continue
            if here:
                self._look_for_clash(ask, here)
            else:
                self._stage.record_ask(Event.BOTH_AWAY, ask)
            if not ask.is_presence and (ask.pool.b or ask.count > 1):
                self._wait(self._stage.settings.patience_hours, ask, self._impatient)

    def _look_for_clash(self, ask: Ask, here: list[Hand]) -> None:
        job = self._clashes.waiting(ask, here)
        if job is None or ask.level or job.ask.level or ask.count > 1:
            return
        if ask.piece.task.priority < job.ask.piece.task.priority:
            self._wait(self._stage.settings.coordination_hours, ask, self._agree)

    def _wait(self, hours: float, ask: Ask, act: Callable[[Ask], None]) -> None:
        """Do something with an ask after so many working hours, if it still waits."""
        moment = self._stage.calendar.after(self._stage.kernel.now, of_hours(hours))
        self._stage.kernel.at(moment, act, ask)

    def _agree(self, ask: Ask) -> None:
        if ask.waits and ask.pool:
            self.agreed.append(ask)
            self._touch(ask.pool)

    def _impatient(self, ask: Ask) -> None:
        """Open an ask to B-holders; call people together where it takes several."""
        if ask.waits and ask.pool and not ask.for_backups:
            if ask.count > 1:
                ask.press(max(ask.level, Level.DUTY))
                ask.pool.waiting.push(ask)
            open_to_backups(ask, ask.pool)
            self._touch(ask.pool)


def open_to_backups(ask: Ask, pool: Pool) -> None:
    """Let B-holders take an ask."""
    ask.for_backups = True
    pool.for_backups.push(ask)


def _present(hands: tuple[Hand, ...], ask: Ask) -> list[Hand]:
    taken = ask.taken or ()
    return [
        hand for hand in hands if hand.worker.present and hand.worker.index not in taken
    ]
