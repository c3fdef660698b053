"""The least clashes, where only those who are pinned to a post can't help them.

A model of everybody's clashes has a product for each person, lead and season, and in a
large town a solver strives long before it finds any plan with few of them, and longer
to prove that there is none with fewer. But mostly everybody could serve one lead alone,
if it weren't for leaders, who are pinned to their posts and back up each other. So a
plan is sought in which all others do, and the pinned have as few clashes as can be. If
these couldn't have fewer, whatever the others did, no plan has fewer in all.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from optimizer.clash_free import clashes_among, keep_clash_free, pinned_people
from optimizer.effort import Effort
from optimizer.goal import Goal
from optimizer.lawful import plainly, search_lawful
from optimizer.likely import beside_few
from optimizer.linear import Linear, Variable
from optimizer.meeting import Work, clashes_of
from optimizer.mending import mended
from optimizer.model import StaffingModel
from optimizer.search import Found, OnNews, Refuted, Result, search
from scenarios import Plan
from scenarios.language.base import PersonId

AT_ONCE = 1.0
"""The work, in the solver's measure, that suffices to refute what is refuted soon."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A plan, and what no plan can go below."""

    plan: Plan
    least: int


def least_clashes(
    _: Goal, model: StaffingModel, effort: Effort, on_news: OnNews
) -> Foreseen | None:
    """Return a plan that has the least clashes, if one is found in this way.

    The model keeps to plans that have no more; if none is found, it stays as it was.

    Parameters
    ----------
    model
        The town's model, without goals.
    effort
        What each of its questions may take.
    on_news
        Told of what it comes to.
    """
    work, effort = Work(model.town), plainly(model, effort)
    pinned = pinned_people(model.town)
    others = [one for one in model.town.people if one not in pinned]
    apart = model.integer(0, 1, "the others serve one lead")
    keep_clash_free(model, work, others, apart)
    theirs = clashes_among(model, work, pinned)
    for out in beside_few(model):
        model.fix(apart, 1)
        plan = _with_least(model, theirs, effort, out)
        model.fix(apart, 0)
        if plan is None:
            continue
        clashes = {one: clashes_of(work, plan, one) for one in pinned}
        if _are_least(model, work, clashes, effort):
            model.fix(apart, 1)
            least = sum(clashes.values())
            on_news(least, least)
            return Foreseen(plan, least)
    return None


def _are_least(
    model: StaffingModel, work: Work, clashes: Mapping[PersonId, int], effort: Effort
) -> bool:
    """Whether some people's clashes, or those of them who clash, can't be fewer.

    The model keeps to plans in which they aren't more then.
    """
    clashing, least = [one for one in clashes if clashes[one]], sum(clashes.values())
    for some in ([*clashes], clashing):
        theirs = clashes_among(model, work, some)
        if _cannot_be_less(model, theirs, least, effort):
            model.define(theirs <= least)
            keep_clash_free(model, work, [one for one in clashes if one not in some])
            return True
    return False


def _with_least(
    model: StaffingModel, clashes: Linear, effort: Effort, out: Collection[Variable]
) -> Plan | None:
    """Return a plan with the least of some people's clashes, if that is proven.

    It is looked for without some pairs of a person and a seat.
    """
    model.minimise(clashes)
    if out:
        result = _mended_without(model, clashes, effort, out)
    else:
        result = search_lawful(model, effort)
    model.forget()
    if isinstance(result, Found) and result.value == result.bound:
        return model.plan(result.values)
    return None


def _mended_without(
    model: StaffingModel, clashes: Linear, effort: Effort, out: Collection[Variable]
) -> Result | None:
    """Return what is found among few pairs, with all pairs for what rules wait for.

    In a small town rules had better not wait: where it can't be mended, they bind for
    all that is looked for later.
    """
    with model.keeping_back(clashes), model.without(out):
        result = search(model.cp, effort)
    if isinstance(result, Found) and result.value == result.bound:
        return mended(model, result, effort)
    return None


def _cannot_be_less(
    model: StaffingModel, clashes: Linear, least: int, effort: Effort
) -> bool:
    """Whether some people have no fewer clashes in any plan, as far as is known."""
    less = model.integer(0, 1, "less")
    model.define(clashes <= least - 1, less)
    model.fix(less, 1)
    refuted = isinstance(search(model.cp, replace(effort, work=AT_ONCE)), Refuted)
    model.fix(less, 0)
    return refuted
