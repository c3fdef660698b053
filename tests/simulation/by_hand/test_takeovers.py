"""Takeovers: when a backup begins, and how long it then takes.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

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


def test_a_takeover_that_patience_would_begin_at_night_begins_in_the_morning(tmp_path):
    arrive = traced(tmp_path, "w", ("2026-01-02T09:00", 30), ("2026-01-02T14:00", 2))
    design = office(
        people={"ann": {"holds": ["desk"]}, "bob": {"backs_up": ["desk"]}},
        posts={"desk": {}},
        work={"w": stream("desk", 1, arrive=arrive)},
    )
    log, _ = played(design)
    # Three of four hours of patience on Friday, the fourth on Monday; half an hour
    # to be told, and two hours at a speed of 0.8.
    began = moments(log, Event.BEGAN, "w")
    assert began == [at("01-02T09:00"), at("01-05T10:00")]
    assert completed(log, "w")[0] == at("01-05T13:00")
