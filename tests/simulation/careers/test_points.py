import pytest

from scenarios.language.ladders import Points
from scenarios.language.settings import CareerPolicy
from simulation.careers.chairs import Chair, Level
from simulation.careers.points import Service, credited, points

CHIEF, DEPUTY = Level.MID_CHIEF, Level.MID_DEPUTY
TITLE = Chair("mid_chief:1", CHIEF, titled=True, duty=None)
POST = Chair("duty:mid_deputy:1", DEPUTY, titled=False, duty=DEPUTY)
BOTH = Chair("mid_chief:2", CHIEF, titled=True, duty=CHIEF)
LEADER = Chair("leader:1", Level.LEADER, titled=True, duty=None)


def test_points_are_the_weighted_sum_with_its_caps():
    service = Service(total=120, in_rung=36, chief=48, deputy=120, excellent=2)
    assert points(Points(), service) == pytest.approx(5 + 3 + 8 + 5 + 4)


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
