"""One line before one post: as Erlang, Pollaczek and Khinchine say."""

import pytest

from simulation.clock import HOUR
from tests.simulation.offices import stream
from tests.simulation.theory.desks import (
    HOURS,
    WAIT,
    agrees,
    desk,
    deviation,
    exponential,
    one_stream,
    years,
)
from tests.simulation.theory.formulas import (
    erlang_wait,
    khinchine_wait,
    regular_wait,
)

pytestmark = pytest.mark.usefixtures("either_way")


@pytest.mark.parametrize(
    ("seats", "rate", "mean"),
    [(1, 0.1, 6.0), (2, 0.125, 12.0), (5, 0.125, 32.0)],
)
def test_a_post_of_c_seats_waits_as_erlang_says(seats, rate, mean):
    design = one_stream(seats, rate, exponential(mean))
    assert agrees(design, {WAIT: erlang_wait(rate, mean, seats)})


@pytest.mark.parametrize(
    ("seats", "means"),
    [
        pytest.param(1, 9.0, marks=pytest.mark.slow),
        pytest.param(2, 4.2632, marks=pytest.mark.slow),
        pytest.param(5, 1.525, marks=pytest.mark.slow),
        pytest.param(10, 0.6687, marks=pytest.mark.slow),
        (20, 0.2754),
    ],
)
def test_a_post_that_is_busy_nine_tenths_of_the_time_waits_as_erlang_says(seats, means):
    rate, mean = 0.15, seats * 6.0
    expected = erlang_wait(rate, mean, seats)
    assert expected == pytest.approx(means * mean, abs=1e-4 * mean)
    design = one_stream(seats, rate, exponential(mean), warm_up_days=250)
    assert agrees(design, {WAIT: expected})


LENGTHS = {
    "fixed": (7.0, 0.0),
    "gamma, even": ({"dist": "gamma", "mean": 7.0, "spread": 0.5}, 0.5),
    "gamma, uneven": ({"dist": "gamma", "mean": 7.0, "spread": 2.0}, 2.0),
    "lognormal": ({"mean": 7.0, "spread": 1.0}, 1.0),
    "uniform": ({"dist": "uniform", "low": 0, "high": 14}, 3**-0.5),
    "empirical": ({"dist": "empirical", "values": [2, 2, 3, 21]}, (64 / 49) ** 0.5),
}


SELDOM = {"gamma, even", "uniform", "empirical"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow) if name in SELDOM else name
        for name in LENGTHS
    ],
)
def test_work_of_any_length_waits_as_pollaczek_and_khinchine_say(name):
    hours, spread = LENGTHS[name]
    expected = khinchine_wait(0.1, 7.0, spread)
    assert agrees(one_stream(1, 0.1, hours), {WAIT: expected})


def test_what_comes_every_day_waits_as_for_even_gaps():
    work = stream("desk", exponential(18), arrive={"every": "day"})
    assert agrees(desk(1, {"returns": work}), {WAIT: regular_wait(24, 18)})


def test_one_who_always_has_something_else_to_do_waits_as_with_vacations():
    # Multiple vacations add E[V^2] / 2E[V], the mean length where it is exponential.
    rate, mean, vacation = 0.125, 4.0, 8.0
    design = desk(
        1,
        {
            "letters": stream(
                "desk", exponential(mean), arrive={"per_hour": rate}, priority=1
            ),
            "filing": stream(
                "desk",
                exponential(vacation),
                arrive={"every": "month", "number": 100},
                priority=9,
            ),
        },
    )
    expected = khinchine_wait(rate, mean, 1) + vacation
    assert expected == 12
    assert agrees(design, {("waiting_hours", "stream:letters"): expected})


def test_people_are_busy_as_long_as_the_work_that_comes():
    design = one_stream(3, 0.25, {"mean": 8, "spread": 1})
    assert agrees(design, {("utilisation", "town"): 0.25 * 8 / 3})


def test_as_many_are_there_as_come_in_the_time_that_each_stays():
    rate, mean = 0.2, 3.0
    inside = []
    for log in years(one_stream(1, rate, exponential(mean))):
        stays = [(row.since, row.at) for row in log.rows if row.event == "completed"]
        inside.append(
            sum(max(0, min(out, HOURS * HOUR) - max(into, 0)) for into, out in stays)
            / (HOURS * HOUR)
        )
    expected = rate * (erlang_wait(rate, mean, 1) + mean)
    assert abs(deviation(inside, expected)) < 4
