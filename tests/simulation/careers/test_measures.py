from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis.strategies import booleans, builds, integers, lists
from scipy.stats import CensoredData, ecdf

from simulation.careers.measures.people import gini
from simulation.careers.measures.survival import (
    Wait,
    median_wait,
    still_waiting,
    survival,
)


def median(*waits):
    return median_wait(survival(Wait(*one) for one in waits))


def test_the_median_wait_is_kaplan_and_meiers():
    # At risk 5: 4/5 after 1 year; the censored one leaves 3: 8/15 after 3 years,
    # 4/15 after 5.
    waits = [(1.0, True), (2.0, False), (3.0, True), (5.0, True), (6.0, False)]
    assert median(*waits) == 5.0
    curve = survival(Wait(*one) for one in waits)
    shares = [still_waiting(curve, years) for years in (0.5, 1, 2, 3, 5, 9)]
    assert shares == pytest.approx([1, 4 / 5, 4 / 5, 8 / 15, 4 / 15, 4 / 15])


def test_without_censoring_the_median_is_where_half_are_through():
    assert median((4.0, True), (1.0, True), (3.0, True), (2.0, True)) == 2.0


def test_a_median_that_is_not_reached_has_no_value():
    assert isnan(median((1.0, True), (2.0, False), (3.0, False)))
    assert isnan(median())


@given(lists(builds(Wait, integers(0, 12).map(float), booleans()), min_size=1))
def test_shares_that_still_wait_are_those_of_scipy(waits):
    ended = [one.years for one in waits if one.ended]
    censored = [one.years for one in waits if not one.ended]
    function = ecdf(CensoredData(uncensored=ended, right=censored)).sf
    curve = survival(waits)
    for years in np.arange(0, 13, 0.5):
        assert still_waiting(curve, years) == pytest.approx(function.evaluate(years))


def test_gini_is_0_where_all_have_the_same_and_near_1_where_one_has_all():
    assert gini([3.0, 3.0, 3.0]) == pytest.approx(0)
    assert gini([0.0] * 99 + [5.0]) == pytest.approx(0.99)
    assert gini([1.0, 3.0]) == pytest.approx(0.25)
    assert isnan(gini([]))
