"""Refusals: what couldn't begin at once, why, and what is done about it later."""

from collections.abc import Callable

from simulation.clock import of_hours
from simulation.play import events, levels
from simulation.play.asks import Ask
from simulation.play.clashes import Clashes
from simulation.play.lines import Pool
from simulation.play.patience import Patience
from simulation.play.situation import People
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
    post
        Asks a pool for hands.
    """

    def __init__(
        self,
        stage: Stage,
        clashes: Clashes,
        touch: Callable[[Pool], None],
        post: Callable[[Ask], None],
    ) -> None:
        self._stage = stage
        self._clashes = clashes
        self._touch = touch
        self._post = post
        settings = stage.settings
        self._patience = self._waits(settings.patience_hours, self._impatient)
        self._coordination = self._waits(settings.coordination_hours, self._agree)
        self.fresh: list[Ask] = []
        """What was asked and not yet looked at."""
        self.agreed: list[Ask] = []
        """What the leads have agreed may interrupt."""

    def look(self) -> None:
        """See why what was just asked has to wait, once there is anybody to see it."""
        fresh, self.fresh = self.fresh, []
        for ask in fresh:
            if not ask.waits or ask.pool is None:
                continue
            here = ask.pool.present & ~ask.taken
            if not here and not self._stage.is_open:
                self.fresh.append(ask)
                continue
            if here:
                self._look_for_clash(ask, ask.pool, here)
            else:
                self._stage.record_ask(
                    events.BOTH_AWAY, ask, since=ask.asked, how=ask.kind
                )
                if self._goes_up(ask):
                    continue
            if not ask.is_presence and (ask.pool.b or ask.count > 1):
                self._patience.begin(ask)

    def _goes_up(self, ask: Ask) -> bool:
        """Put work that one person does before the next officer up, if there is one."""
        if (
            not (ask.above and self._stage.settings.goes_up)
            or ask.count * ask.parts > 1
        ):
            return False
        ask.waits = False
        up = ask.next_up()
        self._stage.record_ask(events.WENT_UP, up, since=up.asked, how=up.kind)
        self._post(up)
        return True

    def _look_for_clash(self, ask: Ask, pool: Pool, here: People) -> None:
        """See whom of those here another lead's work holds: A-holders, if there are."""
        hands = pool.a if here & pool.people_a else pool.b
        job = self._clashes.waiting(ask, hands)
        if job is None or ask.level or job.ask.level or ask.count > 1:
            return
        if ask.piece.task.priority < job.ask.piece.task.priority:
            self._coordination.begin(ask)

    def _waits(self, hours: float, act: Callable[[Ask], None]) -> Patience:
        """Return waits of so many working hours, after which something is done."""
        return Patience(self._stage, of_hours(hours), act)

    def _agree(self, ask: Ask) -> None:
        if ask.pool:
            self.agreed.append(ask)
            self._touch(ask.pool)

    def _impatient(self, ask: Ask) -> None:
        """Open an ask to B-holders; call people together where it takes several."""
        if ask.pool and not ask.for_backups:
            if ask.count > 1 and ask.level < levels.DUTY:
                ask.pool.press(ask, levels.DUTY)
            open_to_backups(ask, ask.pool)
            self._touch(ask.pool)


def open_to_backups(ask: Ask, pool: Pool) -> None:
    """Let B-holders take an ask."""
    ask.for_backups = True
    pool.for_backups.push(ask)
