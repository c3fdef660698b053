"""Plans for which rules could wait get other B-holders, if any keep all rules."""

from dataclasses import replace
from threading import Event

import pytest

from optimizer.audit import goal_of
from optimizer.bracket import Bracket
from optimizer.build import build
from optimizer.closing_in import close_in
from optimizer.derived import Derived
from optimizer.effort import Effort
from optimizer.mending import mended
from optimizer.search import Found, search
from scenarios import Seat
from tests.towns import person, plan, post, town

EFFORT = Effort(20, workers=1, stop=Event(), turns=True)
FIT = goal_of("fit")
BEST = plan(("desk", "A", "ann"), ("desk", "B", "bob"))
"""The best by marks; Ann and Bob are away on the same day."""


def desk(*, cui_backs_up=True, **sections):
    """Return a town of one desk, at which Ann and Bob mustn't be A and B."""
    same_day = {"dates": ["2026-07-01"]}
    marks = {"ann": 90, "bob": 80, "cui": 70}
    rows = [
        {"person": who, "post": "desk", "assessment": mark}
        for who, mark in marks.items()
    ]
    return town(
        posts={"desk": post(backup_requires={"party": True})},
        people={
            "ann": person(absences=same_day, party=True),
            "bob": person(absences=same_day, party=True),
            "cui": person(party=cui_backs_up),
        },
        scores={"rows": rows},
        rules={"joint_absence": {"mode": "hard"}},
        **sections,
    )


def solution(model, of, *, value=10, bound=7):
    """Return a solution that fills seats as a plan does."""
    values = [0] * len(model.cp.proto.variables)
    for index, held in model.values_of(of).items():
        values[index] = held
    return Found(values, value, bound)


@pytest.fixture
def striving():
    """Return a function from a town to its model, which strives for fit."""

    def model_of(design):
        model = build(design, late=True)
        model.minimise(FIT.expression(model))
        return model

    return model_of


def test_a_plan_that_keeps_all_rules_stays(striving):
    model = striving(desk())
    found = solution(model, plan(("desk", "A", "ann"), ("desk", "B", "cui")))
    assert mended(model, found, EFFORT) is found


def test_others_back_up_where_the_rules_then_are_kept(striving):
    model = striving(desk())
    other = mended(model, solution(model, BEST), EFFORT)
    assert other is not None
    assert model.plan(other.values) == plan(("desk", "A", "ann"), ("desk", "B", "cui"))
    assert (other.value, other.bound) == (10, 7)
    assert model.waiting == {"joint_absence"}


def test_where_nobody_else_can_the_rule_waits_no_longer(striving):
    model = striving(desk(cui_backs_up=False))
    assert mended(model, solution(model, BEST), EFFORT) is None
    assert model.waiting == set()
    with model.keeping_back(FIT.expression(model)):
        model.define(model.holds("ann", "desk", Seat.A) >= 1)
        model.define(model.holds("bob", "desk", Seat.B) >= 1)
        result = close_in(model, FIT.expression(model), EFFORT)
    assert not isinstance(result, Found)


@pytest.mark.parametrize(("cui_backs_up", "lost"), [(True, 10), (False, 30)])
def test_the_best_is_the_best_of_those_that_keep_all_rules(cui_backs_up, lost):
    told = []
    model = build(desk(cui_backs_up=cui_backs_up, goals=["fit"]), late=True)
    found = close_in(
        model,
        FIT.expression(model),
        EFFORT,
        on_news=lambda value, bound: told.append((value, bound)),
    )
    assert isinstance(found, Found)
    assert (found.value, found.bound) == (lost, lost)
    assert all(bound <= lost <= value for value, bound in told)


def test_what_was_found_as_the_user_stops_is_mended(monkeypatch):
    stop = Event()

    def last(cp, effort, **kinds):
        result = search(cp, effort, **kinds)
        stop.set()
        return result

    monkeypatch.setattr("optimizer.closing_in.search", last)
    model = build(desk(goals=["fit"]), late=True)
    model.hint(model.values_of(BEST))
    found = close_in(model, FIT.expression(model), replace(EFFORT, stop=stop))
    assert isinstance(found, Found)
    assert found.value == 10
    assert model.waiting == {"joint_absence"}


def test_values_of_plans_that_break_rules_are_not_told(monkeypatch):
    told = []

    def talkative(cp, effort, *, on_news):
        on_news(10, 3)
        return search(cp, effort)

    monkeypatch.setattr("optimizer.closing_in.search", talkative)
    model = build(desk(cui_backs_up=False, goals=["fit"]), late=True)
    close_in(
        model,
        FIT.expression(model),
        EFFORT,
        within=Bracket(0, 99),
        on_news=lambda value, bound: told.append((value, bound)),
    )
    assert told[0] == (100, 3)
    assert told[-1] == (30, 30)
    assert min(value for value, _ in told) == 30


def test_what_is_said_at_times_counts_for_nothing_else():
    program = Derived()
    *cases, one, other = [program.integer(0, 1, name) for name in "abcd"]
    with program.in_force_where(one):
        then = program.any_of(cases)
        assert program.any_of(cases).key == then.key
    with program.in_force_where(other):
        assert program.any_of(cases).key != then.key
    always = program.any_of(cases)
    assert always.key != then.key
    with program.in_force_where(other), program.in_force_where(None):
        assert program.any_of(cases).key == always.key


def test_no_rule_waits_where_goals_are_weighed():
    weighed = {"mode": "weighted", "order": ["fit"], "weights": {"fit": 1}}
    assert build(desk(), late=True).waiting == {"joint_absence"}
    assert build(desk(goals=weighed), late=True).waiting == set()
