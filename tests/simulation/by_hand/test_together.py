"""Several people: at one time, each a part, or whoever is there.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

from simulation.rows import Event
from tests.simulation.offices import (
    at,
    completed,
    office,
    played,
    stream,
    traced,
)


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


def test_urgent_work_of_two_interrupts_presence_though_nobody_has_patience(tmp_path):
    raid = {"posts": ["team"], "count": 2}
    design = office(
        people={"ann": {"holds": ["team"]}, "bob": {"holds": ["team"]}},
        posts={"team": {"seats": 2, "backups": 0}},
        work={
            "hall": {
                "name": "厅",
                "unit": "office",
                "coverage": {"post": "team", "staff": 2, "hours_per_day": 7},
            },
            "raid": stream(
                raid,
                1,
                urgent=True,
                arrive=traced(tmp_path, "raid", ("2026-01-01T10:00",)),
            ),
        },
        simulation={"warm_up_days": 0, "patience_hours": 0},
    )
    assert completed(played(design)[0], "raid") == [at("01-01T11:00")]
