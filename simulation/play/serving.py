"""Serving: what waits for some pools is given to the people who may take it."""

from collections.abc import Callable
from heapq import heapify, heappop, heappush

from simulation.play.asks import Ask, Key, Level
from simulation.play.hands import holders, idle_backups
from simulation.play.jobs import Jobs
from simulation.play.lines import Line, Pool
from simulation.play.situation import Situation
from simulation.play.workers import Hand

Finder = Callable[[Pool, Ask], list[Hand] | None]

Head = tuple[Key, Pool, Ask]
"""What is most pressing of a pool's; keys differ, so that heads have an order."""


class Serving:
    """Gives asks to people, the most pressing first.

    Parameters
    ----------
    situation
        Who is there, and who is busy.
    jobs
        Where people begin.
    """

    def __init__(self, situation: Situation, jobs: Jobs) -> None:
        self._situation = situation
        self._jobs = jobs

    def by_holders(self, pools: list[Pool], lowest: Level = Level.ROUTINE) -> None:
        """Let A-holders take the most pressing asks, and others where all must."""
        idle = self._situation.idle
        heads: list[Head] = []
        for pool in pools:
            ask = pool.waiting.head()
            if (
                ask is not None
                and ask.level >= lowest
                and (ask.level or pool.people_a & idle)
            ):
                heads.append((ask.key, pool, ask))
        if heads:
            self._give(heads, _waiting, holders, lowest)

    def by_backups(self, pools: list[Pool]) -> None:
        """Let B-holders take what they may: all, while no A-holder is present."""
        idle = self._situation.idle
        heads: list[Head] = []
        for pool in pools:
            ask = pool.waiting.head() if pool.b else None
            if ask is not None and (ask.level or pool.people & idle):
                ask = _for_backups(pool).head()
                if ask is not None:
                    heads.append((ask.key, pool, ask))
        if heads:
            self._give(heads, _for_backups, idle_backups, Level.ROUTINE)

    def _give(
        self,
        heads: list[Head],
        line_of: Callable[[Pool], Line],
        find: Finder,
        lowest: Level,
    ) -> None:
        """Give the most pressing asks hands, until nobody is found for those left."""
        heapify(heads)
        aside: list[tuple[Line, Ask]] = []
        while heads:
            _, pool, ask = heappop(heads)
            line = line_of(pool)
            if hands := find(pool, ask):
                self._jobs.start(ask, hands)
            elif (ask.count > 1 or ask.taken) and (ask.level or pool.idle):
                # Others behind it may take fewer people, or other ones.
                line.pop()
                aside.append((line, ask))
            else:
                continue
            following = line.head()
            if following is not None and following.level >= lowest:
                heappush(heads, (following.key, pool, following))
        for line, ask in aside:
            line.push(ask)


def _waiting(pool: Pool) -> Line:
    return pool.waiting


def _for_backups(pool: Pool) -> Line:
    """Return what B-holders may take: everything, while no A-holder is present."""
    return pool.waiting if pool.few_present(1) else pool.for_backups
