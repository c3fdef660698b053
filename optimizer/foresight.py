"""The least clashes, where only those who are pinned to a post can't help them.

A model of everybody's clashes has a product for each person, lead and season, and in a
large town a solver strives long before it finds any plan with few of them, and longer
to prove that there is none with fewer. But mostly everybody could serve one lead alone,
if it weren't for leaders, who are pinned to their posts and back up each other. So a
plan is sought in which all others do, and the pinned have as few clashes as can be. If
these couldn't have fewer, whatever the others did, no plan has fewer in all.
"""

from collections.abc import Iterable, Sequence

from optimizer.lawful import plainly, search_lawful
from optimizer.leads import are_all, keep_apart, leads_of, too_much
from optimizer.linear import Linear, total
from optimizer.meeting import Work, clashes_in, clashes_of
from optimizer.model import StaffingModel
from optimizer.search import Effort, Found, Refuted, search
from scenarios import Plan, Town
from scenarios.language.base import PersonId


def least_clashes(model: StaffingModel, effort: Effort) -> Plan | None:
    """Return a plan that has the least clashes, if one is found in this way.

    The model keeps to plans that have no more; if none is found, it stays as it was.

    Parameters
    ----------
    model
        The town's model, without goals.
    effort
        What each of its questions may take.
    """
    work, effort = Work(model.town), plainly(model, effort)
    pinned = _pinned(model.town)
    others = [one for one in model.town.people if one not in pinned]
    apart = model.integer(0, 1, "the others serve one lead")
    _keep_to_one_lead(model, work, others, apart)
    model.fix(apart, 1)
    plan = _with_least(model, _clashes_in(model, work, pinned), effort)
    model.fix(apart, 0)
    if plan is None:
        return None
    clashes = {one: clashes_of(work, plan, one) for one in pinned}
    clashing, least = [one for one in pinned if clashes[one]], sum(clashes.values())
    for some in (clashing, pinned):
        theirs = _clashes_in(model, work, some)
        if _cannot_be_less(model, theirs, least, effort):
            model.define(theirs <= least)
            _keep_to_one_lead(model, work, [one for one in pinned if one not in some])
            model.fix(apart, 1)
            return plan
    return None


def _pinned(town: Town) -> Sequence[PersonId]:
    return list(dict.fromkeys(one for people in town.pins.values() for one in people))


def _clashes_in(model: StaffingModel, work: Work, people: Iterable[PersonId]) -> Linear:
    return total(clashes_in(model, work, person) for person in people)


def _keep_to_one_lead(
    model: StaffingModel,
    work: Work,
    people: Iterable[PersonId],
    given: Linear | None = None,
) -> None:
    """Say that some people have no clashes; that is, mostly, serve one lead each."""
    for person in people:
        leads = leads_of(model, work, person)
        pairs = too_much(work, leads, 0)
        keep_apart(model, leads, pairs, given)
        if not are_all(pairs, leads):
            model.define(clashes_in(model, work, person) <= 0, given)
        elif given is None:
            model.keep_at_zero(clashes_in(model, work, person))


def _with_least(model: StaffingModel, clashes: Linear, effort: Effort) -> Plan | None:
    """Return a plan with the least of some people's clashes, if that is proven."""
    model.minimise(clashes)
    result = search_lawful(model, effort)
    model.forget()
    if isinstance(result, Found) and result.value == result.bound:
        return model.plan(result.values)
    return None


def _cannot_be_less(
    model: StaffingModel, clashes: Linear, least: int, effort: Effort
) -> bool:
    """Whether some people have no fewer clashes in any plan, as far as is known."""
    less = model.integer(0, 1, "less")
    model.define(clashes <= least - 1, less)
    model.fix(less, 1)
    refuted = isinstance(search(model.cp, effort), Refuted)
    model.fix(less, 0)
    return refuted
