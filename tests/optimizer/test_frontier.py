"""The frontier of two goals is the one that trying every plan finds."""

from itertools import combinations
from math import inf
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.audit import audit, goal_of
from optimizer.front import Frontier, Staircase, best_of, gaps_of, points_of
from optimizer.front_search import Budget
from optimizer.frontier import frontier
from optimizer.goals import GOALS
from optimizer.importance import COST_OF_BREACHES
from optimizer.outcome import Impossible, Undecided
from scenarios import Plan
from scenarios.language.rules import Mode
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, post, town

PAIRS = [
    (one.key, other.key)
    for pair in combinations(GOALS, 2)
    for one, other in (pair, pair[::-1])
]
ALONE = Budget(seconds=60, points=99, workers=1)


def values_of(design, goals, one):
    return tuple(goal.value(design, one) for goal in goals)


def exhaustive(design, between, against):
    """Return the frontier's values by trying every plan, the goals before kept."""
    order = design.goals.order if design.goals.mode == "lexicographic" else ()
    places = [order.index(key) for key in (between, against) if key in order]
    before = [goal_of(key) for key in order[: min(places, default=len(order))]]
    plans = lawful_plans(design)
    first = [COST_OF_BREACHES, *before]
    least = min(values_of(design, first, one) for one in plans)
    kept = [one for one in plans if values_of(design, first, one) == least]
    pair = (goal_of(between), goal_of(against))
    return [
        values
        for values, _ in best_of((values_of(design, pair, one), one) for one in kept)
    ]


@settings(max_examples=40, deadline=None)
@given(design=random_towns(max_seats=2), pair=st.sampled_from(PAIRS))
def test_the_frontier_is_that_of_exhaustive_search(design, pair):
    between, against = pair
    match frontier(design, between, against, ALONE):
        case Frontier() as found:
            told = [one.values for one in found.points]
            assert told == exhaustive(design, between, against)
            assert found.goals == pair
            assert found.complete
            assert all(one.proven for one in found.points)
            for one in found.points:
                assert audit(design, one.plan, modes=(Mode.HARD,)) == ()
        case Impossible():
            assert lawful_plans(design) == []
        case other:
            pytest.fail(f"a tiny town is always decided: {other}")


@settings(max_examples=15, deadline=None)
@given(
    design=random_towns(max_seats=2, goals=["fit", "moves"]), points=st.integers(2, 3)
)
def test_what_a_short_search_says_of_its_gaps_is_true(design, points):
    found = frontier(
        design, "fit", "moves", Budget(seconds=60, points=points, workers=1)
    )
    if not isinstance(found, Frontier):
        return
    told = [one.values for one in found.points]
    everything = exhaustive(design, "fit", "moves")
    assert set(told) <= set(everything)
    for values in set(everything) - set(told):
        assert any(
            gap.first[0] <= values[0] <= gap.first[1]
            and gap.second[0] <= values[1] <= gap.second[1]
            for gap in found.gaps
        )
    assert found.complete or len(told) == points


def trading(**sections):
    """The better marked of two for each desk is not who holds it today."""
    desks = [f"q{n}" for n in range(4)]
    return town(
        posts={desk: post(backups=0) for desk in desks},
        people={
            **{f"old{n}": person(holds=[f"q{n}"], max_posts=1) for n in range(4)},
            **{f"new{n}": person(max_posts=1) for n in range(4)},
        },
        scores={
            "rows": [
                {"person": f"{kind}{n}", "post": f"q{n}", "assessment": mark}
                for n in range(4)
                for kind, mark in (("old", 60), ("new", 61 + n))
            ],
            "only": True,
        },
        goals=["fit", "moves"],
        **sections,
    )


def test_each_move_buys_marks_the_dearest_first():
    found = frontier(trading(), "moves", "fit", ALONE)
    assert isinstance(found, Frontier)
    assert [one.values for one in found.points] == [
        (0, 160),
        (1, 156),
        (2, 153),
        (3, 151),
        (4, 150),
    ]


def test_the_goals_before_are_kept_and_the_others_left_free():
    design = trading()
    before = design.model_copy(
        update={
            "goals": design.goals.model_copy(
                update={"order": ("fit", "moves", "balance")}
            )
        }
    )
    found = frontier(before, "moves", "balance", ALONE)
    assert isinstance(found, Frontier)
    assert [step.goal for step in found.kept] == ["rules", "fit"]
    assert {goal_of("fit").value(design, one.plan) for one in found.points} == {150}


def test_the_same_frontier_comes_with_one_worker_and_with_two():
    one, two = (
        frontier(trading(), "fit", "moves", Budget(workers=workers))
        for workers in (1, 2)
    )
    assert one == two


def test_a_budget_of_points_is_kept_and_the_rest_told_as_gaps():
    found = frontier(trading(), "moves", "fit", Budget(points=2, workers=1))
    assert isinstance(found, Frontier)
    assert [one.values for one in found.points] == [(0, 160), (4, 150)]
    assert all(one.proven for one in found.points)
    (gap,) = found.gaps
    assert (gap.place, gap.first, gap.second) == (1, (1, 3), (151, 159))
    assert not found.complete


def test_without_time_nothing_is_claimed():
    assert frontier(trading(), "fit", "moves", Budget(seconds=0)) == Undecided()


def test_a_stopped_search_keeps_its_points_and_says_so():
    stop = Event()

    def stopping(points, gaps):
        assert points >= 2
        assert gaps >= 1
        stop.set()

    found = frontier(
        trading(), "moves", "fit", Budget(workers=1, stop=stop, on_point=stopping)
    )
    assert isinstance(found, Frontier)
    assert found.interrupted
    assert found.gaps


def test_what_is_not_proven_is_told_with_its_bounds():
    known = Staircase()
    known.learn(inf, 2)
    known.learn(4, 7)
    nothing = Plan.of([])
    first, last = points_of([((3, 9), nothing), ((7, 4), nothing)], known)
    assert (first.proven, first.bounds) == (False, (2, 5))
    assert (last.proven, last.bounds) == (False, (7, 0))
    before, between, after = gaps_of([(3, 9), (7, 4)], known)
    assert (before.first, before.second) == ((2, 2), (5, inf))
    assert (between.first, between.second) == ((2, 6), (5, 8))
    assert (after.first, after.second) == ((7, inf), (0, 3))
