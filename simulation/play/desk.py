"""The desk: brings what is asked together with the people who may do it.

All that happens at one moment is put down first, and then settled in one order:
what may interrupt, then what was interrupted, then routine for A-holders, then
routine for B-holders. So the outcome doesn't hang on which event came first.
"""

from collections.abc import Callable

from simulation.play import levels
from simulation.play.asks import Ask
from simulation.play.clashes import Clashes
from simulation.play.hands import agreed_hand
from simulation.play.jobs import Jobs
from simulation.play.lines import Pool
from simulation.play.pools import Pools
from simulation.play.refusals import Refusals, open_to_backups
from simulation.play.serving import Serving
from simulation.play.stage import Stage
from simulation.play.workers import Worker

Act = Callable[[], None]
"""Something that is done as a moment is settled."""


class Desk:
    """Where asks are posted, and settled at the end of each moment."""

    def __init__(self, stage: Stage, pools: Pools) -> None:
        self._stage = stage
        self._kernel = stage.kernel
        self._situation = stage.situation
        self._pools = pools
        self._roster = len(stage.workers)
        self._is_impatient = stage.settings.patience_hours == 0
        self.clashes = Clashes(stage)
        self.jobs = Jobs(stage, self.clashes, self.free)
        self._serving = Serving(self.jobs)
        self._touched = 0
        self._freed: list[Worker] = []
        self._refusals = Refusals(stage, self.clashes, self.touch, self.post)
        self._meetings: list[Ask] = []
        self.beforehand: list[Act] = []
        """What begins first once everything of a moment is put down."""
        self.afterwards: list[Act] = []
        """What else is looked at once a moment is settled."""

    def post(self, ask: Ask) -> None:
        """Ask a pool for hands, as of when the ask says that it was asked."""
        if ask.pool is None:
            return
        at_once = self._is_impatient
        ask.waits = True
        called = at_once and ask.count > 1
        ask.press(max(ask.level, levels.DUTY) if called else ask.level)
        ask.pool.ask(ask)
        if at_once or ask.is_presence or ask.for_backups:
            open_to_backups(ask, ask.pool)
        self._refusals.fresh.append(ask)
        self.touch(ask.pool)

    def gather(self, ask: Ask) -> None:
        """Call together everybody of a pool who is there in working time."""
        self._meetings.append(ask)
        self._kernel.lastly(self._settle)

    def look_again(self) -> None:
        """Settle this moment anew, for what is looked at afterwards."""
        self._kernel.lastly(self._settle)

    def touch(self, pool: Pool) -> None:
        """Have another look at what waits for a pool."""
        self._touched |= pool.bit
        self._kernel.lastly(self._settle)

    def free(self, worker: Worker) -> None:
        """Take note that somebody has nothing in hand any more."""
        worker.idle_since = self._kernel.now * self._roster + worker.index
        if worker.suspended:
            self._freed.append(worker)
        self._touched |= worker.pools & self._situation.waited_for
        if self._touched or self._freed or self.afterwards:
            self._kernel.lastly(self._settle)

    def admit(self, workers: list[Worker]) -> None:
        """Take note that people came, or that others left."""
        self._freed += [one for one in workers if one.job is None and one.suspended]
        self._touched |= self._situation.waited_for
        self._kernel.lastly(self._settle)

    def _settle(self) -> None:
        for begin in self.beforehand:
            begin()
        pools, freed = self._promising(), self._freed
        self._touched, self._freed = 0, []
        if self._meetings:
            self._hold_meetings()
        if freed:
            self._serving.by_holders(pools, lowest=levels.DUTY)
            self._resume(freed)
        if pools:
            self._serving.by_holders(pools)
            self._serving.by_backups(pools)
        if self._refusals.agreed:
            self._let_agreed_interrupt()
        if self._refusals.fresh:
            self._refusals.look()
        for look in self.afterwards:
            look()

    def _promising(self) -> list[Pool]:
        """Return the pools to be looked at of which somebody may take what waits.

        As a moment is settled, the idle become fewer and never more.
        """
        found: list[Pool] = []
        idle = self._situation.idle
        for pool in self._pools.among(self._touched):
            head = pool.waiting.head()
            if head is None:
                self._situation.waited_for &= ~pool.bit
            elif head.level or pool.people & idle:
                found.append(pool)
        return found

    def _resume(self, freed: list[Worker]) -> None:
        present = self._situation.present
        for worker in freed:
            if worker.suspended and worker.job is None and worker.bit & present:
                self.jobs.resume(worker)

    def _hold_meetings(self) -> None:
        if not self._stage.is_open:
            return
        meetings, self._meetings = self._meetings, []
        for ask in meetings:
            hands = (
                [
                    hand
                    for hand in (*ask.pool.a, *ask.pool.b)
                    if hand.worker.bit & ask.pool.present
                    and (not hand.worker.job or hand.worker.job.ask.level < ask.level)
                ]
                if ask.pool
                else []
            )
            self.jobs.start(ask, hands)

    def _let_agreed_interrupt(self) -> None:
        agreed, self._refusals.agreed = self._refusals.agreed, []
        for ask in agreed:
            if ask.waits and ask.pool and (hands := agreed_hand(ask.pool, ask)):
                ask.agreed = True
                self.jobs.start(ask, hands)
