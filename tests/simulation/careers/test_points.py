from dataclasses import replace

import pytest

from scenarios.language.careers import CareerPolicy
from scenarios.language.ladders import Points
from scenarios.language.months import month
from simulation.careers.cadre import roster
from simulation.careers.career import Career
from simulation.careers.chairs import Chair, Level
from simulation.careers.points import UNITS, Scale, credited
from tests.towns import person, town

START = month(2026, 1)

CHIEF, DEPUTY = Level.MID_CHIEF, Level.MID_DEPUTY
TITLE = Chair("mid_chief:1", CHIEF, titled=True, duty=None)
POST = Chair("duty:mid_deputy:1", DEPUTY, titled=False, duty=DEPUTY)
BOTH = Chair("mid_chief:2", CHIEF, titled=True, duty=CHIEF)
LEADER = Chair("leader:1", Level.LEADER, titled=True, duty=None)


def career(table=None, *, chief=0, deputy=0, **keys):
    """Return somebody of ten years, three of them on the rung, two excellent."""
    cadre = roster(town(people={"p1": person(joined="2016-01")}))[0]
    cadre = replace(cadre, rung=0, rung_since=START - 36)
    one = Career(
        cadre=cadre,
        place=0,
        scale=Scale.of(table or Points(), CareerPolicy(**keys)),
        marks=(0, 1, 2),
        votes=(0.0, 0.0, 0.5),
        special=table is not None,
        start=START,
    )
    one.take(POST, CareerPolicy(credit="operating_post"), START - deputy)
    one.give_up(POST, CareerPolicy(), START)
    one.take(TITLE, CareerPolicy(), START)
    one.give_up(TITLE, CareerPolicy(), START + chief)
    return one


def test_points_are_the_weighted_sum_with_its_caps():
    one = career(chief=24, deputy=120)
    assert one.points(START) / UNITS == pytest.approx(5 + 3 + 4 + 5)
    assert one.points(START + 24) / UNITS == pytest.approx(6 + 5 + 4 + 5 + 4)


def test_service_that_goes_on_earns_as_it_goes():
    one = career()
    one.take(TITLE, CareerPolicy(), START)
    gained = one.points(START + 23) / UNITS - one.points(START + 12) / UNITS
    assert gained == pytest.approx(11 / 12 * (0.5 + 1 + 2))
    long = one.points(START + 35) / UNITS - one.points(START + 24) / UNITS
    assert long == pytest.approx(11 / 12 * (0.5 + 1 + 2))


def test_seniority_alone_counts_years_and_merit_alone_all_else():
    for weight, points in ((1, 2 * (6 + 5)), (0, 2 * (4 + 5 + 4))):
        one = career(chief=24, deputy=120, seniority_weight=weight)
        assert one.points(START + 24) / UNITS == pytest.approx(points)


def test_special_posts_and_votes_earn_points():
    nothing = {"per_year": 0, "per_year_in_rung": 0, "excellent": 0}
    for most, points in ((3, 2), (1, 1)):
        one = career(Points(special=1, special_most=most, vote=10, **nothing))
        assert one.points(START + 24) / UNITS == pytest.approx(points + 5)


@pytest.mark.parametrize(
    ("credit", "title", "post", "level"),
    [
        ("appointed_title", TITLE, POST, CHIEF),
        ("operating_post", TITLE, POST, DEPUTY),
        ("either", TITLE, POST, CHIEF),
        ("appointed_title", None, POST, None),
        ("operating_post", TITLE, None, None),
        ("either", None, POST, DEPUTY),
        ("operating_post", BOTH, BOTH, CHIEF),
        ("appointed_title", LEADER, None, None),
        ("either", None, None, None),
    ],
)
def test_credit_follows_the_title_the_post_or_either(credit, title, post, level):
    assert credited(CareerPolicy(credit=credit), title, post) is level


def test_deputies_service_may_be_left_out():
    policy = CareerPolicy(credit="either", deputies_count=False)
    assert credited(policy, None, POST) is None
    assert credited(policy, TITLE, POST) is CHIEF
