"""A better plan than one that is known, by one sum of goals."""

from dataclasses import dataclass, replace
from functools import partial
from time import monotonic

from optimizer.bracket import Bracket
from optimizer.closing_in import close_in
from optimizer.effort import Effort
from optimizer.goal import goal_by_goal, values_of
from optimizer.importance import goals_in_order
from optimizer.likely import unlikely
from optimizer.merged_goals import Merged
from optimizer.model import StaffingModel
from optimizer.search import Found, OnNews, Refuted, Unknown
from scenarios import Plan

MANY, ROUNDS = 60_000, 2
"""Pairs of a person and a seat beyond which those that are likely are searched first,
and how often: by work and not by time, so that the same is found each time."""


@dataclass(frozen=True, slots=True)
class Known:
    """A plan, and what its sum of goals isn't below in any other."""

    plan: Plan
    least: int = 0


def better(
    model: StaffingModel,
    sum_: Merged,
    known: Known,
    effort: Effort,
    *,
    on_news: OnNews | None = None,
) -> Known:
    """Return the best plan found, the known one if none is better, and the sum's bound.

    Parameters
    ----------
    model
        The town's model; what goals before the sum came to is among its conditions.
    sum_
        The sum to make small.
    known
        A plan that keeps the model's conditions, and what is known of the sum.
    effort
        What the search may take.
    on_news
        Told of better values, and of what none can go below.
    """
    start = monotonic()
    if model.size > MANY:
        trying, tell = replace(effort, rounds=ROUNDS), _with_bound(on_news, known.least)
        waiting = model.waits(sum_.expression)
        out = {*unlikely(model, sum_.expression, known.plan)}.difference(waiting)
        with model.without(out):
            found = _searched(model, sum_, known, trying, tell)
        known = replace(known, plan=found.plan)
    left = max(0.0, effort.seconds - (monotonic() - start))
    return _searched(model, sum_, known, replace(effort, seconds=left), on_news)


def _with_bound(on_news: OnNews | None, least: int) -> OnNews:
    """Return what tells of values with a bound known before, not with that found."""

    def tell(value: int, _: int) -> None:
        if on_news:
            on_news(value, least)

    return tell


def _searched(
    model: StaffingModel,
    sum_: Merged,
    known: Known,
    effort: Effort,
    on_news: OnNews | None,
) -> Known:
    goals = goals_in_order(model.town)
    value = sum_.of(values_of(goals, model.town, known.plan))
    lowest = max(known.least, model.smallest(sum_.expression))
    within = Bracket(lowest, value - 1)
    match close_in(model, sum_.expression, effort, within=within, on_news=on_news):
        case Found(values=values, bound=bound):
            ranked = partial(goal_by_goal, goals, model.town)
            return Known(min(known.plan, model.plan(values), key=ranked), bound)
        case Refuted():
            return Known(known.plan, value)
        case Unknown(bound=bound):
            return Known(known.plan, bound)
