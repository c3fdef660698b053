"""Who else could sit at a post costs what the best plan with them there costs."""

from threading import Event

import pytest
from hypothesis import given, settings

from optimizer.alternatives import MOST, alternatives
from optimizer.assign import assign
from optimizer.audit import audit
from optimizer.build import build
from optimizer.choices import cost, difference
from optimizer.importance import goals_in_order
from optimizer.merged_goals import merged
from optimizer.outcome import Solved
from optimizer.spending import Spending
from scenarios import Seat
from scenarios.language.rules import Mode
from tests.optimizer.small import lawful_plans, random_towns, town_with_two_posts
from tests.towns import person, post, town


def values(design, one):
    return tuple(goal.value(design, one) for goal in goals_in_order(design))


def solved(design):
    outcome = assign(design, workers=1)
    return outcome if isinstance(outcome, Solved) else None


@settings(max_examples=15, deadline=None)
@given(random_towns(max_seats=2))
def test_alternatives_and_those_barred_are_what_exhaustive_search_says(design):
    if (best := solved(design)) is None:
        return
    lawful = lawful_plans(design)
    for choice in alternatives(design, best.plan, best.steps):
        assert choice.complete
        assert choice.holders == best.plan.holders(choice.post, choice.seat)
        could = {
            who: min(values(design, one) for one in plans)
            for who in set(design.people) - set(choice.holders)
            if (plans := seating(lawful, choice, who))
        }
        told = [one.person for one in choice.alternatives]
        assert len(told) == min(MOST, len(could))
        barred = {who for one in choice.barred for who in one.people}
        assert not barred & could.keys()
        if len(could) < MOST:
            assert barred == set(design.people) - set(choice.holders) - could.keys()
        for one in choice.alternatives:
            assert one.person in one.plan.holders(choice.post, choice.seat)
            assert not audit(design, one.plan, modes=(Mode.HARD,))
            assert values(design, one.plan) >= could[one.person]
            if one.proven:
                assert values(design, one.plan) == could[one.person]


def test_who_can_sit_is_not_barred():
    """CP-SAT 9.15 said that p0 can't hold q0, when goals were kept as one large sum."""
    design = town_with_two_posts()
    best = solved(design)
    first, *_ = alternatives(design, best.plan, best.steps)
    assert (first.holders, first.barred) == (("p1",), ())
    assert {one.person for one in first.alternatives} == {"p0", "p2"}


def seating(plans, choice, who):
    return [one for one in plans if who in one.holders(choice.post, choice.seat)]


@settings(max_examples=15, deadline=None)
@given(random_towns(max_seats=2))
def test_with_time_left_every_alternative_of_a_small_town_is_proven(design):
    if (best := solved(design)) is None:
        return
    ample = Spending(seconds=2000)
    for choice in alternatives(design, best.plan, best.steps, ample):
        assert all(one.proven for one in choice.alternatives)


@settings(max_examples=15, deadline=None)
@given(random_towns(max_seats=2))
def test_what_bars_people_leaves_no_plan_with_them_there(design):
    if (best := solved(design)) is None:
        return
    for choice in alternatives(design, best.plan, best.steps):
        for barred in choice.barred:
            assert barred.demands
            for one in lawful_plans(design):
                holders = set(one.holders(choice.post, choice.seat))
                assert not holders & set(barred.people)


def rivals():
    """Ann marks best, Bob next; Cui lacks the certificate, Dan is away from duty."""
    return town(
        posts={
            "desk": post(backups=0, requires={"certificates": ["law"]}),
            "chair": post(backups=0, full_time="duty"),
        },
        people={
            "ann": person(certificates=["law"]),
            "bob": person(certificates=["law"]),
            "cui": person(),
            "dan": person(certificates=["law"]),
        },
        pins={"chair": ["dan"]},
        scores={
            "rows": [
                {"person": "ann", "post": "desk", "assessment": 95},
                {"person": "bob", "post": "desk", "assessment": 90},
            ]
        },
        goals=["fit"],
    )


def test_a_rival_costs_the_points_that_they_lack():
    design = rivals()
    best = solved(design)
    assert best is not None
    desk, chair = alternatives(design, best.plan, best.steps)
    (bob,) = desk.alternatives
    assert desk.holders == ("ann",)
    assert (bob.person, bob.more["fit"]) == ("bob", 5)
    assert bob.more == difference(cost(design, bob.plan), cost(design, best.plan))
    refused, joined = desk.barred
    assert refused.people == ("cui",)
    assert [one.rule for one in refused.demands] == ["qualification"]
    assert joined.people == ("dan",)
    assert {one.rule for one in joined.demands} == {"pins", "full_time"}
    assert {one.rule for each in chair.barred for one in each.demands} == {"pins"}


def test_only_the_posts_asked_for_are_looked_at():
    design = rivals()
    best = solved(design)
    assert best is not None
    (choice,) = alternatives(design, best.plan, posts=["chair"])
    assert (choice.post, choice.seat) == ("chair", Seat.A)


def test_without_time_nothing_is_claimed():
    design = rivals()
    best = solved(design)
    stop = Event()
    stop.set()
    assert best is not None
    for choice in alternatives(design, best.plan, (), Spending(stop=stop)):
        assert not choice.complete
        assert choice.alternatives == ()


@settings(max_examples=10, deadline=None)
@given(random_towns())
def test_a_merged_sum_tells_its_goals_apart(design):
    goals = goals_in_order(design)
    for one in lawful_plans(design)[:5]:
        found = {goal.key: goal.value(design, one) for goal in goals}
        apart: dict[str, int] = {}
        for sum_ in merged(build(design), goals):
            apart |= sum_.apart(sum_.of(found))
        assert apart == found
        assert tuple(apart) == tuple(found)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_number_of_workers_changes_nothing(workers):
    design = rivals()
    best = solved(design)
    assert best is not None
    found = alternatives(design, best.plan, best.steps, Spending(workers=workers))
    assert found == alternatives(design, best.plan, best.steps)
