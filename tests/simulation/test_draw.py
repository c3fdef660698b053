from math import sqrt

import numpy as np
import pytest

from scenarios.language.arrivals import Every
from scenarios.language.durations import Duration
from simulation.clock import DAY, HOUR
from simulation.draw import draw_year
from simulation.draw.durations import quantiles
from simulation.draw.periods import days_of_periods
from simulation.timetables import timetable
from tests.simulation.offices import at, office, stream, traced
from tests.towns import person, town


def drawn(work, *, replication=0, **sections):
    design = office(people={}, posts={"desk": {}}, work=work, **sections)
    return draw_year(design, seed=1, replication=replication)


LETTERS = stream("desk", {"mean": 2, "spread": 1}, arrive={"per_year": 300})
CALLS = stream("desk", 1, arrive={"per_hour": 0.2})


def test_a_stream_has_the_same_luck_beside_any_other():
    alone = drawn({"letters": LETTERS})
    beside = drawn({"calls": CALLS, "letters": LETTERS})
    assert alone.work["letters"] == beside.work["letters"]


def test_the_kth_piece_takes_as_long_however_many_there_are():
    few = drawn({"letters": LETTERS}).work["letters"]
    scaled = {"warm_up_days": 0, "scale": 1.5}
    many = drawn({"letters": LETTERS}, simulation=scaled).work["letters"]
    count = len(few.arrivals)
    assert len(many.arrivals) > count
    assert many.lengths[0, ""][:count] == few.lengths[0, ""]


def test_replications_differ():
    one, other = (drawn({"letters": LETTERS}, replication=r) for r in (0, 1))
    assert one.work["letters"].arrivals != other.work["letters"].arrivals


def test_as_many_pieces_come_as_the_rate_says():
    counts = [
        len(drawn({"letters": LETTERS}, replication=number).work["letters"].arrivals)
        for number in range(60)
    ]
    assert abs(sum(counts) - 300 * 60) / sqrt(300 * 60) < 4


def test_pieces_come_in_working_time_and_in_season():
    season = [0] * 5 + [3, 1] + [0] * 5
    arrive = {"per_year": 4000, "season": season}
    moments = drawn({"w": stream("desk", 1, arrive=arrive)}).work["w"].arrivals
    june = sum(moment < at("07-01T00:00") for moment in moments)
    assert all(9 * HOUR <= moment % DAY < 17 * HOUR for moment in moments)
    assert at("06-01T09:00") <= min(moments) <= max(moments) < at("08-01T00:00")
    # 22 working days in June at weight 3, 23 in July at weight 1.
    assert abs(june / len(moments) - 66 / 89) < 4 * sqrt(66 * 23 / 89**2 / 4000)


def test_days_in_season_are_as_many_as_asked_and_each_once():
    arrive = {"season_days": 8, "season": [0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0]}
    moments = drawn({"flood": stream("desk", 1, arrive=arrive)}).work["flood"].arrivals
    assert len({*moments}) == len(moments) == 8
    assert at("06-01T00:00") < min(moments) < max(moments) < at("10-01T00:00")


@pytest.mark.parametrize(
    ("every", "on", "first"),
    [
        (Every.WEEK, 3, ["01-07", "01-14"]),
        (Every.MONTH, 31, ["02-02", "03-02", "03-31"]),
        (Every.MONTH, None, ["01-01", "02-02"]),
        (Every.QUARTER, 25, ["03-25", "06-25"]),
        (Every.YEAR, (5, 2), ["05-04"]),
        (Every.DAY, None, ["01-01", "01-02", "01-05"]),
    ],
)
def test_what_comes_round_moves_to_the_next_working_day(every, on, first):
    design = town(calendar={"kind": "plain"}, simulation={"warm_up_days": 0})
    days = days_of_periods(timetable(design), every, on)
    assert [day.isoformat()[5:] for day in days[: len(first)]] == first


def test_a_trace_may_tell_hours_or_moments_and_durations(tmp_path):
    arrive = traced(tmp_path, "w", (9, 0.5), ("2026-01-01 10:30:00.25", 1))
    luck = drawn({"w": stream("desk", 3, arrive=arrive)}).work["w"]
    assert luck.arrivals == (at("01-01T10:30") + 250_000, at("01-02T10:00"))
    assert luck.lengths[0, ""] == (HOUR, HOUR // 2)


MOMENTS = [
    ({"dist": "exponential", "mean": 3}, 3, 3),
    ({"mean": 2, "spread": 0.5}, 2, 1),
    ({"dist": "gamma", "mean": 2, "spread": 0.5}, 2, 1),
    ({"dist": "gamma", "mean": 2, "spread": 2}, 2, 4),
    ({"dist": "gamma", "mean": 2, "spread": 0.01}, 2, 0.02),
    ({"dist": "uniform", "low": 1, "high": 4}, 2.5, sqrt(9 / 12)),
    ({"dist": "triangular", "low": 0, "mode": 1, "high": 5}, 2, sqrt(21 / 18)),
    ({"dist": "empirical", "values": [1, 2, 6]}, 3, sqrt(14 / 3)),
    (4, 4, 0),
]


@pytest.mark.parametrize(("spec", "mean", "deviation"), MOMENTS)
def test_quantiles_have_the_mean_and_the_spread_that_were_asked_for(
    spec, mean, deviation
):
    # The middle of each of many equal shares: sums become integrals.
    uniform = (np.arange(300_000) + 0.5) / 300_000
    values = quantiles(Duration.model_validate(spec), uniform)
    assert values.mean() == pytest.approx(mean, rel=2e-3)
    assert values.std() == pytest.approx(deviation, rel=2e-2, abs=1e-12)
    assert (np.diff(values) >= 0).all()


def test_people_are_away_as_long_as_the_roster_says_on_average():
    people = {
        f"p{number}": person(absences={"leave_days": 10, "sick_days": 6})
        for number in range(400)
    }
    design = town(people=people, simulation={"warm_up_days": 0})
    away = draw_year(design, seed=3, replication=0).away
    days = [len(one.days) for one in away.values()]
    # Leave and sickness may fall together, on a quarter of a day on average.
    assert np.mean(days) == pytest.approx(16 - 10 * 6 / 248, abs=4 * 4.5 / sqrt(400))


def test_known_dates_are_away_for_certain():
    dates = ["2026-01-01/2026-01-05"]
    absences = {"leave_days": 0, "sick_days": 0, "dates": dates}
    design = town(calendar={"kind": "plain"}, people={"ann": person(absences=absences)})
    away = draw_year(design, seed=1, replication=0).away["ann"].days
    assert [day.day for day in sorted(away)] == [1, 2, 5]
