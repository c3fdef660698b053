"""A better plan than one that is known, by one sum of goals."""

from dataclasses import replace
from time import monotonic

from optimizer.effort import Effort
from optimizer.known import Known, Searching
from optimizer.likely import is_large, unlikely
from optimizer.patterns import least_by_patterns

SOME = 15_000
"""Pairs of a person and a seat beyond which it is reckoned beforehand who can be in a
good plan; for fewer the solver itself is as quick."""

ROUNDS = 2
"""How often likely pairs are searched: by work and not by time, so that the same is
found each time."""

PARTS = 8192, 1024, 256, 64, 16
"""How far above what no plan is below a plan is looked for, from search to search: by
one part of so many. The nearer, the fewer people and seats can be in such a plan."""

SHARE = 0.5
"""The share of the time that goes into reckoning who can be in a good plan."""


def better(searching: Searching, known: Known, effort: Effort) -> Known:
    """Return the best plan found, the known one if none is better, and the sum's bound.

    Parameters
    ----------
    searching
        Looks for plans with less of the sum.
    known
        A plan that keeps the model's conditions, and what is known of the sum.
    effort
        What the search may take.
    """
    model, sum_ = searching.model, searching.sum_.expression
    deadline = monotonic() + effort.seconds
    if model.size > SOME and model.is_of_a_holders(sum_):
        known = _among_those_who_can(searching, known, effort)
    if known.certain is None and is_large(model):
        known = _among_the_likely(searching, known, effort)
    if known.least >= searching.value_of(known.plan):
        return known
    left = replace(effort, seconds=max(0.0, deadline - monotonic()))
    return searching.beyond(known, left)


def _among_those_who_can(searching: Searching, known: Known, effort: Effort) -> Known:
    """Return the best plan found where little is left of who can be in it.

    What no plan near the bound has is left out: so what is found, or that nothing is,
    holds of all plans.
    """
    model, sum_ = searching.model, searching.sum_.expression
    deadline = monotonic() + effort.seconds
    reckoning = replace(effort, seconds=SHARE * effort.seconds)
    certain = least_by_patterns(model, sum_, known.plan, reckoning)
    if certain is None:
        return known
    least, before = max(known.least, certain.least), known.plan
    known = replace(known, least=least, certain=certain)
    for part in PARTS:
        most = certain.least + certain.least // part
        left = replace(effort, seconds=max(0.0, deadline - monotonic()))
        with model.without({*certain.beyond(most)}.difference(model.waits(sum_))):
            known = searching.beyond(known, left, most)
        if known.plan is not before or known.least <= most:
            break
    return known


def _among_the_likely(searching: Searching, known: Known, effort: Effort) -> Known:
    """Return the best plan found among likely pairs; of others it says nothing."""
    model, sum_ = searching.model, searching.sum_.expression
    on_news = searching.on_news

    def tell(value: int, _: int) -> None:
        if on_news is not None:
            on_news(value, known.least)

    out = {*unlikely(model, sum_, known.plan)}.difference(model.waits(sum_))
    with model.without(out):
        trying = replace(effort, rounds=ROUNDS)
        found = replace(searching, on_news=tell).beyond(known, trying)
    return replace(known, plan=found.plan)
