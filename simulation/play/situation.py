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
    busy
        Who has something in hand, present or not.
    waited_for
        The pools of which something is asked; some may be waited for no longer.
    """

    present: People = 0
    busy: People = 0
    waited_for: PoolSet = 0

    @property
    def idle(self) -> People:
        """Who is there with nothing in hand."""
        return self.present & ~self.busy
