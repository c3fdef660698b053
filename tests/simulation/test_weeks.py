"""What is told of weeks adds up to what is told of the year."""

from math import isclose, isnan

import numpy as np
import pytest

from simulation.calendars import Calendar
from simulation.clock import DAY, HOUR, NEVER
from simulation.measures.tally import Tally, total
from simulation.measures.weeks import WEEK
from simulation.measures.working_time import WorkingTime
from simulation.timetables import timetable
from tests.simulation.offices import office, played, stream
from tests.simulation.test_replicate import busy_town
from tests.towns import person, post, town


@pytest.fixture(scope="module")
def measures():
    return played(busy_town())[1]


ANN = {"ann": {"holds": ["clerk"]}}


def of_weeks(measures, name):
    return [measures[name, f"week:{week:02d}"] for week in range(1, 54)]


@pytest.mark.parametrize(
    "name",
    ["arrived", "completed", "takeovers", "clashes", "clash_hours"],
)
def test_the_weeks_of_a_count_add_up_to_the_year(measures, name):
    assert sum(of_weeks(measures, name)) == pytest.approx(measures[name, "town"])
    assert measures[name, "town"] > 0


def test_what_lies_open_at_a_week_s_end_is_what_came_and_did_not_go(measures):
    balance = [measures["backlog_at_start", "town"]]
    names = ("arrived", "completed", "dropped")
    for came, done, gone in zip(
        *(of_weeks(measures, name) for name in names), strict=True
    ):
        balance.append(balance[-1] + came - done - gone)
    assert of_weeks(measures, "open_at_week_end") == balance[1:]
    assert balance[-1] == measures["open_at_end", "town"] > 0


def test_presence_that_nobody_shows_is_dropped_week_by_week():
    cover = {"name": "窗口", "unit": "office", "coverage": {"post": "window"}}
    posts = {"window": {"seats": 1}}
    _, measures = played(office(people={}, posts=posts, work={"hall": cover}))
    assert of_weeks(measures, "dropped")[:2] == [5, 5]
    assert sum(of_weeks(measures, "dropped")) == measures["dropped", "town"] == 261
    assert of_weeks(measures, "open_at_week_end") == [0] * 53


def test_waiting_by_week_is_of_the_pieces_that_came_in_it():
    work = {"desk": stream("clerk", 4, arrive={"per_year": 300})}
    _, measures = played(office(people=ANN, posts={"clerk": post()}, work=work))
    # Each piece that was begun weighs the same: all but those that wait at the end.
    arrived, waited = (of_weeks(measures, n) for n in ("arrived", "waiting_hours"))
    summed = sum(
        number * mean
        for number, mean in zip(arrived, waited, strict=True)
        if not isnan(mean)
    )
    assert measures["open_at_end", "town"] <= 1
    assert isclose(summed / sum(arrived), measures["waiting_hours", "town"])
    assert measures["waiting_hours", "town"] > 1


def test_work_over_a_week_s_end_counts_in_both_weeks():
    # 2026 begins on a Thursday, so its weeks end as Wednesday does. Ann begins at 9:00
    # on Wednesday 7 January; of 12 hours she does 8 that day, and 4 the next.
    work = {"book": stream("clerk", 12, arrive={"dates": ["2026-01-07"]})}
    _, measures = played(office(people=ANN, posts={"clerk": post()}, work=work))
    assert measures["utilisation", "week:01"] == pytest.approx(8 / 40)
    assert measures["utilisation", "week:02"] == pytest.approx(4 / 40)
    assert measures["utilisation", "week:03"] == 0
    for of in ("town", "unit:office", "person:ann"):
        assert measures["utilisation_busiest_week", of] == pytest.approx(8 / 40)


def test_a_week_of_a_single_day_is_not_the_busiest():
    # The 53rd week of 2026 is Thursday 31 December alone.
    work = {"book": stream("clerk", 8, arrive={"dates": ["2026-02-03", "2026-12-31"]})}
    _, measures = played(office(people=ANN, posts={"clerk": post()}, work=work))
    assert measures["utilisation", "week:53"] == pytest.approx(1)
    assert measures["utilisation_busiest_week", "person:ann"] == pytest.approx(8 / 40)


def test_days_away_are_no_time_at_work(tmp_path):
    # Ann is away on Wednesday 7 January, with 4 of 12 hours done the day before from
    # 13:00: nothing falls on her day off, the rest on the Thursday of the next week.
    away = {"leave_days": 0, "sick_days": 0, "dates": ["2026-01-07/2026-01-07"]}
    path = tmp_path / "book.csv"
    path.write_text("at\n2026-01-06T13:00\n", encoding="utf-8")
    design = town(
        people={"ann": person(holds=["clerk"], absences=away)},
        posts={"clerk": post()},
        work={
            "book": stream("clerk", 12, arrive={"trace": str(path)}),
            "call": stream("clerk", 0.1, arrive={"dates": ["2026-01-07"]}),
        },
        calendar={"kind": "plain"},
        simulation={"warm_up_days": 0, "patience_hours": 0},
    )
    _, measures = played(design)
    assert measures["utilisation", "week:01"] == pytest.approx(4 / 32)
    assert measures["utilisation", "week:02"] == pytest.approx(8.1 / 40)
    assert of_weeks(measures, "both_away")[:2] == [measures["both_away", "town"], 0]
    assert measures["both_away", "town"] > 0


def test_working_time_of_many_moments_is_that_of_each():
    calendar = timetable(busy_town()).calendar()
    empty = Calendar((), (), ())
    moments = np.arange(-40 * DAY, 370 * DAY, 7 * HOUR + 1)
    lengths = moments % (30 * HOUR)
    for one in (calendar, empty):
        worked = WorkingTime(one).worked(moments).tolist()
        after = WorkingTime(one).after(moments, lengths).tolist()
        assert worked == [one.worked(moment) for moment in moments.tolist()]
        assert after == [
            one.after(moment, length)
            for moment, length in zip(moments.tolist(), lengths.tolist(), strict=True)
        ]
    assert NEVER in after


def test_sums_are_exact_where_64_bits_do_not_hold_them():
    values = np.full(3, 2**62 + 1, dtype=np.int64)
    assert total(values) == 3 * (2**62 + 1)
    tally = Tally(["town"], unit=WEEK)
    tally.extend(["town"], values)
    assert dict(tally.sums("time")) == {("time", "town"): 3 * (2**62 + 1) / WEEK}
