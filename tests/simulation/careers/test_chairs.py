from collections import Counter

from simulation.careers.cadre import roster
from simulation.careers.chairs_of import chairs
from simulation.careers.eve import first_holders
from tests.simulation.careers.towns import reform
from tests.towns import person, plan, post, town

TITLES = {"mid_chief": 1}


def count(design):
    return Counter((one.level.word, one.titled, bool(one.duty)) for one in design)


def test_the_old_design_has_a_seat_for_each_chief_and_the_flat_one_fewer():
    old, flat = count(chairs(reform("old"))), count(chairs(reform("flat")))
    assert old["mid_chief", True, True] == 11
    assert flat["mid_chief", True, True] == 6
    assert old["leader", True, False] == flat["leader", True, False] == 11


def test_the_dual_track_keeps_titles_without_posts_beside_posts_without_titles():
    assert count(chairs(reform("dual"))) == {
        ("leader", True, False): 11,
        ("mid_chief", True, False): 11,
        ("mid_deputy", True, False): 11,
        ("mid_chief", False, True): 6,
        ("mid_deputy", False, True): 10,
    }


def test_a_least_share_of_chiefs_adds_titles_to_those_of_the_design():
    policy = {"mid_level_share": 0.2}
    found = count(chairs(reform("flat", policy=policy)))
    assert found["mid_chief", True, True] == 6
    assert found["mid_chief", True, False] == 14 - 6  # a fifth of 68 staff, rounded up


def titled(unit, **keys):
    return person(title={"unit": unit, "grade": "mid_chief"}, **keys)


def holders(design, who_holds_what):
    cadres = roster(design)
    return first_holders(design, who_holds_what, cadres, chairs(design))


def test_the_plan_decides_who_keeps_a_seat_and_the_others_lose_theirs():
    design = town(
        units={"office": {"name": "办"}, "old": {"name": "旧", "operates": False}},
        people={"a": titled("old"), "b": titled("old"), "c": person()},
        posts={"chief": post(grade="mid_chief")},
    )
    assert holders(design, plan(("chief", "A", "c"))) == {"mid_chief:1": "c"}


def test_without_a_holder_in_the_plan_the_longest_serving_title_keeps_the_seat():
    design = town(
        units={"office": {"name": "办"}, "old": {"name": "旧", "operates": False}},
        people={"a": titled("old"), "b": titled("old", joined="2001-07")},
        posts={"chief": post(grade="mid_chief")},
    )
    assert holders(design, plan()) == {"mid_chief:1": "b"}


def test_titles_of_units_that_no_longer_operate_stay_with_their_holders():
    design = town(
        units={
            "office": {"name": "办"},
            "old1": {"name": "旧", "operates": False, "titles": TITLES},
            "old2": {"name": "旧", "operates": False, "titles": TITLES},
        },
        people={"a": titled("old2"), "b": titled("old1"), "c": person()},
        posts={"chief": post(grade="mid_chief", counts_as="none")},
    )
    assert holders(design, plan(("chief", "A", "c"))) == {
        "mid_chief:1": "b",
        "mid_chief:2": "a",
        "duty:mid_chief:1": "c",
    }


def test_leaders_and_dispatched_people_take_no_mid_level_seat():
    design = town(
        people={
            "boss": person(title={"unit": "office", "grade": "leader"}),
            "guest": person(identity="dispatched"),
        },
        posts={"chief": post(grade="mid_chief", seats=2)},
    )
    who = plan(("chief", "A", "boss"), ("chief", "A", "guest"))
    assert holders(design, who) == {"leader:1": "boss"}
