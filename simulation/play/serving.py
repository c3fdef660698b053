"""Serving: what waits for some pools is given to the people who may take it."""

from heapq import heapify, heappop, heappush

from simulation.play.asks import Ask, Key, Level
from simulation.play.jobs import Jobs
from simulation.play.lines import Pool
from simulation.play.takers import Backups, Holders, Takers

Head = tuple[Key, Pool, Ask, int]
"""What is most pressing of a pool's, and its place in the line; keys differ, so that
heads have an order."""


class Serving:
    """Gives asks to people, the most pressing first.

    Parameters
    ----------
    jobs
        Where people begin.
    """

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._holders = Holders()
        self._backups = Backups()

    def by_holders(self, pools: list[Pool], lowest: Level = Level.ROUTINE) -> None:
        """Let A-holders take the most pressing asks, and others where all must."""
        self._give(pools, self._holders, lowest)

    def by_backups(self, pools: list[Pool]) -> None:
        """Let B-holders take what they may: all, while no A-holder is present."""
        self._give([pool for pool in pools if pool.b], self._backups, Level.ROUTINE)

    def _give(self, pools: list[Pool], takers: Takers, lowest: Level) -> None:
        """Give the most pressing asks hands, until nobody is found for those left."""
        heads: list[Head] = []
        for pool in pools:
            ask = takers.line(pool).head()
            if ask and ask.level >= lowest and (ask.level or takers.idle(pool)):
                heads.append((ask.key, pool, ask, 0))
        heapify(heads)
        while heads:
            _, pool, ask, place = heappop(heads)
            if hands := takers.hands(pool, ask):
                self._jobs.start(ask, hands)
            elif (ask.count > 1 or ask.taken) and (ask.level or takers.idle(pool)):
                # Others behind it may take fewer people, or other ones.
                place += 1
            else:
                continue
            following = takers.line(pool).waiting_at(place)
            if following and following.level >= lowest:
                heappush(heads, (following.key, pool, following, place))
