from benchmarks.timeline import Moment, Timeline

LINE = Timeline(
    [
        Moment(1, None, 10),
        Moment(2, 40, 10),
        Moment(4, 25, 5),
        Moment(5, 30, 20),
        Moment(9, 20, 20),
    ],
    12,
)


def test_what_was_best_is_kept():
    assert LINE.at(5) == Moment(5, 25, 20)
    assert LINE.last == Moment(9, 20, 20)


def test_nothing_is_known_before_the_first_moment():
    assert LINE.at(0.5) == Moment(0.5, None, None)


def test_times_until_something_was_reached():
    assert LINE.first_plan() == 2
    assert LINE.until_value(30) == 4
    assert LINE.until_gap(0.2) == 5
    assert LINE.until_gap(0) == 9
    assert LINE.until_value(19) is None


def test_a_gap_needs_both_a_value_and_a_bound():
    assert Moment(1, None, 10).gap is None
    assert Moment(1, 40, 10).gap == 0.75
    assert Moment(1, 0, 0).gap == 0
