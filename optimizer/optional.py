"""Zeros and ones that can be left out of a model for the time being."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from optimizer.linear import Condition, Variable


def sides(
    condition: Condition, optional: Collection[Variable]
) -> Iterator[tuple[Condition, bool]]:
    """Yield a condition in one or two, each with whether optional variables help it.

    What they don't help holds all the more where they are left out, as if they were 0;
    what they do help must not be demanded then.
    """
    if not optional:
        yield condition, False
        return
    times = [times for one, times in condition.total.terms.items() if one in optional]
    raising, lowering = max(times, default=0) > 0, min(times, default=0) < 0
    helped_up = raising and condition.least is not None
    helped_down = lowering and condition.most is not None
    if helped_up == helped_down or None in {condition.least, condition.most}:
        yield condition, helped_up or helped_down
    else:
        yield replace(condition, most=None), helped_up
        yield replace(condition, least=None), helped_down
