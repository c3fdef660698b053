"""What was found out about a plan: who else could have a seat, what rules cost."""

from dataclasses import dataclass

from bianping.staffing import Staffing
from optimizer.choices import Choice
from optimizer.prices import Price


@dataclass(frozen=True, slots=True)
class Exploration:
    """A plan with what was found out about it.

    Parameters
    ----------
    staffing
        The plan, and how it came about.
    choices
        The next best people at the posts that were looked at; ``None`` if they
        weren't asked for.
    prices
        What each rule costs; ``None`` if that wasn't asked for.
    """

    staffing: Staffing
    choices: tuple[Choice, ...] | None = None
    prices: tuple[Price, ...] | None = None
