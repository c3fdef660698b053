"""What the county has in hand: it takes nobody's time, so the lags never queue."""

from itertools import accumulate, pairwise
from math import exp
from operator import mul
from statistics import fmean

import numpy as np

from simulation.clock import DAY
from tests.simulation.theory.desks import deviation, exponential, town_hall, years


def sent_up(arrive, days):
    """Return a town whose letters do nothing but wait for the county."""
    work = {
        "name": "报",
        "unit": "office",
        "arrive": arrive,
        "steps": [{"county": True, "wait_days": days}],
    }
    return town_hall({}, {}, {"letters": work}, warm_up_days=100)


def in_the_county(log, moments):
    """Return how many letters the county has at some moments."""
    sent = sorted(row.at for row in log.rows if row.event == "sent")
    back = sorted(row.at for row in log.rows if row.event == "answered")
    return np.searchsorted(sent, moments, "right") - np.searchsorted(
        back, moments, "right"
    )


def test_what_the_county_has_is_poisson_whatever_its_lag_is_like():
    """M/G/inf: the mean is rate times lag, and the variance is the mean."""
    rate, lag = 0.05, 8.0
    design = sent_up({"per_hour": rate}, {"mean": lag, "spread": 0.8})
    expected = rate * lag * 24
    moments = [day * DAY for day in range(0, 365, 40)]
    means, spreads = [], []
    for log in years(design, 60):
        counts = in_the_county(log, moments)
        means.append(fmean(counts))
        spreads.append(fmean((counts - expected) ** 2))
    assert abs(deviation(means, expected)) < 4
    assert abs(deviation(spreads, expected)) < 4


def test_what_the_county_has_follows_the_season():
    """Mt/G/inf: what came in each month of what stays so long."""
    months = [1, 1, 1, 4, 6, 2, 0, 0, 3, 1, 1, 1]
    lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    ends = [0, *accumulate(lengths)]
    lag, yearly = 15.0, 600
    each = yearly / sum(map(mul, months, lengths))

    def expected(day):
        """Sum the months, of which each leaves an exponential tail."""
        return sum(
            weight
            * each
            * lag
            * (exp(-max(day - end, 0) / lag) - exp((begin - day) / lag))
            for weight, (begin, end) in zip(months, pairwise(ends), strict=True)
            if begin < day
        )

    days = (110, 130, 150, 200, 260)
    design = sent_up({"per_year": yearly, "season": months}, exponential(lag))
    moments = [day * DAY for day in days]
    counts = [in_the_county(log, moments).tolist() for log in years(design, 60)]
    for found, day in zip(zip(*counts, strict=True), days, strict=True):
        assert abs(deviation(found, expected(day))) < 4
