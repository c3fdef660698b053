"""Precision: whether enough years have been played to stop.

Years are looked at in order, and only at fixed numbers of them: after the first ten and
then after every five. So the same years are played with any number of processes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isnan

from simulation.summary import Key, Measure, Values, summary

PRIMARY: tuple[Key, ...] = (
    ("clashes", "town"),
    ("waiting_hours", "town"),
    ("time_in_system_hours", "town"),
)
"""The measures that must be precise; all others have the half-width that results."""

FIRST_LOOK = 10
STEP = 5


def until_looks(most: int) -> Iterator[range]:
    """Yield the years to play until each look at them; the last ends at the most."""
    borders = [0, *range(FIRST_LOOK, most, STEP), most]
    for begin, end in pairwise(borders):
        yield range(begin, end)


def is_precise(years: Sequence[Values], share: float) -> bool:
    """Whether the half-width of each primary measure is a share of its mean at most.

    Parameters
    ----------
    years
        The values of each year that was played.
    share
        The largest half-width, as a share of the mean.

    Returns
    -------
    bool
        Never true of fewer than two years. A measure that no year has, for want of a
        case, doesn't count.
    """
    primary = [{key: year[key] for key in PRIMARY if key in year} for year in years]
    return all(_is_precise(one, share) for one in summary(primary))


def _is_precise(one: Measure, share: float) -> bool:
    return isnan(one.mean) or one.half_width <= share * abs(one.mean)
