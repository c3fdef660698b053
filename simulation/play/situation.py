"""Who is there, who is busy, and what is waited for: sets that are quickly compared.

A set is a whole number with a bit for each member, so that asking whether anybody of
a hundred people is free takes one step and not a hundred.
"""

from dataclasses import dataclass

People = int
"""A set of people, by place on the roster."""

PoolSet = int
"""A set of pools, by the order in which they were made."""


@dataclass(slots=True, eq=False)
class Situation:
    """How things stand at this moment.

    Parameters
    ----------
    present
        Whose working time it is.
    idle
        Who of them has nothing in hand.
    waited_for
        The pools of which something is asked; some may be waited for no longer.
    """

    present: People = 0
    idle: People = 0
    waited_for: PoolSet = 0

    def begin(self, who: People) -> None:
        """Take note that idle people have something in hand."""
        self.idle ^= who

    def put_down(self, who: People) -> None:
        """Take note that people who are there have nothing in hand any more."""
        self.idle |= who

    def leave(self, who: People) -> None:
        """Take note that people go, whatever they have in hand."""
        self.present &= ~who
        self.idle &= ~who

    def come(self, who: People, *, idle: People) -> None:
        """Take note that people come, and who of them has nothing in hand."""
        self.present |= who
        self.idle |= idle
