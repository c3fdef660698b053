"""The desk: brings what is asked together with the people who may do it.

All that happens at one moment is put down first, and then settled in one order:
what may interrupt, then what was interrupted, then routine for A-holders, then
routine for B-holders. So the outcome doesn't hang on which event came first.
"""

from collections.abc import Callable
from heapq import heapify, heappop, heappush

from simulation.clock import of_hours
from simulation.log import Event
from simulation.play.asks import Ask, Hand, Key, Level, Line, Pool, Worker
from simulation.play.clashes import Clashes
from simulation.play.hands import agreed_hand, holders, idle_backups
from simulation.play.jobs import Jobs
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
        self._fresh: list[Ask] = []
        self._agreed: list[Ask] = []
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
            self._open_to_backups(ask, ask.pool)
        self._fresh.append(ask)
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
        self._serve(left, _open_to_backups, idle_backups)
        self._let_agreed_interrupt()
        if self._fresh:
            self._refuse()
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
        agreed, self._agreed = self._agreed, []
        for ask in agreed:
            if ask.waits and ask.pool and (hands := agreed_hand(ask.pool, ask)):
                ask.agreed = True
                self.jobs.start(ask, hands)

    def _refuse(self) -> None:
        """See why what was just asked has to wait."""
        fresh, self._fresh = self._fresh, []
        for ask in fresh:
            if not ask.waits or ask.pool is None:
                continue
            here = _present(ask.pool.a, ask) or _present(ask.pool.b, ask)
            if not here and not self._stage.is_open:
                self._fresh.append(ask)
                continue
            if here:
                self._look_for_clash(ask, here)
            else:
                self._stage.record_ask(Event.BOTH_AWAY, ask)
            if not ask.is_presence and (ask.pool.b or ask.count > 1):
                self._wait(self._stage.settings.patience_hours, ask, self._impatient)

    def _look_for_clash(self, ask: Ask, here: list[Hand]) -> None:
        job = self.clashes.waiting(ask, here)
        if job is None or ask.level or job.ask.level or ask.count > 1:
            return
        if ask.piece.task.priority < job.ask.piece.task.priority:
            self._wait(self._stage.settings.coordination_hours, ask, self._agree)

    def _wait(self, hours: float, ask: Ask, act: Callable[[Ask], None]) -> None:
        """Do something with an ask after so many working hours, if it still waits."""
        moment = self._stage.calendar.after(self._kernel.now, of_hours(hours))
        self._kernel.at(moment, act, ask)

    def _agree(self, ask: Ask) -> None:
        if ask.waits and ask.pool:
            self._agreed.append(ask)
            self.touch(ask.pool)

    def _impatient(self, ask: Ask) -> None:
        """Open an ask to B-holders; call people together where it takes several."""
        if ask.waits and ask.pool and not ask.for_backups:
            if ask.count > 1:
                ask.press(max(ask.level, Level.DUTY))
                ask.pool.waiting.push(ask)
            self._open_to_backups(ask, ask.pool)
            self.touch(ask.pool)

    @staticmethod
    def _open_to_backups(ask: Ask, pool: Pool) -> None:
        ask.for_backups = True
        pool.for_backups.push(ask)


def _waiting(pool: Pool) -> Line:
    return pool.waiting


def _open_to_backups(pool: Pool) -> Line:
    """Return what B-holders may take: everything, while no A-holder is present."""
    return pool.waiting if pool.few_present(1) else pool.for_backups


def _push_head(
    heads: list[tuple[Key, Pool]], pool: Pool, line: Line, lowest: Level
) -> None:
    ask = line.head()
    if ask is not None and ask.level >= lowest:
        heappush(heads, (ask.key, pool))


def _present(hands: tuple[Hand, ...], ask: Ask) -> list[Hand]:
    taken = ask.taken or ()
    return [
        hand for hand in hands if hand.worker.present and hand.worker.index not in taken
    ]
