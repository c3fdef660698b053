import subprocess
import sys

import pytest

from bianping.checking.structure_texts import structure_lines
from bianping.words import catalogue
from scenarios.structure import overview
from tests.towns import person, post, town

UNITS = {
    "top": {"name": "班子", "kind": "leadership", "establishment": 3},
    "office": {"name": "办", "chief": "chief", "in_charge": "vice"},
}
POSTS = {
    "head": post(unit="top"),
    "vice": post(unit="top"),
    "chief": post(hours=30),
    "clerk": post(seats=2, hours=20),
}
PEOPLE = {
    "p1": person(holds=["head"], establishment="top"),
    "p2": person(holds=["chief", "clerk", "vice"], establishment="top"),
    "p3": person(identity="contract", establishment="top"),
}


def seen(**sections):
    """Return the overview of a sound town with some sections changed."""
    whole = {"units": UNITS, "posts": POSTS, "people": PEOPLE, "leader": "head"}
    looked_at = town(**{**whole, **sections})
    found = overview(looked_at)
    for lang in ("zh", "en"):
        assert structure_lines(looked_at, found, catalogue(lang))
    return found


def flaws(**sections):
    return {one.key for one in seen(**sections).flaws}


def test_a_lead_commands_the_posts_of_the_units_in_its_charge():
    (head, vice) = seen().spans
    assert (head.lead, head.units, head.seats, head.people) == ("head", ("top",), 1, 1)
    assert (vice.lead, vice.units, vice.hours) == ("vice", ("office",), 70)
    assert (vice.seats, vice.people) == (3, 1)


def test_the_longest_way_up_passes_the_chief_the_vice_and_the_head():
    assert seen().levels == 4


def test_seats_without_holders_and_holders_of_many_posts_are_named():
    found = seen()
    assert found.vacant == {"clerk": 1}
    assert found.busy == {"p2": ("chief", "clerk", "vice")}


def test_only_the_established_take_up_the_establishment():
    (top,) = seen().strengths
    assert (top.unit, top.approved, top.there) == ("top", 3, 2)


def test_a_sound_structure_has_no_flaws():
    assert flaws() == set()


@pytest.mark.parametrize(
    ("sections", "flaw"),
    [
        ({"leader": None}, "nobody_on_top"),
        (
            {"units": {**UNITS, "office": {"name": "办", "in_charge": "clerk"}}},
            "unit_leads_itself",
        ),
        (
            {"units": {**UNITS, "top": {"name": "班子", "in_charge": "clerk"}}},
            "circle",
        ),
        (
            {"units": {**UNITS, "top": {"name": "班子", "in_charge": "clerk"}}},
            "post_outside",
        ),
        (
            {
                "units": {**UNITS, "old": {"name": "旧", "operates": False}},
                "posts": {**POSTS, "lead": post(unit="old")},
                "modules": {"m": {"name": "模", "lead": "lead"}},
            },
            "idle_lead",
        ),
        (
            {
                "units": {**UNITS, "old": {"name": "旧", "operates": False}},
                "posts": {**POSTS, "lost": post(unit="old")},
            },
            "post_of_idle_unit",
        ),
        (
            {"units": {**UNITS, "top": {"name": "班子", "operates": False}}},
            "head_of_idle_unit",
        ),
        ({"units": {**UNITS, "b": {"name": "乙"}}}, "unit_without_posts"),
        (
            {"leader": None, "units": {**UNITS, "b": {"name": "乙"}}},
            "unit_without_lead",
        ),
    ],
)
def test_what_is_broken_is_reported(sections, flaw):
    assert flaw in flaws(**sections)


def test_a_circle_names_those_within_it():
    units = {
        "top": {"name": "班子", "kind": "leadership"},
        "a": {"name": "甲", "in_charge": "two"},
        "b": {"name": "乙", "in_charge": "one"},
    }
    posts = {
        "head": post(unit="top"), "one": post(unit="a"), "two": post(unit="b"),
    }  # fmt: skip
    found = {one.key: one for one in seen(units=units, posts=posts, people={}).flaws}
    assert set(found["circle"].about) == {"post:one", "post:two"}
    assert set(found["post_outside"].about) == {"post:one", "post:two"}


def test_an_empty_town_is_looked_at_too():
    assert seen(units={}, posts={}, people={}, leader=None).levels == 0


def test_reading_a_scenario_does_not_load_the_graph_library():
    code = "import sys, bianping.commands.check; print('networkx' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
