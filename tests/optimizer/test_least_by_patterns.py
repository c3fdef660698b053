"""What sums of A-holders come to at least, by patterns: never too much, often all."""

from threading import Event

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from optimizer.assign import assign
from optimizer.audit import goal_of
from optimizer.build import build
from optimizer.effort import Effort
from optimizer.goal import values_of
from optimizer.importance import goals_in_order
from optimizer.linear import Linear
from optimizer.outcome import Solved
from optimizer.patterns import least_by_patterns
from optimizer.patterns.certain import Bound
from optimizer.patterns.charged import charged
from optimizer.patterns.least import seated_in
from optimizer.patterns.parts import parts
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, post, town

EFFORT = Effort(20, workers=1, stop=Event(), turns=True)
A_GOALS = [goal_of("fit"), goal_of("wishes"), goal_of("moves")]
FIT = goal_of("fit")


def certainly(model, sum_, known):
    found = least_by_patterns(model, sum_, known, EFFORT)
    assert found is not None
    return found


def solved(design):
    outcome = assign(design, seconds=20, workers=1)
    assert isinstance(outcome, Solved)
    return outcome


@pytest.mark.parametrize("patterns", [0, 3, 10_000])
@pytest.mark.parametrize("rare", [0.0, 0.5, 1.0])
@settings(max_examples=25, deadline=None)
@given(design=random_towns(max_seats=2))
def test_no_lawful_plan_is_below_what_is_certain(rare, patterns, design):
    plans = lawful_plans(design)
    assume(plans)
    model = build(design, late=True)
    seats = dict(model.pairs())
    for goal in A_GOALS:
        sum_ = goal.expression(model)
        if not model.is_of_a_holders(sum_):
            continue
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("optimizer.patterns.least.RARE", rare)
            patch.setattr("optimizer.patterns.holders.MOST", patterns)
            certain = certainly(model, sum_, plans[0])
        for one in plans:
            value, held = goal.value(design, one), {seats[each] for each in one}
            assert certain.least <= value
            assert all(certain.least_with[seat] <= value for seat in held)
            assert not held.intersection(certain.beyond(value))


@settings(max_examples=60, deadline=None)
@given(design=random_towns(max_seats=2), chance=st.randoms(use_true_random=False))
def test_whatever_is_charged_no_lawful_plan_is_below_the_bound(design, chance):
    plans = lawful_plans(design)
    assume(plans)
    model = build(design, late=True)
    rows = model.rows()
    some = parts(rows, FIT.expression(model), seated_in(model, len(rows.low)))
    size = 10.0 ** chance.choice([0, 1, 2, 9, 15, 18, 30])
    amounts = [size * chance.uniform(-1, 1) for _ in range(some.joining.sum())]
    bound = Bound.of(some, charged(some, np.array(amounts)))
    certain = bound.certain(np.array([index for _, index in model.pairs()], dtype=int))
    assert certain.least == bound.least
    for one in plans:
        value = FIT.value(design, one)
        assert certain.least <= value
        assert all(
            certain.least_with[dict(model.pairs())[held]] <= value for held in one
        )


def marked(posts, marks, **sections):
    """Return a town of people with a mark for each post, in the posts' order."""
    rows = [
        {"person": who, "post": where, "assessment": mark}
        for who, own in marks.items()
        for where, mark in zip(posts, own, strict=True)
    ]
    return town(
        posts=posts,
        people={who: person(hours=40) for who in marks},
        scores={"rows": rows},
        rules={key: {"mode": "hard"} for key in ("workload", "seats", "backup")},
        goals=["fit", "balance"],
        **sections,
    )


def heavy_posts():
    """Two posts of 25 hours, Ann better for both than Bob.

    In fractions Ann has 40 hours of 50. But nobody holds a part of a post: at best she
    sits at the desk and loses 10 points, and Bob loses 50 in the hall; the other way
    round it is 20 and 50.
    """
    posts = {key: post(hours=25, backups=0) for key in ("desk", "hall")}
    return marked(posts, {"ann": (90, 80), "bob": (50, 50)})


def certain_of(design, known=0):
    """Return what is certain of fit, and the number of each seat in the model."""
    model, sum_ = build(design, late=True), FIT
    plans = lawful_plans(design)
    found = certainly(model, sum_.expression(model), plans[known])
    return found, {(one.person, one.post): index for one, index in model.pairs()}


def test_patterns_know_what_fractions_of_people_and_seats_do_not():
    certain, seats = certain_of(heavy_posts())
    assert certain.least == 60
    assert certain.least_with[seats["ann", "desk"]] == 60
    worse = [seats["ann", "hall"], seats["bob", "desk"]]
    # What the other way round costs more is divided between the two seats.
    assert certain.least_with[worse].sum() == 60 + 70


@pytest.mark.parametrize("known", [0, -1])
def test_patterns_are_added_until_none_could_change_anything(known):
    posts = {f"q{n}": post(hours=13, backups=0) for n in range(6)}
    marks = {"ann": (90, 50, 70, 30, 60, 50), "bob": (40, 80, 60, 80, 55, 10)}
    design = marked(posts, marks)
    certain, _ = certain_of(design, known)
    plans = lawful_plans(design)
    assert certain.least == min(FIT.value(design, one) for one in plans)


def only_ann_backs_up():
    """Ann is the best for the desk, but only she can back up the hall beside it."""
    hall = post(hours=1, backup_requires={"certificates": ["law"]})
    posts = {"desk": post(hours=40, backups=0), "hall": hall}
    design = marked(posts, {"ann": (90, 50), "bob": (50, 50), "cui": (50, 50)})
    ann = design.people["ann"].model_copy(update={"certificates": ("law",)})
    return design.model_copy(update={"people": {**design.people, "ann": ann}})


@pytest.mark.parametrize(("rare", "least"), [(0, 60), (0.5, 100)])
def test_b_seats_that_few_could_have_count(monkeypatch, rare, least):
    monkeypatch.setattr("optimizer.patterns.least.RARE", rare)
    certain, _ = certain_of(only_ann_backs_up())
    assert certain.least == least


def test_who_is_in_no_plan_as_good_as_the_bound_can_be_in_the_best(monkeypatch):
    monkeypatch.setattr("optimizer.bettering.SOME", 0)
    monkeypatch.setattr("optimizer.patterns.least.RARE", 0)
    monkeypatch.setattr("optimizer.merged_goals.LARGEST", 1)
    design, goals = only_ann_backs_up(), ("fit", "balance")
    people = design.people | {
        "cui": design.people["cui"].model_copy(update={"hours": 80.0})
    }
    for order in (people, dict(reversed(people.items()))):
        other = design.model_copy(update={"people": order})
        steps = {step.goal: step.value for step in solved(other).steps}
        values = [
            values_of(goals_in_order(other), other, p) for p in lawful_plans(other)
        ]
        least = min(tuple(one[goal] for goal in goals) for one in values)
        assert tuple(steps[goal] for goal in goals) == least


def test_what_is_fixed_counts_too():
    model = build(heavy_posts(), late=True)
    (any_plan, *_) = lawful_plans(heavy_posts())
    for one, index in model.pairs():
        if (one.person, one.post) == ("bob", "desk"):
            model.fix(Linear({index: 1}), 1)
    certain = certainly(model, FIT.expression(model), any_plan)
    assert certain.least == 20 + 50


def test_seats_that_only_worse_plans_have_are_beyond_the_best():
    people = {"ann": 90, "bob": 70, "cui": 40}
    rows = [
        {"person": who, "post": "desk", "assessment": mark}
        for who, mark in people.items()
    ]
    design = town(
        posts={"desk": post(backups=0)},
        people={who: person() for who in people},
        scores={"rows": rows},
        rules={"seats": {"mode": "hard"}},
        goals=["fit"],
    )
    model = build(design, late=True)
    best, *_ = lawful_plans(design)
    certain = certainly(model, FIT.expression(model), best)
    seats = {one.person: index for one, index in model.pairs()}
    assert certain.least == 10
    assert {*certain.beyond(10)} == {seats["bob"], seats["cui"]}
    assert {*certain.beyond(30)} == {seats["cui"]}
    assert not certain.beyond(60)
    assert not certain.beyond(9)


@pytest.mark.parametrize("part", [1, 1024])
@settings(max_examples=40, deadline=None)
@given(design=random_towns(goals=["fit", "wishes", "moves", "balance"], max_seats=2))
def test_towns_come_to_the_same_with_seats_ruled_out(part, design):
    plans, goals = lawful_plans(design), goals_in_order(design)
    assume(plans)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("optimizer.bettering.SOME", 0)
        patch.setattr("optimizer.bettering.PARTS", (part,))
        patch.setattr("optimizer.patterns.least.RARE", 1.0)
        outcome = solved(design)
    values = [tuple(values_of(goals, design, one).values()) for one in plans]
    assert tuple(step.value for step in outcome.steps) == min(values)
    assert all(step.proven for step in outcome.steps)


def test_without_time_or_once_stopped_nothing_is_certain():
    design = heavy_posts()
    model, (any_plan, *_) = build(design, late=True), lawful_plans(design)
    stopped = Event()
    stopped.set()
    for effort in (Effort(0, 1, Event()), Effort(20, 1, stopped)):
        sum_ = FIT.expression(model)
        assert least_by_patterns(model, sum_, any_plan, effort) is None
