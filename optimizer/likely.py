"""Who is likely to sit where in a plan with little of a sum of goals.

In a large town nearly all pairs of a person and a seat are out of the question in a
good plan, but a solver takes most of its time to see that. Among a few dozen people for
each seat, and a few dozen seats for each person, it comes to a good plan soon: the
kernel search of Angelelli, Mansini and Speranza (2010), with one kernel.
"""

from collections.abc import Collection, Iterable
from random import Random

from optimizer.linear import Linear, Variable
from optimizer.seating import Seating
from scenarios import Assignment, Plan

FEW = 32
"""How many people a seat keeps, and how many seats a person keeps as A or as B."""


def unlikely(seating: Seating, sum_: Linear, plan: Plan) -> Collection[Variable]:
    """Return the pairs of a person and a seat that a good plan hardly ever has.

    What costs least is kept, by the sum alone; of pairs that cost the same, any. The
    pairs of a plan are always kept.

    Parameters
    ----------
    seating
        Who might sit where.
    sum_
        The sum that a plan is to have little of.
    plan
        A plan that is known.
    """
    dice, groups = Random(0), dict[object, list[tuple[int, float, Variable]]]()
    kept = {seating.variable(one) for one in plan}
    open_ = list(seating.open_pairs())
    for one, index in open_:
        entry = sum_.terms.get(index, 0), dice.random(), index
        for group in _groups(one):
            groups.setdefault(group, []).append(entry)
    for entries in groups.values():
        kept |= {index for *_, index in sorted(entries)[:FEW]}
    return [index for _, index in open_ if index not in kept]


def _groups(one: Assignment) -> Iterable[object]:
    """Return the seat and the person that a pair is one choice for."""
    return (one.post, one.seat), (one.seat, one.person)
