"""What a rule costs is what the best plan without it gains."""

import pytest
from hypothesis import given, settings

from optimizer.assign import assign
from optimizer.choices import cost, difference
from optimizer.importance import goals_in_order
from optimizer.loosening import STEPS, loosened
from optimizer.outcome import Solved
from optimizer.prices import prices
from optimizer.rules import RULES
from optimizer.spending import Spending
from scenarios.language.goals import Goals
from scenarios.language.rules import Mode
from tests.optimizer.small import (
    every_plan,
    lawful_plans,
    random_towns,
    town_where_designs_bite,
    town_where_every_rule_bites,
)
from tests.towns import person, post, town


def values(design, one):
    return tuple(goal.value(design, one) for goal in goals_in_order(design))


@settings(max_examples=8, deadline=None)
@given(random_towns())
def test_a_price_is_what_exhaustive_search_gains(design):
    best = assign(design, workers=1)
    if not isinstance(best, Solved):
        return
    for price in prices(design, best.plan, best.steps, Spending(workers=1)):
        looser = price.looser.town
        least = min(values(looser, one) for one in lawful_plans(looser))
        assert values(looser, price.plan) == least
        gain = difference(cost(design, best.plan), cost(looser, price.plan))
        assert price.gain == gain
        assert set(price.exact) == {goal.key for goal in goals_in_order(design)}


DESIGNS = (town_where_every_rule_bites(), town_where_designs_bite())
PLANS = {design.id: list(every_plan(design))[::9] for design in DESIGNS}


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.id)
def test_a_step_looser_forbids_nothing_and_some_allow_more(design):
    more = set()
    for looser in loosened(design):
        before, after = kept(design, looser.rule), kept(looser.town, looser.rule)
        if looser.limit:
            assert before <= after
            more |= {looser.rule} if before < after else set()
    assert {"workload", "backup"} <= more or {"villages", "n_minus_1"} <= more


def kept(design, key):
    (rule,) = (one for one in RULES if one.key == key)
    return {one for one in PLANS[design.id] if not any(rule.breaches(design, one))}


def test_every_rule_that_is_not_off_has_its_price():
    design = town_where_designs_bite()
    off = {one.rule for one in loosened(design) if not one.limit}
    keys = type(design.rules).model_fields
    modes = {key: getattr(design.rules, key).mode for key in keys}
    assert off == {key for key, mode in modes.items() if mode is not Mode.OFF}
    assert set(STEPS) <= set(modes)


def one_who_gives_up_a_post():
    return town(
        posts={"desk": post(backups=0, hours=30), "gate": post(backups=0, hours=14)},
        people={
            "ann": person(hours=40, holds=["desk", "gate"]),
            "bob": person(hours=40),
        },
        goals=["moves"],
    )


def test_a_limit_that_binds_has_its_price_in_moves():
    design = one_who_gives_up_a_post()
    best = assign(design)
    assert isinstance(best, Solved)
    found = {
        (one.looser.rule, one.looser.limit): one.gain["moves"]
        for one in prices(design, best.plan, best.steps)
    }
    assert found["workload", ""] == 1
    assert found["workload", "most_share"] == 1
    assert found["recusal", ""] == 0


def test_a_rule_that_a_goal_before_says_too_costs_nothing_and_that_is_certain():
    design = one_who_gives_up_a_post()
    design = design.model_copy(update={"goals": Goals(order=("seats", "moves"))})
    best = assign(design)
    assert isinstance(best, Solved)
    (of_seats,) = (
        one
        for one in prices(design, best.plan, best.steps, Spending(seconds=0))
        if one.looser.rule == "seats"
    )
    assert of_seats.plan == best.plan
    assert of_seats.exact == ("rules", "seats", "moves")


@settings(max_examples=8, deadline=None)
@given(random_towns())
def test_whatever_the_time_no_plan_is_worse_than_the_present_one(design):
    best = assign(design, workers=1)
    if not isinstance(best, Solved):
        return
    for one in prices(design, best.plan, (), Spending(seconds=0.5, workers=1)):
        looser = one.looser.town
        assert values(looser, one.plan) <= values(looser, best.plan)


def test_without_time_no_gain_is_claimed_where_there_may_be_one():
    design = one_who_gives_up_a_post()
    best = assign(design)
    assert isinstance(best, Solved)
    for one in prices(design, best.plan, best.steps, Spending(seconds=0)):
        assert one.plan == best.plan
        assert not any(one.gain.values())
        assert one.exact == ("rules",)
