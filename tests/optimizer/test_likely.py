"""Where the likely pairs are searched first, what is found at the end is as good."""

from threading import Event

import pytest
from hypothesis import assume, given, settings

from optimizer.audit import goal_of
from optimizer.bettering import better
from optimizer.build import build
from optimizer.effort import Effort
from optimizer.known import Known, Searching
from optimizer.likely import unlikely
from optimizer.merged_goals import merged
from optimizer.search import Found, search
from scenarios import Assignment, Plan, Seat
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, plan, post, town

FIT = goal_of("fit")
EFFORT = Effort(20, workers=1, stop=Event(), turns=True)


def people(number):
    return {f"p{at:02}": person() for at in range(number)}


@settings(max_examples=20, deadline=None)
@given(random_towns(goals=["fit"], max_seats=2))
def test_the_best_plan_is_found_whatever_was_likely(design):
    plans = sorted(lawful_plans(design), key=str)
    assume(plans)
    values = [FIT.value(design, one) for one in plans]
    worst, told = plans[values.index(max(values))], []
    model = build(design)
    (sum_,) = merged(model, [FIT], {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("optimizer.likely.MANY", 0)
        patch.setattr("optimizer.likely.FEW", 1)
        searching = Searching(model, sum_, lambda *one: told.append(one))
        found = better(searching, Known(worst), EFFORT)
    assert FIT.value(design, found.plan) == found.least == min(values)
    assert all(bound <= min(values) <= value for value, bound in told)


def test_who_costs_least_and_whoever_sits_there_are_kept(monkeypatch):
    marks = [
        {"person": who, "post": "desk", "assessment": 90 if who == "p07" else 20}
        for who in people(9)
    ]
    posts = {"desk": post(), "window": post(), "hall": post()}
    design = town(posts=posts, people=people(9), scores={"rows": marks})
    model, sits = build(design, ()), plan(("desk", "A", "p03"))
    assert not unlikely(model, FIT.expression(model), sits)
    monkeypatch.setattr("optimizer.likely.FEW", 1)
    out = {*unlikely(model, FIT.expression(model), sits)}
    kept = {one.person for one, index in model.pairs() if index not in out}
    at_desk = {
        one.person
        for one, index in model.pairs()
        if one.post == "desk" and index not in out
    }
    assert {"p03", "p07"} <= at_desk < kept == set(design.people)


def test_pairs_are_back_when_they_were_done_without():
    design = town(posts={"desk": post()}, people=people(2))
    model = build(design, ())
    first = dict(model.pairs())[Assignment("desk", Seat.A, "p00")]
    stored = str(model.cp.proto)
    model.minimise(model.holds("p01", "desk", Seat.A) * -1)
    with model.without([first]):
        assert found(model) == {"p01"}
    model.minimise(model.holds("p00", "desk", Seat.A) * -1)
    assert found(model) == {"p00"}
    model.forget()
    assert str(model.cp.proto) == stored


def found(model) -> set[str]:
    result = search(model.cp, EFFORT)
    assert isinstance(result, Found)
    held: Plan = model.plan(result.values)
    return set(held.holders("desk", Seat.A))
