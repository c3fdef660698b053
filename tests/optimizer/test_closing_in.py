"""However often a search is broken off, it comes to the least of a sum."""

from dataclasses import replace
from threading import Event

import pytest
from hypothesis import assume, given, settings

from optimizer.audit import goal_of
from optimizer.bracket import Bracket
from optimizer.build import build
from optimizer.closing_in import close_in
from optimizer.effort import Effort
from optimizer.search import Found, Refuted, Unknown
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, post, town

FIT = goal_of("fit")
EFFORT = Effort(20, workers=1, stop=Event(), turns=True)
NEXT_TO_NOTHING = 1e-6


def least_of(design):
    return min(FIT.value(design, one) for one in lawful_plans(design))


@pytest.mark.parametrize("late", [False, True])
@settings(max_examples=20, deadline=None)
@given(design=random_towns(max_seats=2))
def test_searches_broken_off_at_once_come_to_the_least_of_all(late, design):
    assume(lawful_plans(design))
    model, rounds = build(design, late=late), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("optimizer.closing_in.first_work", lambda _: NEXT_TO_NOTHING)
        found = close_in(
            model,
            FIT.expression(model),
            EFFORT,
            on_news=lambda value, bound: rounds.append((value, bound)),
        )
    assert isinstance(found, Found)
    assert found.value == found.bound == least_of(design)
    assert FIT.value(design, model.plan(found.values)) == found.value
    assert all(bound <= found.value <= value for value, bound in rounds)


@settings(max_examples=20, deadline=None)
@given(random_towns(max_seats=2))
def test_what_is_beyond_the_bracket_is_not_found(design):
    assume(lawful_plans(design))
    model, least = build(design), least_of(design)
    beyond = close_in(
        model, FIT.expression(model), EFFORT, within=Bracket(0, least - 1)
    )
    assert beyond == Refuted(frozenset())
    model = build(design)
    within = close_in(model, FIT.expression(model), EFFORT, within=Bracket(0, least))
    assert isinstance(within, Found)
    assert within.value == within.bound == least


def test_what_is_near_enough_to_the_bound_ends_the_search(monkeypatch):
    """Of one seat's marks, 80 and 81 lost, the first found is good enough."""
    told = []

    def found_late(_, effort, **__):
        told.append(effort.near)
        values = (1, 0) if len(told) == 1 else (0, 1)
        return Found(values, value=82 - len(told), bound=80)

    monkeypatch.setattr("optimizer.closing_in.search", found_late)
    rows = [
        {"person": who, "post": "desk", "assessment": mark}
        for who, mark in (("ann", 19), ("bob", 20))
    ]
    people = {"ann": person(), "bob": person()}
    design = town(posts={"desk": post(backups=0)}, people=people, scores={"rows": rows})
    for near, value in ((0.02, 81), (0.0, 80)):
        told.clear()
        model = build(design)
        effort = replace(EFFORT, near=near)
        result = close_in(model, FIT.expression(model), effort)
        assert isinstance(result, Found)
        assert (result.value, result.bound) == (value, 80)
        assert {*told} == {near}


def test_in_no_time_no_more_is_known_than_before():
    model = build(town(posts={"desk": post()}, people={"ann": person()}))
    effort = Effort(0, workers=1, stop=Event(), turns=True)
    within = Bracket(least=3, most=9)
    assert close_in(model, FIT.expression(model), effort, within=within) == Unknown(3)
