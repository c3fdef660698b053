"""What a sum of A-holders comes to at least, by what each person can hold.

In a large town the linear programme of people and seats lies far below any plan: half
of somebody goes to one lead and half to another. Where nearly everybody serves one
lead, a person has a few thousand patterns, sets of seats that can be held together, and
the linear programme of these comes near the truth. It is solved with some of them, and
those that would be worth more than they cost are added, until there are none (column
generation; Dantzig and Wolfe, 1960). B-seats that many could have are left out, with
all that they help to keep: the bound holds all the same.
"""

from collections.abc import Iterator
from time import monotonic

import numpy as np

from optimizer.effort import Effort
from optimizer.linear import Linear, Variable
from optimizer.model import StaffingModel
from optimizer.patterns.certain import Certain
from optimizer.patterns.generating import Generating
from optimizer.patterns.owners import NOBODY
from optimizer.patterns.parts import parts
from optimizer.rows import Numbers
from scenarios import Plan, Seat

RARE = 0.1
"""The share of the people who could back up a post up to which its B-seats count.
Others hardly ever decide who is an A-holder, and make many times as many patterns."""


def least_by_patterns(
    model: StaffingModel, sum_: Linear, plan: Plan, effort: Effort
) -> Certain | None:
    """Return what a sum can't go below; ``None`` if nothing comes of it in time.

    Parameters
    ----------
    model
        The town's model; rules and B-holders that can wait do.
    sum_
        The sum, of A-holders alone.
    plan
        A plan that keeps the model's conditions.
    effort
        What it may take.
    """
    deadline = monotonic() + effort.seconds
    seats = np.array([index for _, index in model.pairs()], dtype=np.int64)
    with model.keeping_back(sum_):
        rows = model.rows().relieved_of([*_easily_filled(model)])
    generating = Generating(parts(rows, sum_, seated_in(model, len(rows.low))))
    held = np.zeros(len(rows.low), dtype=bool)
    held[[index for one, index in model.pairs() if one in plan.assignments]] = True
    generating.begin_with(held)
    while not (generating.done or effort.stop.is_set()):
        if not generating.go_on(max(0.0, deadline - monotonic())):
            break
    best = generating.best
    return None if best is None else best.certain(seats)


def seated_in(model: StaffingModel, variables: int) -> Numbers:
    """Return for each variable whose seat it stands for, by number, or `NOBODY`."""
    number = {person: n for n, person in enumerate(model.town.people)}
    seated = np.full(variables, NOBODY)
    for one, index in model.pairs():
        seated[index] = number[one.person]
    return seated


def _easily_filled(model: StaffingModel) -> Iterator[Variable]:
    """Yield the B-seats that many could have."""
    many = RARE * len(model.town.people)
    for post in model.town.posts:
        able = model.holders(post, Seat.B)
        for held in able.values() if len(able) > many else ():
            yield from held.terms
