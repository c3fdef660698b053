"""Visits: several parties at one time, who may stay away.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

from dataclasses import replace
from types import MappingProxyType

import pytest

from simulation.draw import draw_year
from simulation.rows import Event
from tests.simulation.offices import (
    at,
    completed,
    moments,
    office,
    played,
    stream,
    traced,
)


def visits(arrive, *, priority=3, **joint):
    """Return a stream of visits of an hour by whoever plans and whoever knows land."""
    step = {"joint": ["planner", "land"], "hours": 1, **joint}
    return {
        "name": "宅",
        "unit": "office",
        "priority": priority,
        "arrive": arrive,
        "steps": [step],
    }


def year_in_which(design, **numbers):
    """Return a year in which these numbers decide who turns up at each attempt."""
    drawn = draw_year(design, seed=1, replication=0)
    luck = {}
    for name, one in drawn.work.items():
        given = {key: (numbers.get(key[1], (0, 0)),) for key in one.attendance}
        luck[name] = replace(one, attendance=given)
    return replace(drawn, work=MappingProxyType(luck))


def test_a_visit_that_somebody_stays_away_from_is_tried_again(tmp_path):
    design = office(
        people={
            "ann": {"holds": ["planner"]},
            "zoe": {"holds": ["land"], "available": 0.5, "notice_days": 1},
        },
        posts={"planner": {}, "land": {}},
        work={
            "house": visits(traced(tmp_path, "house", ("2026-01-01T10:00",)), hours=2.5)
        },
    )
    year = year_in_which(design, planner=(0.99, 0.99), land=(0.9, 0.1))
    log, measures = played(design, year=year)
    # A day's notice: Friday at ten; five working days more: the Friday after.
    assert moments(log, Event.FAILED, "house") == [at("01-02T10:00")]
    assert moments(log, Event.MET, "house") == [at("01-09T10:00")]
    assert completed(log, "house") == [at("01-09T12:30")]
    assert measures["joint_attempts_failed", "stream:house"] == 1
    assert measures["joint_wait_days", "town"] == 6.0


def site(folder, *came, **joint):
    """Return a town whose visits take Ann and Zoe an hour, with a day's notice."""
    return office(
        people={"ann": {"holds": ["planner"]}, "zoe": {"holds": ["land"]}},
        posts={"planner": {}, "land": {}},
        work={"house": visits(traced(folder, "house", *came), notice_days=1, **joint)},
    )


def test_a_visit_begins_as_another_of_the_same_people_ends(tmp_path):
    came = ("2026-01-01T10:00",), ("2026-01-01T10:15",)
    log, _ = played(site(tmp_path, *came))
    assert moments(log, Event.MET, "house") == [at("01-02T10:00"), at("01-02T11:00")]
    assert moments(log, Event.FAILED, "house") == []


def test_visits_are_gathered_to_their_day_one_after_the_other(tmp_path):
    batch = {"every": "week", "on": 3}
    log, _ = played(site(tmp_path, ("2026-01-01T10:00",), batch=batch))
    assert moments(log, Event.MET, "house") == [at("01-07T09:00")]


def test_a_visit_without_an_appointment_begins_once_both_are_free(tmp_path):
    design = office(
        people={"ann": {"holds": ["planner"]}, "zoe": {"holds": ["land"]}},
        posts={"planner": {}, "land": {}},
        work={
            "draw": stream(
                "planner", 3, arrive=traced(tmp_path, "draw", ("2026-01-01T09:00",))
            ),
            "plot": stream(
                "land", 2, arrive=traced(tmp_path, "plot", ("2026-01-01T11:30",))
            ),
            "house": visits(
                traced(tmp_path, "house", ("2026-01-01T10:00",)), by="atomic"
            ),
        },
    )
    log, _ = played(design)
    # Zoe is held for nobody until Ann is free at noon, when she has begun the plot.
    assert completed(log, "plot") == [at("01-01T13:30")]
    assert moments(log, Event.MET, "house") == [at("01-01T13:30")]


def test_nobody_begins_routine_only_to_leave_it_for_a_visit_at_that_moment(tmp_path):
    design = office(
        people={"ann": {"holds": ["planner"]}, "zoe": {"holds": ["land"]}},
        posts={"planner": {"backups": 0}, "land": {}},
        work={
            "house": {
                "name": "宅",
                "unit": "office",
                "arrive": traced(tmp_path, "house", ("2026-01-01T09:00",)),
                "steps": [
                    {"who": "planner", "hours": 1},
                    {"joint": ["planner", "land"], "hours": 1},
                ],
            },
            "draw": stream(
                "planner", 2, arrive=traced(tmp_path, "draw", ("2026-01-01T09:30",))
            ),
        },
    )
    log, _ = played(design)
    assert moments(log, Event.MET, "house") == [at("01-01T10:00")]
    assert moments(log, Event.BEGAN, "draw") == [at("01-01T11:00")]


@pytest.mark.parametrize(
    ("house", "well", "with_ann"), [(3, 5, "house"), (5, 3, "well"), (3, 3, "house")]
)
def test_of_visits_that_fail_at_one_moment_the_more_pressing_is_set_anew_first(
    tmp_path, house, well, with_ann
):
    design = office(
        people={
            "ann": {"holds": ["planner"], "available": 0.5},
            "bob": {"holds": ["planner"], "available": 0.5},
            "zoe": {"holds": ["land"]},
            "tom": {"holds": ["land"]},
        },
        posts={"planner": {"seats": 2}, "land": {"seats": 2}},
        work={
            "house": visits(
                traced(tmp_path, "house", ("2026-01-01T09:00",)),
                priority=house,
                notice_days=1,
            ),
            "well": visits(
                traced(tmp_path, "well", ("2026-01-02T09:00",)), priority=well
            ),
        },
    )
    log, _ = played(design, year=year_in_which(design, planner=(0.9, 0.1)))
    # Both are due on Friday at nine: the house since Thursday, the well at once.
    assert moments(log, Event.FAILED, "house") == [at("01-02T09:00")]
    assert moments(log, Event.FAILED, "well") == [at("01-02T09:00")]
    begun = {row.person: row.stream for row in log.rows if row.event is Event.BEGAN}
    assert begun["ann"] == with_ann
    assert begun["bob"] != with_ann
