"""No condition adds up seats to what CP-SAT 9.15 reckons wrongly with."""

import pytest

from benchmarks.towns import town, weighted
from optimizer.build import build
from optimizer.copies import Copies, keep, strive
from optimizer.importance import goals_in_order
from optimizer.merged_goals import merged
from scenarios import Plan

TOWN = town(people=30, posts=40, matters=20)
NOBODY = Plan.of(())
MOST_OF_SEATS = 2**31
"""What the solver takes wrongly where it is a sum of zeros and ones."""


def seats_add_up_to(cp):
    """Return what the largest condition that adds up zeros and ones can come to."""
    mosts = [max(map(abs, one.domain)) for one in cp.proto.variables]
    return max(
        sum(abs(times) * mosts[one] for one, times in terms)
        for condition in cp.proto.constraints
        if condition.has_linear()
        for sum_ in (condition.linear,)
        for terms in ([*zip(sum_.vars, sum_.coeffs, strict=True)],)
        if any(mosts[one] == 1 for one, _ in terms)
    )


def values_of_a_bad_plan(copies):
    return {goal: value + 1 for goal, value in copies.values(NOBODY).items()}


@pytest.mark.parametrize("design", [TOWN, weighted(TOWN)], ids=["list", "weighted"])
def test_copies_keep_goals_by_small_conditions(design):
    copies = Copies(design, NOBODY)
    copy = copies.model.cp.clone()
    for one in copies.sums:
        strive(copy, one, least=1)
        keep(copy, one, values_of_a_bad_plan(copies))
    assert 0 < seats_add_up_to(copy) < MOST_OF_SEATS


def test_goals_one_after_the_other_are_kept_by_small_conditions():
    model, goals = build(TOWN, late=True), goals_in_order(TOWN)
    sums = [*merged(model, goals)]
    assert any(model.largest(one.expression) > MOST_OF_SEATS for one in sums)
    for one in sums:
        for condition in one.kept({goal.key: 1 for goal in goals}):
            model.define(condition)
    assert 0 < seats_add_up_to(model.cp) < MOST_OF_SEATS
