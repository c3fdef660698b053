"""The desk: brings what is asked together with the people who may do it.

All that happens at one moment is put down first, and then settled in one order:
what may interrupt, then what was interrupted, then routine for A-holders, then
routine for B-holders. So the outcome doesn't hang on which event came first.
"""

from collections.abc import Callable
from heapq import heapify, heappop, heappush

from simulation.play.asks import Ask, Hand, Key, Level, Worker
from simulation.play.clashes import Clashes
from simulation.play.hands import agreed_hand, holders, idle_backups
from simulation.play.jobs import Jobs
from simulation.play.lines import Line, Pool
from simulation.play.refusals import Refusals, open_to_backups
from simulation.play.stage import Stage

Finder = Callable[[Pool, Ask], list[Hand] | None]


class Desk:
    """Where asks are posted, and settled at the end of each moment."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._kernel = stage.kernel
        self.clashes = Clashes(stage)
        self.jobs = Jobs(stage, self.clashes, self.free)
        self._touched: dict[Pool, None] = {}
        self._freed: list[Worker] = []
        self._refusals = Refusals(stage, self.clashes, self.touch)
        self._meetings: list[Ask] = []
        self._is_due = False
        self.afterwards: list[Callable[[], None]] = []
        """What else is looked at once a moment is settled."""

    def post(self, ask: Ask) -> None:
        """Ask a pool for hands, as of when the ask says that it was asked."""
        if ask.pool is None:
            return
        at_once = self._stage.settings.patience_hours == 0
        ask.waits = True
        ask.press(Level.DUTY if at_once and ask.count > 1 else ask.level)
        ask.pool.waiting.push(ask)
        if at_once or ask.is_presence or ask.for_backups:
            open_to_backups(ask, ask.pool)
        self._refusals.fresh.append(ask)
        self.touch(ask.pool)

    def gather(self, ask: Ask) -> None:
        """Call together everybody of a pool who is there in working time."""
        self._meetings.append(ask)
        self._settle_soon()

    def touch(self, *pools: Pool) -> None:
        """Have another look at what waits for some pools."""
        self._touched.update(dict.fromkeys(pools))
        self._settle_soon()

    def free(self, worker: Worker) -> None:
        """Take note that somebody has nothing in hand any more."""
        worker.idle_since = self._kernel.now
        if worker.suspended:
            self._freed.append(worker)
        for pool in worker.pools:
            if pool.waiting:
                self._touched[pool] = None
        if self._touched or self._freed or self.afterwards:
            self._settle_soon()

    def admit(self, workers: list[Worker]) -> None:
        """Take note that people came, or that others left."""
        self._freed += [one for one in workers if one.job is None and one.suspended]
        everybody = self._stage.workers.values()
        self.touch(*[pool for one in everybody for pool in one.pools if pool.waiting])

    def _settle_soon(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._kernel.at(self._kernel.now, Desk._settle, self)

    def _settle(self) -> None:
        self._is_due = False
        pools, freed = [pool for pool in self._touched if pool.waiting], self._freed
        self._touched, self._freed = {}, []
        if self._meetings:
            self._hold_meetings()
        if freed:
            self._serve(pools, _waiting, holders, lowest=Level.DUTY)
            for worker in freed:
                if worker.suspended and worker.present and worker.job is None:
                    self.jobs.resume(worker)
        self._serve(pools, _waiting, holders)
        left = [pool for pool in pools if pool.b and pool.waiting]
        self._serve(left, _for_backups, idle_backups)
        self._let_agreed_interrupt()
        self._refusals.look()
        for look in self.afterwards:
            look()

    def _serve(
        self,
        pools: list[Pool],
        line_of: Callable[[Pool], Line],
        find: Finder,
        lowest: Level = Level.ROUTINE,
    ) -> None:
        """Give the most pressing asks hands, until nobody is found for those left."""
        heads: list[tuple[Key, Pool]] = []
        for pool in pools:
            _push_head(heads, pool, line_of(pool), lowest)
        heapify(heads)
        aside: list[tuple[Line, Ask]] = []
        while heads:
            pool = heappop(heads)[1]
            line = line_of(pool)
            ask = line.head()
            if ask is None:
                continue
            if hands := find(pool, ask):
                self.jobs.start(ask, hands)
            elif (ask.count > 1 or ask.taken) and (ask.level or pool.has_idle()):
                # Others behind it may take fewer people, or other ones.
                line.pop()
                aside.append((line, ask))
            else:
                continue
            _push_head(heads, pool, line, lowest)
        for line, ask in aside:
            line.push(ask)

    def _hold_meetings(self) -> None:
        if not self._stage.is_open:
            return
        meetings, self._meetings = self._meetings, []
        for ask in meetings:
            hands = (
                [
                    hand
                    for hand in (*ask.pool.a, *ask.pool.b)
                    if hand.worker.present
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


def _waiting(pool: Pool) -> Line:
    return pool.waiting


def _for_backups(pool: Pool) -> Line:
    """Return what B-holders may take: everything, while no A-holder is present."""
    return pool.waiting if pool.few_present(1) else pool.for_backups


def _push_head(
    heads: list[tuple[Key, Pool]], pool: Pool, line: Line, lowest: Level
) -> None:
    ask = line.head()
    if ask is not None and ask.level >= lowest:
        heappush(heads, (ask.key, pool))
