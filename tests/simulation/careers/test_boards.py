from scenarios.language.ladders import Points
from simulation.careers.boards import Candidate, Limit, Steps, board

RUNGS = ("clerk", "fourth", "third", "second")


def steps(*limits):
    return Steps("ranks", RUNGS, (24, 24, 24, 0), limits, Points())


def limit(*rungs, seats=None, share=None):
    return Limit(frozenset(rungs), share, seats)


def risen(ladder, on_rungs, ready, strength=10):
    return [one.person for one in board(ladder, on_rungs, strength, ready)]


def test_a_place_left_by_rising_is_filled_from_below_at_the_same_board():
    ladder = steps(limit(3, seats=1), limit(2, seats=1), limit(1, seats=1))
    ready = [Candidate("a", 0, 1), Candidate("b", 1, 1), Candidate("c", 2, 1)]
    assert risen(ladder, [1, 1, 1, 0], ready) == ["c", "b", "a"]
    assert risen(ladder, [1, 1, 1, 1], ready) == []


def test_those_with_more_points_go_first_and_ties_go_by_id():
    ladder = steps(limit(1, seats=2))
    ready = [Candidate("c", 0, 5), Candidate("b", 0, 7), Candidate("a", 0, 5)]
    assert risen(ladder, [3, 0, 0, 0], ready) == ["b", "a"]


def test_nobody_rises_two_rungs_at_one_board():
    assert risen(steps(), [1, 0, 0, 0], [Candidate("a", 0, 1)]) == ["a"]


def test_moving_within_a_shared_quota_takes_no_further_place():
    ladder = steps(limit(1, 2, 3, share=0.3))
    ready = [Candidate("a", 0, 9), Candidate("b", 1, 1)]
    assert risen(ladder, [7, 3, 0, 0], ready) == ["b"]


def test_a_share_is_of_all_whose_ladder_it_is_and_rounded_down():
    assert limit(1, share=0.6).most(31) == 18
    assert limit(1, share=0.3).most(10) == 3
    assert limit(1, share=0.6, seats=4).most(31) == 4
