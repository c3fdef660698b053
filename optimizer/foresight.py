"""The least clashes, where only those who are pinned to a post can't help them.

A model of everybody's clashes has a product for each person, lead and season, and in a
large town a solver strives long before it finds any plan with few of them, and longer
to prove that there is none with fewer. But mostly everybody could serve one lead alone,
if it weren't for leaders, who are pinned to their posts and back up each other. So a
plan is sought in which all others do, and the pinned have as few clashes as can be. If
these couldn't have fewer, whatever the others did, no plan has fewer in all.
"""

from collections.abc import Set as AbstractSet

from optimizer.lawful import plainly, search_lawful
from optimizer.leads import are_all, keep_apart, leads_of, too_much
from optimizer.linear import Linear, total
from optimizer.meeting import Work, clashes_in
from optimizer.model import StaffingModel
from optimizer.search import Effort, Found, Refuted, search
from scenarios import Plan
from scenarios.language.base import PersonId


def least_clashes(model: StaffingModel, effort: Effort) -> Plan | None:
    """Return a plan that has the least clashes, if one is found in this way.

    The model keeps to plans that have no more; if none is found, it stays as it was.

    Parameters
    ----------
    model
        The town's model, without goals.
    effort
        What each of its two questions may take.
    """
    work, town, effort = Work(model.town), model.town, plainly(model, effort)
    pinned = {one for people in town.pins.values() for one in people}
    apart = _others_apart(model, work, pinned)
    theirs = total(clashes_in(model, work, one) for one in town.people if one in pinned)
    model.fix(apart, 1)
    model.minimise(theirs)
    result = search_lawful(model, effort)
    model.forget()
    if (
        isinstance(result, Found)
        and result.value == result.bound
        and _cannot_be_less(model, theirs, result.value, apart, effort)
    ):
        model.define(theirs <= result.value)
        return model.plan(result.values)
    model.fix(apart, 0)
    return None


def _others_apart(
    model: StaffingModel, work: Work, pinned: AbstractSet[PersonId]
) -> Linear:
    """Return 1 if everybody but the pinned is to serve one lead alone."""
    apart = model.integer(0, 1, "others serve one lead")
    for person in model.town.people:
        if person not in pinned:
            leads = leads_of(model, work, person)
            pairs = too_much(work, leads, 0)
            keep_apart(model, leads, pairs, apart)
            if not are_all(pairs, leads):
                model.define(clashes_in(model, work, person) <= 0, apart)
    return apart


def _cannot_be_less(
    model: StaffingModel, theirs: Linear, value: int, apart: Linear, effort: Effort
) -> bool:
    """Whether the pinned have no fewer clashes, whatever the others do."""
    if not value:
        return True
    less = model.integer(0, 1, "less")
    model.define(theirs <= value - 1, less)
    model.fix(apart, 0)
    model.fix(less, 1)
    refuted = isinstance(search(model.cp, effort), Refuted)
    model.fix(apart, 1)
    model.fix(less, 0)
    return refuted
