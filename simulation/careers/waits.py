"""From a number between 0 and 1 to how long something takes to happen.

Chances a year become rates a month; the month is found by inversion. All functions
are plain arithmetic on months, so that they can be checked by hand.
"""

from math import ceil, inf, log1p


def rate_a_month(chance_a_year: float) -> float:
    """Return the rate a month of something with a chance a year."""
    return -log1p(-chance_a_year) / 12


def rate_by_chance(chance_a_month: float) -> float:
    """Return the rate a month of something with a chance a month."""
    return inf if chance_a_month >= 1 else -log1p(-chance_a_month)


def wait(number: float, rate: float, *, spent: float = 0.0) -> int | None:
    """Return how many whole months pass before the month in which it happens.

    Parameters
    ----------
    number
        Between 0 and 1, drawn evenly.
    rate
        The rate a month from now on.
    spent
        What earlier months have used up of the number: the sum of their rates.

    Returns
    -------
    int or None
        0 if it happens in the first month; ``None`` if it never does.
    """
    if rate <= 0:
        return None
    left = -log1p(-number) - spent
    return max(0, ceil(left / rate) - 1)
