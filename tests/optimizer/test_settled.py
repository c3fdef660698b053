"""Nobody is said to be settled whom another plan, as good, has elsewhere."""

from threading import Event

import pytest
from hypothesis import assume, given, settings

from optimizer import merged_goals
from optimizer.assign import assign
from optimizer.audit import goal_of
from optimizer.build import build
from optimizer.effort import Effort
from optimizer.importance import goals_in_order
from optimizer.outcome import Solved
from optimizer.settled import settled
from scenarios import Assignment, Seat
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, plan, post, town

FIT = goal_of("fit")


def effort(seconds=20):
    return Effort(seconds, workers=1, stop=Event(), turns=True)


def model_of_the_best(design, least):
    model = build(design)
    model.define(FIT.expression(model) <= least)
    return model


def settled_in(model, least, one, taking):
    return settled(model, FIT.expression(model), least, one, taking)


@settings(max_examples=25, deadline=None)
@given(random_towns(max_seats=2))
def test_settled_are_those_whom_every_plan_as_good_has(design):
    lawful = lawful_plans(design)
    assume(lawful)
    least = min(FIT.value(design, one) for one in lawful)
    best = [one for one in lawful if FIT.value(design, one) == least]
    shared = {
        one
        for one in frozenset.intersection(*(one.assignments for one in best))
        if one.seat is Seat.A
    }
    found = settled_in(model_of_the_best(design, least), least, best[0], effort())
    holders = [one for one in best[0] if one.seat is Seat.A]
    assert set(found) == shared or not found
    assert set(found) == shared or len(shared) <= len(holders) // 2


@settings(max_examples=25, deadline=None)
@given(random_towns(max_seats=2))
def test_goals_in_sums_of_their_own_come_to_the_same(design):
    """Only the last of several sums begins with who is settled."""
    lawful = lawful_plans(design)
    assume(lawful)
    goals = goals_in_order(design)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merged_goals, "LARGEST", 1)
        outcome = assign(design, workers=1)
    assert isinstance(outcome, Solved)
    assert outcome.proven
    best = min(tuple(goal.value(design, one) for goal in goals) for one in lawful)
    assert tuple(step.value for step in outcome.steps) == best


def marked(marks):
    """Two people, Ann marked for each post, Bob with these marks; he guards today."""
    rows = [
        {"person": who, "post": where, "assessment": mark}
        for where, bobs in marks.items()
        for who, mark in (("ann", 90), ("bob", bobs))
    ]
    return town(
        posts={where: post(backups=0, hours=10) for where in marks},
        people={
            "ann": person(),
            "bob": person(holds=["guard"] if "guard" in marks else []),
        },
        scores={"rows": rows},
    )


def test_who_is_better_marked_is_settled_and_who_is_as_good_is_not():
    design = marked({"clerk": 80, "farmer": 80, "guard": 90})
    one = plan(("clerk", "A", "ann"), ("farmer", "A", "ann"), ("guard", "A", "bob"))
    assert settled_in(model_of_the_best(design, 30), 30, one, effort()) == [
        Assignment("clerk", Seat.A, "ann"),
        Assignment("farmer", Seat.A, "ann"),
    ]


def test_nobody_is_settled_where_most_can_move():
    design = marked({"clerk": 80, "farmer": 90, "guard": 90})
    one = plan(("clerk", "A", "ann"), ("farmer", "A", "ann"), ("guard", "A", "bob"))
    assert settled_in(model_of_the_best(design, 30), 30, one, effort()) == ()


def test_nobody_is_settled_in_no_time():
    design = marked({"clerk": 80})
    one = plan(("clerk", "A", "ann"))
    assert settled_in(model_of_the_best(design, 10), 10, one, effort(seconds=0)) == ()
    assert settled_in(model_of_the_best(design, 10), 10, one, effort()) != ()
