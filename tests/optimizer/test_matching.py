"""Two-way selection: the theorems of deferred acceptance, and what a plan comes to."""

import dataclasses

import pytest
from hypothesis import given

from optimizer.matching.blocking import BlockingPair, blocking_pairs
from optimizer.matching.deferred import deferred_acceptance
from optimizer.matching.market import market_of
from optimizer.matching.rates import rates
from optimizer.matching.selection import reference_of, selection
from tests.optimizer.markets import (
    held,
    market,
    stable_matchings,
    strict_markets,
)
from tests.optimizer.small import every_plan, random_towns
from tests.towns import person, plan, post, town


def rank(one, matching, who):
    """A person's rank of what a matching gives, with nothing after everything."""
    return one.wishes[who].get(matching.get(who), len(one.wishes[who]) + 1)


@given(strict_markets())
def test_deferred_acceptance_is_stable(one):
    chosen = deferred_acceptance(one)
    assert list(blocking_pairs(one, held(chosen))) == []
    assert all(post in one.open_wishes(who) for who, post in chosen.items())
    for job, places in one.places.items():
        assert list(chosen.values()).count(job) <= places


@given(strict_markets())
def test_deferred_acceptance_is_best_for_people_among_stable_matchings(one):
    chosen = deferred_acceptance(one)
    stable = list(stable_matchings(one))
    assert chosen in stable
    for other in stable:
        assert all(
            rank(one, chosen, who) <= rank(one, other, who) for who in one.wishes
        )


@given(strict_markets())
def test_rural_hospitals_the_same_seats_stay_empty_in_every_stable_matching(one):
    chosen = deferred_acceptance(one)
    for other in stable_matchings(one):
        assert other.keys() == chosen.keys()
        assert sorted(other.values()) == sorted(chosen.values())
        for job, places in one.places.items():
            there = {who for who in other if other[who] == job}
            if len(there) < places:
                assert there == {who for who in chosen if chosen[who] == job}


@given(strict_markets())
def test_who_proposes_first_makes_no_difference(one):
    turned = dict(reversed(one.wishes.items()))
    again = dataclasses.replace(one, wishes=turned)
    assert deferred_acceptance(again) == deferred_acceptance(one)


@given(strict_markets())
def test_nobody_gains_by_leaving_the_first_wish_out(one):
    truthful = deferred_acceptance(one)
    for who, wished in one.wishes.items():
        first = min(wished, key=wished.__getitem__)
        rest = {post: n for post, n in wished.items() if post != first}
        lied = dataclasses.replace(one, wishes={**one.wishes, who: rest})
        assert rank(one, truthful, who) <= rank(one, deferred_acceptance(lied), who)


def cycle():
    """Three people whose wishes go round against the posts' marks (Gale, Shapley)."""
    return market(
        {"ann": ["x", "y", "z"], "bob": ["y", "z", "x"], "cui": ["z", "x", "y"]},
        {"x": ["bob", "cui", "ann"], "y": ["cui", "ann", "bob"], "z": ["ann", "bob"]},
        {"x": 1, "y": 1, "z": 1},
    )


def test_in_a_cycle_everybody_gets_the_first_wish():
    one = cycle()
    chosen = deferred_acceptance(one)
    assert chosen == {"ann": "x", "bob": "y", "cui": "z"}
    assert rates(one, held(chosen)).first == 3
    assert len(list(stable_matchings(one))) == 3


def test_a_pair_blocks_that_would_rather_have_each_other():
    one = market(
        {"ann": ["x", "y"], "bob": ["x", "y"]},
        {"x": ["ann", "bob"], "y": ["ann", "bob"]},
        {"x": 1, "y": 1},
    )
    (pair,) = blocking_pairs(one, {"ann": ("y",), "bob": ("x",)})
    assert pair == BlockingPair("ann", "x", 1, "y", "bob")


def test_an_empty_seat_blocks_with_whoever_wishes_for_it_more():
    one = market({"ann": ["x", "y"]}, {"x": ["ann"], "y": ["ann"]}, {"x": 2, "y": 1})
    (pair,) = blocking_pairs(one, {"ann": ("y",)})
    assert pair == BlockingPair("ann", "x", 1, "y", None)
    assert list(blocking_pairs(one, {"ann": ("x",)})) == []


def test_of_several_posts_the_least_wished_for_is_given_up():
    one = market({"ann": ["x", "y"]}, {"x": [], "y": [], "z": []}, {"x": 1, "y": 1})
    pairs = list(blocking_pairs(one, {"ann": ("x", "z")}))
    assert pairs == [BlockingPair("ann", "y", 2, "z", None)]
    assert list(blocking_pairs(one, {"ann": ("x", "y")})) == []


def test_equal_marks_push_nobody_aside():
    one = market({"ann": ["x"], "bob": ["x"]}, {"x": []}, {"x": 1})
    assert list(blocking_pairs(one, {"bob": ("x",)})) == []
    assert deferred_acceptance(one) == {"ann": "x"}


def rivals(**sections):
    """Ann and Bob wish for the desk, which has one seat and prefers Ann."""
    return town(
        posts={"desk": post(requires={"party": True}), "hall": post(seats=2)},
        people={"ann": person(party=True), "bob": person(party=True), "cui": person()},
        scores={
            "rows": [
                {"person": "ann", "post": "desk", "wish": 1, "assessment": 90},
                {"person": "bob", "post": "desk", "wish": 1, "assessment": 70},
                {"person": "bob", "post": "hall", "wish": 2},
                {"person": "cui", "post": "desk", "wish": 1, "assessment": 99},
                {"person": "cui", "post": "hall", "wish": 4},
            ]
        },
        **sections,
    )


def test_whom_a_hard_rule_forbids_blocks_with_nobody():
    market_ = market_of(rivals())
    assert market_.closed == {("cui", "desk")}
    found = selection(rivals(), plan(("desk", "A", "bob"), ("hall", "A", "ann")))
    assert found is not None
    assert [(one.person, one.post) for one in found.blocking] == [
        ("ann", "desk"),
        ("cui", "hall"),
    ]


def test_pinned_people_keep_their_posts_whoever_is_marked_better():
    pinned = rivals(pins={"desk": ["bob"]})
    held_by_bob = plan(("desk", "A", "bob"), ("hall", "A", "ann"), ("hall", "A", "cui"))
    found = selection(pinned, held_by_bob)
    assert found is not None
    assert found.blocking == ()
    assert reference_of(market_of(pinned)) == {"bob": ("desk",), "cui": ("hall",)}


def test_rates_count_people_by_the_dearest_wish_that_was_met():
    found = selection(
        rivals(),
        plan(("desk", "A", "ann"), ("hall", "A", "ann"), ("hall", "A", "bob")),
    )
    assert found is not None
    met = found.rates
    assert (met.wishing, met.first, met.top_three, met.any_wish) == (3, 1, 2, 2)
    assert met.first_rate == pytest.approx(1 / 3)
    alone = found.reference
    assert (alone.wishing, alone.first, alone.top_three, alone.any_wish) == (3, 1, 2, 3)


def test_where_nobody_wished_there_is_no_selection():
    assert selection(town(posts={"desk": post()}), plan()) is None


@given(random_towns(max_seats=2))
def test_the_reference_of_any_town_has_no_blocking_pair(design):
    found = selection(design, plan())
    if found is not None:
        assert found.reference_blocking == 0
        assert found.reference.first <= found.reference.top_three


@given(random_towns())
def test_a_blocking_pair_is_better_for_both_in_any_plan(design):
    one = market_of(design)
    for staffed in list(every_plan(design))[::17]:
        found = selection(design, staffed)
        for pair in found.blocking if found else ():
            assert pair.wish < one.wishes[pair.person].get(pair.instead_of or "", 99)
            if pair.ahead_of is not None:
                assert pair.ahead_of in staffed.holders(pair.post, "A")
                assert one.mark(pair.person, pair.post) > one.mark(
                    pair.ahead_of, pair.post
                )
