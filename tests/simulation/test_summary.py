from math import isnan, sqrt

import pytest

from simulation.streams import stream
from simulation.summary import paired_differences, summary, t_quantile


@pytest.mark.parametrize(
    ("freedom", "published"),
    [
        (1, 12.706),
        (2, 4.303),
        (3, 3.182),
        (4, 2.776),
        (9, 2.262),
        (19, 2.093),
        (120, 1.980),
    ],
)
def test_quantiles_of_t_are_those_of_the_printed_table(freedom, published):
    assert t_quantile(freedom) == pytest.approx(published, abs=5e-4)


def test_a_half_width_is_the_quantile_times_the_standard_error():
    (row,) = summary([{("clashes", "town"): value} for value in (1.0, 2.0, 3.0)])
    assert (row.mean, row.replications) == (2.0, 3)
    assert row.half_width == pytest.approx(4.3027 / sqrt(3), rel=1e-4)


def test_replications_without_a_value_are_left_out_and_counted():
    (row,) = summary([{("late", "town"): float("nan")}, {("late", "town"): 4.0}])
    assert (row.mean, row.replications) == (4.0, 1)
    assert isnan(row.half_width)


def test_differences_are_taken_year_by_year():
    base = [{("clashes", "town"): value} for value in (10.0, 20.0)]
    other = [{("clashes", "town"): value} for value in (9.0, 19.0)]
    (row,) = paired_differences(base, other)
    assert (row.mean, row.half_width) == (-1.0, 0.0)


def test_a_stream_is_known_by_its_name():
    same = [stream(1, 0, "work:a", "hours").random(3).tolist() for _ in range(2)]
    other = stream(1, 0, "work:b", "hours").random(3).tolist()
    assert same[0] == same[1] != other
