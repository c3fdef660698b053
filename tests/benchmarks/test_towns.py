"""Invented towns are of the size asked for, can be staffed, and repeat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.towns import (
    Size,
    made_county,
    made_town,
    town,
    weighted,
    with_every_rule,
)
from optimizer.audit import audit
from optimizer.build import build
from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios.language.posts import FullTime

SMALL, USUAL = Size(16, 24, 20), Size(100, 140, 415)


@pytest.mark.parametrize("size", [SMALL, USUAL, Size(300, 400, 1000)])
def test_a_town_has_the_size_asked_for(size):
    made = town(size.people, size.posts, size.matters)
    sizes = len(made.people), len(made.posts), len(made.matters)
    assert sizes == (size.people, size.posts, size.matters)


@pytest.mark.parametrize("size", [(100, 40, 10), (20, 300, 5), (4, 6, 1)])
def test_too_many_or_too_few_posts_are_refused(size):
    with pytest.raises(ValueError, match="no town"):
        Size(*size)


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from([SMALL, Size(30, 45, 60), Size(60, 84, 200)]),
    st.integers(0, 10**6),
)
def test_every_town_can_be_staffed_under_every_rule(size, seed):
    made = made_town(size, seed)
    assert audit(made.town, made.plan) == ()
    strict = with_every_rule(made.town)
    assert {mode_of(strict, rule.key) for rule in RULES} == {"hard"}
    assert audit(strict, made.plan) == ()


def test_the_same_seed_gives_the_same_town_and_another_another():
    assert made_town(SMALL, 7) == made_town(SMALL, 7)
    assert made_town(SMALL, 7) != made_town(SMALL, 8)


def test_a_town_has_something_of_everything_that_rules_speak_of():
    made = made_town(USUAL).town
    people, posts = made.people.values(), made.posts.values()
    assert any(one.kin for one in people)
    assert any(one.absences.dates for one in people)
    assert any(one.season for one in posts)
    assert any(one.excludes for one in posts)
    assert any(one.requires.certificates for one in posts)
    assert {one.full_time for one in posts} == set(FullTime)
    assert any(one.officers == 2 for one in made.matters.values())
    assert made.pins


def test_a_county_is_its_towns_together():
    made = made_county(3, SMALL)
    assert len(made.town.people) == 3 * SMALL.people
    assert len({unit.town for unit in made.town.units.values()}) == 3
    assert any(one.transfers for one in made.town.people.values())
    assert audit(with_every_rule(made.town), made.plan) == ()


def test_a_weighted_town_strives_for_one_sum():
    goals = weighted(made_town(SMALL).town).goals
    assert goals.mode == "weighted"
    assert goals.order == ("seats", "clashes", "fit", "wishes", "moves")


def test_a_county_has_no_seats_for_people_out_of_reach():
    size, towns = Size(30, 45, 60), 6
    seats = [
        len(build(made.town).cp.proto.variables)
        for made in (made_town(size), made_county(towns, size))
    ]
    assert seats[1] < 2 * towns * seats[0]
