from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.calendars import Calendar
from simulation.clock import DAY, HOUR, NEVER
from simulation.timetables import county_calendar, timetable
from tests.simulation.offices import at
from tests.towns import town


def days(**calendar):
    return timetable(town(calendar=calendar, simulation={"warm_up_days": 20}))


def test_the_state_councils_make_up_days_are_working_days():
    by_month = [0] * 12
    for day in days(kind="china", year=2026).in_year:
        by_month[day.month - 1] += 1
    assert by_month == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]
    assert sum(by_month) == 248


def test_the_warm_up_has_as_many_working_days_as_were_asked_for():
    plain = days(kind="plain", year=2026)
    assert len(plain.days) - len(plain.in_year) == 20
    assert plain.days[0] == date(2025, 12, 4)
    assert plain.begin == -28 * DAY


def test_every_hour_of_a_continuous_calendar_is_working_time():
    calendar = days(kind="continuous", year=2026).calendar()
    assert len(calendar.opens) == 1
    assert calendar.between(0, 365 * DAY) == 365 * DAY


def test_the_town_may_have_days_off_that_the_county_works():
    design = town(calendar={"kind": "plain", "days_off": ["2026-01-02"]})
    friday = at("01-02T10:00")
    assert not timetable(design).calendar().is_open(friday)
    assert county_calendar(design).is_open(friday)


def test_work_begun_on_friday_ends_on_monday():
    calendar = days(kind="plain", year=2026).calendar()
    assert calendar.after(at("01-02T16:00"), 2 * HOUR) == at("01-05T10:00")
    assert calendar.after(at("01-02T16:00"), HOUR) == at("01-02T17:00")
    assert calendar.opening(at("01-02T17:00")) == at("01-05T09:00")
    assert calendar.after(at("12-31T16:00"), 2 * HOUR) == NEVER


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [("01-01T08:59", False), ("01-01T09:00", True), ("01-01T17:00", False)],
)
def test_a_working_day_has_its_first_moment_and_not_its_last(moment, is_open):
    assert days(kind="plain", year=2026).calendar().is_open(at(moment)) is is_open


@given(
    st.lists(st.integers(1, 50), min_size=2, max_size=20),
    st.integers(0, 900),
    st.integers(1, 300),
)
def test_time_added_is_time_between(steps, moment, length):
    edges = [sum(steps[:count]) for count in range(1, len(steps) + 1)]
    calendar = Calendar.of(zip(edges[::2], edges[1::2], strict=False))
    end = calendar.after(moment, length)
    left = calendar.between(moment, edges[-1])
    assert (end == NEVER) is (length > left)
    if end != NEVER:
        assert calendar.between(moment, end) == length
        assert calendar.between(moment, end - 1) == length - 1


@given(st.lists(st.integers(1, 50), min_size=2, max_size=20), st.integers(1, 300))
def test_time_after_a_stretch_is_found_without_a_search(steps, length):
    edges = [sum(steps[:count]) for count in range(1, len(steps) + 1)]
    calendar = Calendar.of(zip(edges[::2], edges[1::2], strict=False))
    for place, end in enumerate(calendar.closes):
        assert calendar.later(place, length) == calendar.after(end, length)
