"""The best plan, goal by goal, is the best that trying every plan finds."""

import os
import subprocess
import sys
from threading import Event, active_count
from typing import get_args

import pytest
from hypothesis import given, settings

from optimizer.account import Because, accounts
from optimizer.assign import assign
from optimizer.audit import audit, cost_of_breaches, goal_values
from optimizer.importance import goals_in_order
from optimizer.outcome import Impossible, Solved, Step, Undecided
from optimizer.search import Found
from scenarios import Assignment, Plan, Seat
from scenarios.language.goals import DEFAULT_GOALS, GoalKey
from tests.optimizer.small import (
    every_plan,
    lawful_plans,
    random_towns,
    town_where_every_rule_bites,
)
from tests.towns import person, plan, post, town


def values(design, one):
    return tuple(goal.value(design, one) for goal in goals_in_order(design))


def test_the_default_goals_are_reached_in_their_order():
    assert tuple(goal.key for goal in goals_in_order(town())[1:]) == DEFAULT_GOALS


@settings(max_examples=25, deadline=None)
@given(random_towns(max_seats=2))
def test_the_optimum_is_that_of_exhaustive_search(design):
    lawful = lawful_plans(design)
    match assign(design, workers=1):
        case Solved(plan=found, steps=steps, proven=True):
            best = min(values(design, one) for one in lawful)
            assert values(design, found) == best
            assert tuple(step.value for step in steps) == best
            # What it may break of soft rules is the first of the values.
            assert found in lawful
        case Impossible():
            assert lawful == []
        case other:
            pytest.fail(f"a tiny town is always decided: {other}")


@pytest.mark.parametrize("goal", get_args(GoalKey))
@settings(max_examples=8, deadline=None)
@given(data=random_towns())
def test_each_goal_alone_reaches_its_least_value(goal, data):
    design = data.model_copy(
        update={"goals": data.goals.model_copy(update={"order": (goal,)})}
    )
    lawful = lawful_plans(design)
    outcome = assign(design, workers=1)
    assert isinstance(outcome, Solved) is bool(lawful)
    if isinstance(outcome, Solved):
        assert outcome.proven
        least = min(values(design, one) for one in lawful)
        assert values(design, outcome.plan) == least


def rivals(**goals):
    """Ann marks better, Bob holds the post today."""
    return town(
        posts={"desk": post(backups=0)},
        people={"ann": person(), "bob": person(holds=["desk"])},
        scores={
            "rows": [
                {"person": "ann", "post": "desk", "assessment": 95},
                {"person": "bob", "post": "desk", "assessment": 90},
            ]
        },
        **goals,
    )


def test_the_first_goal_goes_before_the_second():
    by_fit = assign(rivals(goals=["fit", "moves"]))
    by_moves = assign(rivals(goals=["moves", "fit"]))
    assert isinstance(by_fit, Solved)
    assert isinstance(by_moves, Solved)
    assert by_fit.plan == plan(("desk", "A", "ann"))
    assert by_moves.plan == plan(("desk", "A", "bob"))


def test_a_search_that_ends_with_less_than_was_known_loses_nothing(monkeypatch):
    """Without a hint, a search cut short may find worse than what it began from."""
    ann, bob = (plan(("desk", "A", who)) for who in ("ann", "bob"))
    found = iter((ann, bob))

    def cut_short(model, *_, **__):
        held = model.values_of(next(found))
        values = [held.get(one, 0) for one in range(max(held) + 1)]
        return Found(values, value=10, bound=0)

    monkeypatch.setattr("optimizer.assign.search_any", cut_short)
    monkeypatch.setattr("optimizer.known.close_in", cut_short)
    outcome = assign(rivals(goals=["fit"]), workers=1)
    assert isinstance(outcome, Solved)
    assert outcome.plan == ann
    assert outcome.steps[-1] == Step("fit", 5, 0)


def test_a_goal_that_a_later_search_makes_smaller_is_told_as_it_is(monkeypatch):
    """The price is the goal after it, which was small beside the former one only."""
    ann, bob = (plan(("desk", "A", who)) for who in ("ann", "bob"))
    found = iter((bob, bob, ann))

    def cut_short(model, *_, **__):
        held = model.values_of(next(found))
        values = [held.get(one, 0) for one in range(max(held) + 1)]
        return Found(values, value=10, bound=0)

    monkeypatch.setattr("optimizer.merged_goals.LARGEST", 1)
    monkeypatch.setattr("optimizer.assign.search_any", cut_short)
    monkeypatch.setattr("optimizer.known.close_in", cut_short)
    outcome = assign(rivals(goals=["fit", "moves", "balance"]), workers=1)
    assert isinstance(outcome, Solved)
    assert outcome.plan == ann
    assert [(one.goal, one.value) for one in outcome.steps[1:3]] == [
        ("fit", 5),
        ("moves", 1),
    ]


@pytest.mark.parametrize(("price", "holder"), [(1, "ann"), (9, "bob")])
def test_weights_say_what_one_goal_costs_in_another(price, holder):
    goals = {"mode": "weighted", "order": ["fit", "moves"], "weights": {"moves": price}}
    outcome = assign(rivals(goals=goals))
    assert isinstance(outcome, Solved)
    assert outcome.plan == plan(("desk", "A", holder))
    assert [step.goal for step in outcome.steps] == ["rules", "weighted"]


def test_a_soft_rule_is_broken_only_where_it_must_be():
    design = town_where_every_rule_bites(
        rules={"pins": {"mode": "soft"}, "seats": {"mode": "soft", "weight": 2}}
    )
    outcome = assign(design, workers=1)
    assert isinstance(outcome, Solved)
    least = min(cost_of_breaches(design, one) for one in lawful_plans(design))
    assert outcome.steps[0].value == cost_of_breaches(design, outcome.plan) == least
    assert least > 0


def crowd():
    """Many equally good plans."""
    people = {f"p{k}": person() for k in range(8)}
    return town(posts={f"q{k}": post() for k in range(6)}, people=people)


def test_the_same_plan_comes_with_one_worker_and_with_two():
    one, two = (assign(crowd(), workers=workers) for workers in (1, 2))
    assert isinstance(one, Solved)
    assert isinstance(two, Solved)
    assert one.proven
    assert one.plan == two.plan


def test_covers_that_were_kept_back_are_kept_all_the_same():
    """Ann marks best for both posts, but Bob can't stand in for her at both."""
    marks = [
        {"person": who, "post": desk, "assessment": mark}
        for desk in ("clerk", "farmer")
        for who, mark in (("ann", 90), ("bob", 20), ("cui", 80))
    ]
    desk = post(hours=15, backup_requires={"certificates": ["law"]})
    design = town(
        posts={"clerk": desk, "farmer": desk},
        people={
            "ann": person(),
            "bob": person(hours=17, certificates=["law"]),
            "cui": person(),
        },
        scores={"rows": marks},
        rules={"n_minus_1": {"surge": 1}},
        goals=["fit", "moves"],
    )
    outcome = assign(design, workers=1)
    assert isinstance(outcome, Solved)
    assert outcome.proven
    best = min(values(design, one) for one in lawful_plans(design))
    assert values(design, outcome.plan) == best
    off = {"n_minus_1": design.rules.n_minus_1.model_copy(update={"mode": "off"})}
    free = design.model_copy(update={"rules": design.rules.model_copy(update=off)})
    assert min(values(free, one) for one in lawful_plans(free)) < best


def test_the_surge_limit_holds_for_those_who_cover_nobody_too():
    design = town(
        posts={"desk": post(hours=19, backups=0)},
        people={"ann": person(hours=20), "bob": person(hours=40)},
        scores={"rows": [{"person": "ann", "post": "desk", "wish": 1}]},
        rules={"n_minus_1": {"surge": 0.9}},
        goals=["wishes"],
    )
    outcome = assign(design, workers=1)
    assert isinstance(outcome, Solved)
    assert outcome.plan == plan(("desk", "A", "bob"))


MODEL = """
from optimizer.build import build
from optimizer.importance import goals_in_order
from tests.optimizer.small import town_where_designs_bite, town_where_every_rule_bites
for design in (town_where_designs_bite(), town_where_every_rule_bites()):
    model = build(design, late=True)
    sums = [goal.expression(model) for goal in goals_in_order(design)]
    print(model.cp.proto, sums)
"""


def test_every_process_builds_the_same_model():
    """Sets of texts go round in another order in each process."""
    built = {
        subprocess.run(
            [sys.executable, "-c", MODEL],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(built) == 1


def test_without_time_nothing_is_claimed():
    assert assign(crowd(), seconds=0) == Undecided()


def test_a_stopped_search_says_so():
    stop = Event()
    stop.set()
    assert assign(crowd(), stop=stop) == Undecided(interrupted=True)


def test_a_listener_that_stops_the_search_keeps_the_plan_so_far():
    stop, heard = Event(), []

    def listen(progress):
        heard.append(progress)
        stop.set()

    design = hard_to_balance()
    outcome = assign(design, seconds=30, stop=stop, on_progress=listen)
    assert heard[0].goal == "balance"
    assert isinstance(outcome, Solved)
    assert outcome.interrupted
    assert audit(design, outcome.plan) == ()


def hard_to_balance():
    people = {f"p{k:02}": person(hours=30 + k % 7) for k in range(40)}
    posts = {f"q{k:02}": post(hours=5 + k % 9) for k in range(60)}
    return town(posts=posts, people=people, goals=["balance"])


def test_what_interrupts_the_waiting_also_ends_the_solving():
    def interrupt(_):
        raise KeyboardInterrupt

    before = active_count()
    with pytest.raises(KeyboardInterrupt):
        assign(hard_to_balance(), seconds=30, on_progress=interrupt)
    assert active_count() == before


def test_an_audit_needs_no_solver():
    modules = "optimizer.audit, optimizer.account, optimizer.sentences"
    script = f"import sys, {modules}; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_accounts_say_what_speaks_for_each_assignment():
    design = rivals(pins={"desk": ["bob"]})
    (account,) = accounts(design, plan(("desk", "A", "bob"))).items()
    assert account == (
        Assignment("desk", Seat.A, "bob"),
        (
            Because("pinned"),
            Because("others_qualify", 1),
            Because("held_today"),
            Because("assessment", 90),
        ),
    )


def test_todays_staffing_is_audited_without_a_solver():
    design = town(
        posts={"desk": post(), "hall": post(full_time="duty", backups=0)},
        people={"ann": person(holds=["desk", "hall"]), "bob": person()},
    )
    broken = {because.rule for because in audit(design, Plan.today(design))}
    assert broken == {"backup", "full_time"}
    assert goal_values(design, Plan.today(design))["seats"] == 1


def test_every_plan_of_a_town_is_counted_once():
    design = town(posts={"desk": post()}, people={"ann": person(), "bob": person()})
    assert len(list(every_plan(design))) == len(set(every_plan(design))) == 7
