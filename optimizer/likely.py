"""Who is likely to sit where in a plan with little of a sum of goals.

In a large town nearly all pairs of a person and a seat are out of the question in a
good plan, but a solver takes most of its time to see that. Among a few dozen people for
each seat, and a few dozen seats for each person, it comes to a good plan soon: the
kernel search of Angelelli, Mansini and Speranza (2010), with one kernel.
"""

from collections.abc import Collection, Iterable, Iterator

from optimizer.linear import ZERO, Linear, Variable
from optimizer.seating import Seating
from scenarios import Assignment, Plan

FEW, MANY = 32, 60_000
"""How many people a seat keeps, and how many seats a person keeps as A or as B; pairs
of a person and a seat beyond which those that are likely are searched first."""


def is_large(seating: Seating) -> bool:
    """Whether there are so many pairs that likely ones are searched first."""
    return seating.size > MANY


def unlikely(
    seating: Seating, sum_: Linear, plan: Plan, few: int | None = None
) -> Collection[Variable]:
    """Return the pairs of a person and a seat that a good plan hardly ever has.

    What costs least is kept, by the sum alone; of pairs that cost the same, some here
    and some there. The pairs of a plan are always kept.

    Parameters
    ----------
    seating
        Who might sit where.
    sum_
        The sum that a plan is to have little of.
    plan
        A plan that is known.
    few
        How many people a seat keeps, and seats a person; `FEW` if not said.
    """
    groups: dict[object, list[tuple[int, int, Variable]]] = {}
    pairs = list(seating.pairs())
    kept = {index for one, index in pairs if one in plan.assignments}
    for one, index in pairs:
        entry = sum_.terms.get(index, 0), _scattered(index), index
        for group in _groups(one):
            groups.setdefault(group, []).append(entry)
    for entries in groups.values():
        kept |= {index for *_, index in sorted(entries)[: few or FEW]}
    return [index for _, index in pairs if index not in kept]


def beside_few(seating: Seating) -> Iterator[Collection[Variable]]:
    """Yield what to leave out while any plan is looked for, and if there is none.

    In a large town these are all but few pairs at first, then none: for 300 people and
    400 posts a plan is found in a fifth of the time among few, whichever they are. That
    there is none among them says nothing.
    """
    if is_large(seating):
        yield unlikely(seating, ZERO, Plan.of(()))
    yield ()


def _groups(one: Assignment) -> Iterable[object]:
    """Return the seat and the person that a pair is one choice for."""
    return (one.post, one.seat), (one.seat, one.person)


def _scattered(index: Variable) -> int:
    """Return a number that sets neighbours far apart: Knuth's multiplicative hash."""
    return index * 2_654_435_761 % 2**32
