"""Visits: several parties at one time, who may stay away.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

from dataclasses import replace
from types import MappingProxyType

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


def test_a_visit_that_somebody_stays_away_from_is_tried_again(tmp_path):
    design = office(
        people={
            "ann": {"holds": ["planner"]},
            "zoe": {"holds": ["land"], "available": 0.5, "notice_days": 1},
        },
        posts={"planner": {}, "land": {}},
        work={
            "house": {
                "name": "宅",
                "unit": "office",
                "arrive": traced(tmp_path, "house", ("2026-01-01T10:00",)),
                "steps": [{"joint": ["planner", "land"], "hours": 2.5}],
            }
        },
    )
    drawn = draw_year(design, seed=1, replication=0)
    attendance = {(0, "planner"): ((0.99, 0.99),), (0, "land"): ((0.9, 0.1),)}
    luck = replace(drawn.work["house"], attendance=attendance)
    year = replace(drawn, work=MappingProxyType({"house": luck}))
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
        work={
            "house": {
                "name": "宅",
                "unit": "office",
                "arrive": traced(folder, "house", *came),
                "steps": [
                    {
                        "joint": ["planner", "land"],
                        "hours": 1,
                        "notice_days": 1,
                        **joint,
                    }
                ],
            }
        },
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
            "house": {
                "name": "宅",
                "unit": "office",
                "arrive": traced(tmp_path, "house", ("2026-01-01T10:00",)),
                "steps": [{"joint": ["planner", "land"], "hours": 1, "by": "atomic"}],
            },
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
