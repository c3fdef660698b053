"""Who takes what waits for a pool: its A-holders, and then also its B-holders."""

from abc import ABC, abstractmethod

from simulation.play.asks import Ask
from simulation.play.hands import idle_longest, pressing_hands
from simulation.play.lines import Line, Pool
from simulation.play.situation import People
from simulation.play.workers import Hand


class Takers(ABC):
    """Whose turn it is to take what waits."""

    @abstractmethod
    def line(self, pool: Pool) -> Line:
        """Return what they may take."""

    @abstractmethod
    def idle(self, pool: Pool) -> People:
        """Return who of them is there with nothing in hand."""

    @abstractmethod
    def hands(self, pool: Pool, ask: Ask, idle: People) -> list[Hand]:
        """Return as many hands as an ask takes, or none if there are too few.

        For routine people must be idle; for what may interrupt, they must be at less.
        """


class Holders(Takers):
    """The A-holders."""

    def line(self, pool: Pool) -> Line:
        """Return all that waits."""
        return pool.waiting

    def idle(self, pool: Pool) -> People:
        """Return the A-holders who are there with nothing in hand."""
        return pool.idle_a

    def hands(self, pool: Pool, ask: Ask, idle: People) -> list[Hand]:
        """Return A-holders, and B-holders too where all must."""
        if ask.level:
            return pressing_hands(pool, ask)
        if not _are_enough(idle, ask):
            return []
        return idle_longest(pool.a, ask.taken, ask.count)


class Backups(Takers):
    """The B-holders, and with them the A-holders.

    They may take an ask once it has waited long enough, or while fewer A-holders are
    present than it takes. What may interrupt needs nobody idle.
    """

    def line(self, pool: Pool) -> Line:
        """Return what B-holders may take: everything, while no A-holder is present."""
        return pool.waiting if pool.few_present(1) else pool.for_backups

    def idle(self, pool: Pool) -> People:
        """Return everybody who is there with nothing in hand."""
        return pool.idle

    def hands(self, pool: Pool, ask: Ask, idle: People) -> list[Hand]:
        """Return idle people, A-holders first."""
        if ask.level:
            return pressing_hands(pool, ask)
        if not (ask.for_backups or pool.few_present(ask.count)):
            return []
        if not _are_enough(idle, ask):
            return []
        hands = idle_longest(pool.a, ask.taken, ask.count)
        if len(hands) < ask.count:
            hands += idle_longest(pool.b, ask.taken, ask.count - len(hands))
        return hands


def _are_enough(idle: People, ask: Ask) -> bool:
    """Whether as many of the idle as an ask takes may take it."""
    free = idle & ~ask.taken if ask.taken else idle
    return free.bit_count() >= ask.count if ask.count > 1 else free != 0
