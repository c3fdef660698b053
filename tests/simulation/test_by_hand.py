"""Small offices worked out by hand, to the minute.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

from dataclasses import replace
from types import MappingProxyType

import pytest

from scenarios import Plan
from simulation.draw import draw_year
from simulation.log import Event
from tests.simulation.offices import (
    at,
    completed,
    moments,
    office,
    played,
    stream,
    traced,
)


def test_a_backup_takes_over_once_patience_is_spent(tmp_path):
    arrive = traced(tmp_path, "w", ("2026-01-01T09:00", 10), ("2026-01-01T10:00", 3))
    design = office(
        people={"ann": {"holds": ["desk"]}, "bob": {"backs_up": ["desk"]}},
        posts={"desk": {}},
        work={"w": stream("desk", 1, arrive=arrive)},
    )
    log, measures = played(design)
    # Four hours of patience, half an hour to be told, 3 h at a speed of 0.8: from
    # 14:00 three hours on Thursday, and an hour and a quarter on Friday.
    assert completed(log, "w") == [at("01-02T10:15"), at("01-02T11:00")]
    assert measures["takeovers", "person:bob"] == 1
    assert measures["waiting_hours", "town"] == 2.0
    assert measures["time_in_system_hours", "stream:w"] == (10 + 8.25) / 2


def test_a_backup_takes_over_at_once_while_the_holder_is_away(tmp_path):
    arrive = traced(tmp_path, "w", ("2026-01-01T10:00", 4))
    away = {"leave_days": 0, "sick_days": 0, "dates": ["2026-01-01"]}
    design = office(
        people={"bob": {"backs_up": ["desk"]}},
        posts={"desk": {}},
        work={"w": stream("desk", 1, arrive=arrive)},
    )
    ann = design.people["bob"].model_validate(
        {
            "id": "ann",
            "name": "甲",
            "identity": "civil_servant",
            "sex": "f",
            "born": "1985-06",
            "joined": "2008-07",
            "holds": ["desk"],
            "absences": away,
        }
    )
    design = design.model_copy(update={"people": {**design.people, "ann": ann}})
    log, measures = played(design)
    assert completed(log, "w") == [at("01-01T15:30")]
    assert measures["both_away", "town"] == 0


def test_urgent_work_interrupts_over_a_weekend_and_the_rest_is_resumed(tmp_path):
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={
            "slow": stream(
                "desk", 10, arrive=traced(tmp_path, "slow", ("2026-01-02T14:00",))
            ),
            "flood": stream(
                "desk",
                2,
                urgent=True,
                arrive=traced(tmp_path, "flood", ("2026-01-02T16:00",)),
            ),
        },
    )
    log, measures = played(design)
    assert completed(log, "flood") == [at("01-05T10:00")]
    assert moments(log, Event.RESUMED, "slow") == [at("01-05T10:00")]
    assert completed(log, "slow") == [at("01-06T10:00")]
    assert measures["clashes", "town"] == 0
    assert measures["utilisation", "person:ann"] == pytest.approx(12 / (261 * 8))


def two_leads(folder, **asking):
    """Ann works for two leads; at ten, one needs her, who is at the other's."""
    return office(
        people={"ann": {"holds": ["roads", "books"]}},
        leader=None,
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "works": {"name": "工", "in_charge": "vice"},
            "money": {"name": "财", "in_charge": "mayor"},
        },
        posts={
            "mayor": {"unit": "top", "backups": 0},
            "vice": {"unit": "top", "backups": 0},
            "roads": {"unit": "works", "backups": 0},
            "books": {"unit": "money", "backups": 0},
        },
        work={
            "pave": stream(
                "roads",
                3,
                unit="works",
                arrive=traced(folder, "pave", ("2026-01-01T09:00",)),
            ),
            "audit": stream(
                "books",
                1,
                unit="money",
                arrive=traced(folder, "audit", ("2026-01-01T10:00",)),
                **asking,
            ),
        },
    )


@pytest.mark.parametrize(
    ("asking", "hours", "how", "paved"),
    [
        ({}, 2, "waited", "01-01T12:00"),
        ({"priority": 1}, 1, "agreed", "01-01T13:00"),
        ({"urgent": True}, 0, "interrupted", "01-01T13:00"),
    ],
)
def test_work_of_two_leads_clashes_over_one_person(tmp_path, asking, hours, how, paved):
    log, measures = played(two_leads(tmp_path, **asking))
    assert completed(log, "pave") == [at(paved)]
    (row,) = [row for row in log.rows if row.event is Event.CLASH]
    assert (row.at, row.person, row.how) == (at("01-01T10:00"), "ann", how)
    assert (row.lead, row.other_lead) == ("mayor", "vice")
    assert (row.stream, row.other_stream) == ("audit", "pave")
    for of in ("leads:mayor+vice", "person:ann", "week:01", "lead:vice", "town"):
        assert measures["clashes", of] == 1
        assert measures["clash_hours", of] == hours
    assert measures[f"clashes_{how}", "town"] == 1


def test_waiting_behind_work_of_ones_own_lead_is_no_clash(tmp_path):
    arrive = traced(tmp_path, "w", ("2026-01-01T09:00",), ("2026-01-01T09:30",))
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}, "head": {}},
        leader="head",
        work={"w": stream("desk", 1, arrive=arrive)},
    )
    assert design.lead_of_stream("w") == "head"
    assert played(design)[1]["clashes", "town"] == 0


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


def test_a_decision_passes_each_layer_and_waits_for_a_busy_leader(tmp_path):
    design = office(
        people={
            "ann": {"holds": ["chief"]},
            "bob": {"holds": ["vice"]},
            "cyd": {"holds": ["head"]},
        },
        leader="head",
        layers=["chief", "in_charge", "leader"],
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "in_charge": "vice", "chief": "chief"},
        },
        posts={"head": {"unit": "top"}, "vice": {"unit": "top"}, "chief": {}},
        work={
            "speech": stream(
                "head", 3, arrive=traced(tmp_path, "speech", ("2026-01-01T09:00",))
            ),
            "permit": {
                "name": "证",
                "unit": "office",
                "arrive": traced(tmp_path, "permit", ("2026-01-01T09:00",)),
                "steps": [{"approve": "up_to", "layer": "leader", "hours": 0.5}],
            },
        },
    )
    log, measures = played(design)
    assert moments(log, Event.BEGAN, "permit") == [
        at("01-01T09:00"),
        at("01-01T09:30"),
        at("01-01T12:00"),
    ]
    assert measures["decision_queue_hours", "lead:head"] == 2.0
    assert measures["decision_queue_hours", "post:chief"] == 0.0
    flat = design.model_copy(update={"layers": ("leader",)})
    assert len(moments(played(flat)[0], Event.BEGAN, "permit")) == 1


def test_people_called_together_begin_at_the_same_time(tmp_path):
    design = office(
        people={
            "ann": {"holds": ["team"], "certificates": ["enforcement"]},
            "bob": {"holds": ["team"], "certificates": ["enforcement"]},
            "cyd": {"holds": ["team"]},
        },
        posts={"team": {"seats": 3, "backups": 0}},
        work={
            "busy": stream(
                {"posts": ["team"], "certificates": ["enforcement"]},
                1,
                arrive=traced(tmp_path, "busy", ("2026-01-01T09:00",)),
            ),
            "raid": stream(
                {"posts": ["team"], "certificates": ["enforcement"], "count": 2},
                2,
                arrive=traced(tmp_path, "raid", ("2026-01-01T09:30",)),
            ),
        },
    )
    log, _ = played(design)
    raid = [row for row in log.rows if (row.event, row.stream) == (Event.BEGAN, "raid")]
    assert [(row.at, row.person) for row in raid] == [
        (at("01-01T10:00"), "bob"),
        (at("01-01T10:00"), "ann"),
    ]


def test_each_of_several_does_a_part_of_their_own(tmp_path):
    design = office(
        people={"ann": {"holds": ["team"]}, "bob": {"holds": ["team"]}},
        posts={"team": {"seats": 2, "backups": 0}},
        work={
            "forms": stream(
                {"posts": ["team"], "count": 2, "together": False},
                1,
                arrive=traced(tmp_path, "forms", ("2026-01-01T09:00",)),
            ),
            "call": stream(
                "team", 3, arrive=traced(tmp_path, "call", ("2026-01-01T09:00",))
            ),
        },
    )
    log, _ = played(design)
    begun = [(row.at, row.stream, row.person) for row in log.rows if row.person]
    assert (at("01-01T12:00"), "forms", "bob") not in begun
    assert completed(log, "forms") == [at("01-01T10:00")]
    assert completed(log, "call") == [at("01-01T13:00")]


def hall(folder, staff):
    """Ann covers a window for seven hours a day, and has other work beside it."""
    return office(
        people={"ann": {"holds": ["window"]}},
        posts={"window": {"backups": 0}},
        work={
            "long": stream(
                "window", 12, arrive=traced(folder, "long", ("2026-01-01T09:00",))
            ),
            "hall": {
                "name": "厅",
                "unit": "office",
                "coverage": {"post": "window", "staff": staff, "hours_per_day": 7},
            },
        },
    )


def test_a_place_is_covered_whatever_its_people_are_at(tmp_path):
    log, measures = played(hall(tmp_path, 1))
    # Ann has an hour a day for the rest, from 16 to 17.
    assert completed(log, "long") == [at("01-16T17:00")]
    assert measures["completed", "stream:hall"] == 261
    assert measures["uncovered_hours", "town"] == 0


def test_what_nobody_covers_is_told_in_hours(tmp_path):
    _, measures = played(hall(tmp_path, 3))
    # One window has its seven hours, one an hour, and one nobody all day.
    assert measures["uncovered_hours", "stream:hall"] == 261 * (6 + 7)
    assert measures["dropped", "stream:hall"] == 261
    assert measures["open_at_end", "stream:long"] == 1


def test_people_take_turns_in_a_campaign():
    design = office(
        people={name: {"holds": ["team"]} for name in ("ann", "bob", "cyd")},
        posts={"team": {"seats": 3, "backups": 0}},
        work={
            "watch": {
                "name": "防汛",
                "unit": "office",
                "campaign": {
                    "from": "06-01",
                    "to": "06-03",
                    "people": 2,
                    "hours_per_day": 6,
                },
            }
        },
    )
    log, _ = played(design)
    began = [row.person for row in log.rows if row.event is Event.BEGAN]
    assert sorted(began) == ["ann", "ann", "bob", "bob", "cyd", "cyd"]


def test_the_county_takes_working_days_of_its_own(tmp_path):
    design = office(
        people={},
        posts={},
        work={
            "plea": {
                "name": "报",
                "unit": "office",
                "arrive": traced(tmp_path, "plea", ("2026-01-01T10:00",)),
                "steps": [{"county": True, "wait_days": 3}],
                "due": {"days": 4},
            }
        },
    )
    log, measures = played(design, Plan.of([]))
    assert completed(log, "plea") == [at("01-06T10:00")]
    assert measures["county_lag_days", "stream:plea"] == 3
    assert measures["late_share", "town"] == 1
    assert measures["late_hours", "town"] == 8


def test_a_meeting_waits_for_nobody(tmp_path):
    design = office(
        people={"ann": {"holds": ["team"]}, "bob": {"holds": ["team"], "hours": 0}},
        posts={"team": {"seats": 2, "backups": 0}},
        work={
            "meeting": {
                "name": "会",
                "unit": "office",
                "arrive": traced(tmp_path, "meeting", ("2026-01-01T10:00",)),
                "steps": [{"meet": {"everyone": True}, "hours": 1.5}],
            },
            "call": stream(
                "team", 2, arrive=traced(tmp_path, "call", ("2026-01-01T09:00",))
            ),
        },
    )
    log, _ = played(design)
    assert completed(log, "meeting") == [at("01-01T11:30")]
    assert completed(log, "call") == [at("01-01T12:30")]
