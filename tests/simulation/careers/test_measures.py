from math import isnan

from simulation.careers.measures.opportunity import median_wait


def test_the_median_wait_is_kaplan_and_meiers():
    # At risk 5: 4/5 after 1 year; the censored one leaves 3: 8/15 after 3 years,
    # 4/15 after 5.
    waits = [(1.0, True), (2.0, False), (3.0, True), (5.0, True), (6.0, False)]
    assert median_wait(waits) == 5.0


def test_without_censoring_the_median_is_where_half_are_through():
    assert median_wait([(4.0, True), (1.0, True), (3.0, True), (2.0, True)]) == 2.0


def test_a_median_that_is_not_reached_has_no_value():
    assert isnan(median_wait([(1.0, True), (2.0, False), (3.0, False)]))
    assert isnan(median_wait([]))
