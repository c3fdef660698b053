"""What the product is measured against solves the same problem, and is told truly."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from ortools.sat.python import cp_model

from benchmarks.product import watched
from benchmarks.rivals.deferred import deferred
from benchmarks.rivals.greedy import greedy
from benchmarks.rivals.highs import highs
from benchmarks.rivals.linearised import linearised
from benchmarks.rivals.plain import plain
from benchmarks.towns import Size, made_town, weighted
from optimizer.audit import audit
from optimizer.importance import goals_in_order
from scenarios import Seat
from scenarios.language.rules import Rules
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, post, town

TOWN = weighted(made_town(Size(16, 24, 20)).town)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(random_towns())
def test_all_exact_ways_come_to_the_same_optimum(design):
    usual = design.model_copy(update={"rules": Rules()})
    made = weighted(usual)
    goal = goals_in_order(made)[-1]
    lawful = lawful_plans(made)
    assume(len(lawful) > 1)
    least = min(goal.value(made, one) for one in lawful)
    ours = watched(made, seconds=20, workers=1).timeline().last
    assert ours.value == ours.bound == least
    theirs = plain(made, seconds=20, workers=1).last
    assert theirs.value == theirs.bound == least
    answer = highs(made, seconds=20)
    assert answer.plan is not None
    assert answer.plan in lawful
    assert goal.value(made, answer.plan) == least
    assert answer.moment.value == pytest.approx(least)


def test_greedy_seats_nobody_to_whom_a_rule_objects():
    plan = greedy(TOWN)
    lacking = {"seats", "backup", "certified_officers"}
    assert {because.rule for because in audit(TOWN, plan)} <= lacking
    empty = sum(one.seats for one in TOWN.posts.values()) - len(plan.assignments)
    assert empty < len(TOWN.posts) / 4


def test_of_two_who_wish_for_a_post_the_better_marked_gets_it():
    marks = {"ann": 70, "bob": 90}
    design = town(
        posts={"desk": post(backups=0), "hall": post(backups=0)},
        people={who: person(max_posts=1) for who in marks},
        scores={
            "rows": [
                {"person": who, "post": "desk", "wish": 1, "assessment": mark}
                for who, mark in marks.items()
            ]
        },
    )
    for way in (greedy, deferred):
        assert way(weighted(design)).holders("desk", Seat.A) == ("bob",)


def test_only_sums_and_products_are_made_linear():
    model = cp_model.CpModel()
    one = model.new_bool_var("one")
    model.add_bool_or([one])
    with pytest.raises(ValueError, match="linear"):
        linearised(model.proto)
