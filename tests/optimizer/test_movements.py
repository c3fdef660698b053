"""Changes against today, by kind."""

import pytest
from hypothesis import given

from optimizer.goals.moves import MOVES
from optimizer.movements import (
    GIVING_UP,
    moves_by_kind,
    moves_of,
    staffed_today,
)
from scenarios import Plan
from tests.optimizer.small import every_plan, random_towns
from tests.towns import person, plan, post, town


def two_modules(**ann):
    """Offices of two modules; Ann is who changes."""
    return town(
        units={
            "office": {"name": "办", "module": "one"},
            "sister": {"name": "办", "module": "one"},
            "other": {"name": "办", "module": "two"},
        },
        modules={
            "one": {"name": "一", "lead": "mayor"},
            "two": {"name": "二", "lead": "chair"},
        },
        posts={
            "mayor": post(unit="other"),
            "chair": post(unit="other"),
            "desk": post(),
            "hall": post(),
            "gate": post(unit="sister"),
            "yard": post(unit="other"),
        },
        people={"ann": person(**ann)},
    )


@pytest.mark.parametrize(
    ("today", "now", "kinds"),
    [
        ({"holds": ["desk"]}, [("desk", "A")], []),
        ({"holds": ["desk"]}, [("desk", "A"), ("hall", "A")], ["own_unit"]),
        ({"holds": ["desk"]}, [("desk", "A"), ("gate", "A")], ["own_module"]),
        ({"holds": ["desk"]}, [("yard", "A")], ["other_module", "given_up"]),
        ({"establishment": "sister"}, [("gate", "A")], ["own_unit"]),
        ({"establishment": "sister"}, [("desk", "A")], ["own_module"]),
        ({}, [("desk", "A")], ["first_post"]),
        ({"holds": ["desk"]}, [("desk", "B")], ["stepped_back"]),
        ({"backs_up": ["desk"]}, [("desk", "A")], ["promoted"]),
        ({"holds": ["gone"], "establishment": "office"}, [], ["closed"]),
        ({"backs_up": ["desk"]}, [("hall", "B")], ["backup_taken", "backup_given_up"]),
        ({"backs_up": ["gone"]}, [], []),
    ],
)
def test_a_change_is_of_its_kind(today, now, kinds):
    moves = moves_of(two_modules(**today), plan(*((*one, "ann") for one in now)))
    assert [move.kind for move in moves] == kinds


@given(random_towns())
def test_giving_up_is_what_the_goal_counts_and_today_moves_nobody(design):
    for one in list(every_plan(design))[::11]:
        counted = moves_by_kind(moves_of(design, one))
        assert sum(counted[kind] for kind in GIVING_UP) == MOVES.value(design, one)
    assert moves_of(design, Plan.today(design)) == ()


@given(random_towns())
def test_changes_are_what_differs_between_today_and_the_plan(design):
    today = Plan.today(design)
    for one in list(every_plan(design))[::11]:
        told = {(move.person, move.post) for move in moves_of(design, one)}
        changed = {(a.person, a.post) for a in today.assignments ^ one.assignments}
        assert told == changed


def test_a_town_that_says_nothing_of_today_has_none():
    assert not staffed_today(two_modules())
    assert staffed_today(two_modules(holds=["desk"]))
