"""Serving: what waits for some pools is given to the people who may take it."""

from heapq import heapify, heappop, heappush

from simulation.play import levels
from simulation.play.asks import Ask, Key
from simulation.play.jobs import Jobs
from simulation.play.levels import Level
from simulation.play.lines import Pool
from simulation.play.takers import Backups, Holders, Takers
from simulation.play.workers import Hand

Match = tuple[Key, Pool, int, Ask, list[Hand]]
"""The most pressing ask of a pool for which there are hands, with its place in the
line; keys differ, so that matches have an order."""


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

    def by_holders(self, pools: list[Pool], lowest: Level = levels.ROUTINE) -> None:
        """Let A-holders take the most pressing asks, and others where all must."""
        self._give(pools, self._holders, lowest)

    def by_backups(self, pools: list[Pool]) -> None:
        """Let B-holders take what they may: all, while no A-holder is present."""
        self._give([pool for pool in pools if pool.b], self._backups, levels.ROUTINE)

    def _give(self, pools: list[Pool], takers: Takers, lowest: Level) -> None:
        """Give the most pressing asks hands, until nobody is found for those left.

        As people begin, fewer are found for others, and never more: what has no hands
        once needn't be looked at again.
        """
        matches: list[Match] = []
        for pool in pools:
            match = _match(takers, pool, 0, lowest)
            if match is not None:
                matches.append(match)
        heapify(matches)
        is_first = True
        while matches:
            _, pool, place, ask, found = heappop(matches)
            hands = found if is_first else takers.hands(pool, ask, takers.idle(pool))
            if hands:
                self._jobs.start(ask, hands)
                is_first = False
            match = _match(takers, pool, place, lowest)
            if match is not None:
                if not matches:
                    is_first = True
                heappush(matches, match)


def _match(takers: Takers, pool: Pool, place: int, lowest: Level) -> Match | None:
    """Return the first match from a place in a pool's line on, if there is any."""
    line, idle = takers.line(pool), takers.idle(pool)
    ask = line.waiting_at(place)
    while ask is not None and ask.level >= lowest and (ask.level or idle):
        hands = takers.hands(pool, ask, idle)
        if hands:
            return ask.key, pool, place, ask, hands
        if _bars(ask, pool):
            return None
        place += 1
        ask = line.waiting_at(place)
    return None


def _bars(ask: Ask, pool: Pool) -> bool:
    """Whether nobody is found for what is behind an ask either, as nobody is for it.

    Others may take fewer people, or other ones: B-holders take a duty at once, and
    urgent work only after a while.
    """
    if ask.count > 1 or ask.taken:
        return False
    return ask.for_backups or not (ask.level and pool.b)
