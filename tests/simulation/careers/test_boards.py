from scenarios.language.careers import CareerPolicy
from scenarios.language.ladders import Points
from simulation.careers.boards import Limit, Step, Steps
from simulation.careers.places import Places
from simulation.careers.points import Scale

RUNGS = ("clerk", "fourth", "third", "second")
SCALE = Scale.of(Points(), CareerPolicy())


def places(*limits, everybody=(10, 0, 0, 0), leaders=(0, 0, 0, 0), months=12):
    steps = Steps("ranks", RUNGS, (Step(24),) * 4, limits, SCALE)
    found = Places(steps)
    found.count(list(everybody), leaders=leaders, strength=10, months=months)
    return found


def limit(*rungs, **keys):
    return Limit(frozenset(rungs), **keys)


def test_a_place_left_by_rising_is_free_at_the_same_board():
    found = places(
        limit(3, seats=1), limit(2, seats=1), limit(1, seats=1), everybody=(1, 1, 1, 0)
    )
    assert [found.room(3), found.room(2), found.room(1)] == [1, 0, 0]
    found.take(3, 1)
    assert [found.room(3), found.room(2), found.room(1)] == [0, 1, 0]


def test_a_rung_without_a_quota_has_room_for_all():
    assert places().room(1) is None


def test_moving_within_a_shared_quota_takes_no_further_place():
    found = places(limit(1, 2, 3, share=0.3), everybody=(7, 3, 0, 0))
    assert found.room(1) == 0
    assert found.room(2) is None


def test_a_share_is_of_all_whose_ladder_it_is_and_rounded_down():
    assert limit(1, share=0.6).most(31) == 18
    assert limit(1, share=0.3).most(10) == 3
    assert limit(1, share=0.6, seats=4).most(31) == 4


def test_leaders_may_be_left_out_of_a_quota():
    for counted, room in ((True, 0), (False, 2)):
        quota = limit(1, seats=3, leaders_count=counted)
        found = places(quota, everybody=(4, 3, 0, 0), leaders=(0, 2, 0, 0))
        assert found.room(1) == room


def test_places_that_the_county_gives_add_up_and_are_used_once():
    quota = limit(1, seats=3, per_year=1.5)
    assert places(quota, everybody=(4, 3, 0, 0), months=7).room(1) == 0
    found = places(quota, everybody=(4, 3, 0, 0), months=24)
    assert found.room(1) == 3
    found.take(1, 2)
    assert found.room(1) == 1
    assert found.used == [2]
