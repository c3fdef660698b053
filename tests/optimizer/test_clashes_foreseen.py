"""Clashes that are foreseen are the least ones, and what follows from them is true."""

from threading import Event

import pytest

from benchmarks.towns import town as invented
from benchmarks.towns import weighted, with_every_rule
from optimizer.assign import assign
from optimizer.audit import audit
from optimizer.build import build
from optimizer.effort import Effort
from optimizer.foresight import least_clashes
from optimizer.goals.clashes import CLASHES
from optimizer.one_lead import keep_to_one_lead
from optimizer.outcome import Solved
from optimizer.search import Found, Refuted, search
from tests.towns import person, plan, post, town

SEEDS = (1, 2, 3)


def effort():
    return Effort(seconds=30, workers=1, stop=Event(), turns=True)


def unheard(value, bound):
    """Listen to no news."""


def goal_values(design, seconds=60):
    outcome = assign(design, workers=1, seconds=seconds)
    assert isinstance(outcome, Solved)
    assert outcome.proven
    return [(step.goal, step.value) for step in outcome.steps]


def with_goals(design, *order):
    goals = design.goals.model_copy(update={"order": order})
    return design.model_copy(update={"goals": goals})


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("without", ["FORESIGHTS", "CONSEQUENCES"])
def test_goals_come_to_the_same_without_a_shortcut(seed, without, monkeypatch):
    design = with_goals(invented(12, 16, 12, seed), "seats", "clashes", "fit")
    values = goal_values(design)
    monkeypatch.setattr(f"optimizer.insight.{without}", {})
    assert goal_values(design) == values


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("price", [1, 20])
def test_a_weighted_sum_comes_to_the_same_without_foresight(seed, price, monkeypatch):
    design = weighted(
        invented(12, 16, 12, seed),
        {"seats": 100, "clashes": price, "fit": 1, "moves": 10},
    )
    values = goal_values(design)
    monkeypatch.setattr("optimizer.insight.FORESIGHTS", {})
    assert goal_values(design) == values


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_foreseen_is_lawful_and_the_least(seed, monkeypatch):
    design = with_goals(invented(16, 24, 20, seed), "seats", "clashes")
    found = least_clashes(CLASHES, build(design), effort(), unheard)
    assert found is not None
    assert audit(design, found.plan) == ()
    monkeypatch.setattr("optimizer.insight.FORESIGHTS", {})
    least = dict(goal_values(design))["clashes"]
    assert CLASHES.value(design, found.plan) == found.least == least


@pytest.mark.parametrize("few", [3, 12])
@pytest.mark.parametrize("seed", SEEDS)
def test_large_towns_come_to_the_same_in_their_own_ways(seed, few, monkeypatch):
    goals = "seats", "clashes", "fit", "moves"
    design = with_goals(with_every_rule(invented(16, 24, 20, seed)), *goals)
    values = goal_values(design)
    monkeypatch.setattr("optimizer.bettering.SOME", 0)
    monkeypatch.setattr("optimizer.likely.MANY", 0)
    monkeypatch.setattr("optimizer.likely.FEW", few)
    assert goal_values(design) == values


def two_leads(without=None):
    """Ann and Bob may do the roads of one lead and the books of another."""
    people = {one: person() for one in ("ann", "bob", "may", "cleo") if one != without}
    return town(
        units={
            "works": {"name": "建", "in_charge": "mayor"},
            "money": {"name": "财", "in_charge": "clerk"},
        },
        posts={
            "mayor": post(unit="works", backups=0, full_time="exclusive"),
            "clerk": post(unit="money", backups=0, full_time="exclusive"),
            "roads": post(unit="works", backups=0, hours=20),
            "books": post(unit="money", backups=0, hours=10),
        },
        people=people,
        pins={"mayor": ["may"], "clerk": ["cleo"]},
        rules={"full_time": {"mode": "hard"}},
        goals=["clashes", "fit"],
    )


APART = plan(
    ("mayor", "A", "may"),
    ("clerk", "A", "cleo"),
    ("roads", "A", "ann"),
    ("books", "A", "bob"),
)
IN_ONE_HAND = plan(
    ("mayor", "A", "may"),
    ("clerk", "A", "cleo"),
    ("roads", "A", "ann"),
    ("books", "A", "ann"),
)


def is_possible(model, one):
    """Whether a model leaves a plan possible."""
    for index, value in model.values_of(one).items():
        model.cp.add(model.cp.get_int_var_from_proto_index(index) == value)
    match search(model.cp, effort()):
        case Found():
            return True
        case Refuted():
            return False


@pytest.mark.parametrize(
    ("known", "other_is_possible"), [(APART, False), (IN_ONE_HAND, True)]
)
def test_a_plan_without_clashes_leaves_nobody_between_two_leads(
    known, other_is_possible
):
    model = build(two_leads())
    keep_to_one_lead(model, known, effort())
    assert is_possible(model, IN_ONE_HAND) == other_is_possible


def test_the_plan_known_stays_possible():
    model = build(two_leads())
    keep_to_one_lead(model, APART, effort())
    assert is_possible(model, APART)


def test_nothing_is_foreseen_where_others_than_the_pinned_must_serve_two_leads():
    design = two_leads(without="bob")
    model = build(design)
    assert least_clashes(CLASHES, model, effort(), unheard) is None
    assert is_possible(model, IN_ONE_HAND)
    assert goal_values(design)[1] == ("clashes", CLASHES.value(design, IN_ONE_HAND))
