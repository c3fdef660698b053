"""Interruptions: what is called away, and goes on where it was left.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

import pytest

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


def called_away(folder, *floods):
    """Ann has ten hours of work from Thursday at three; floods of two hours come."""
    return office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={
            "slow": stream(
                "desk", 10, arrive=traced(folder, "slow", ("2026-01-01T15:00",))
            ),
            "flood": stream(
                "desk", 2, urgent=True, arrive=traced(folder, "flood", *floods)
            ),
        },
    )


def test_a_flood_in_the_night_is_seen_to_in_the_morning(tmp_path):
    log, _ = played(called_away(tmp_path, ("2026-01-01T23:30",)))
    assert moments(log, Event.INTERRUPTED, "slow") == [at("01-02T09:00")]
    assert completed(log, "flood") == [at("01-02T11:00")]
    # Two hours on Thursday, six on Friday from eleven, the last two on Monday.
    assert completed(log, "slow") == [at("01-05T11:00")]


def test_what_is_interrupted_twice_is_resumed_twice_with_what_is_left(tmp_path):
    floods = ("2026-01-01T16:00",), ("2026-01-02T12:30",)
    log, _ = played(called_away(tmp_path, *floods))
    spells = [
        (row.at, row.length / 3_600_000_000)
        for row in log.rows
        if row.stream == "slow" and row.event in {Event.INTERRUPTED, Event.ENDED}
    ]
    assert spells == [
        (at("01-01T16:00"), 1.0),
        (at("01-02T12:30"), 2.5),
        (at("01-05T13:00"), 6.5),
    ]
    assert moments(log, Event.RESUMED, "slow") == [at("01-02T10:00"), at("01-02T14:30")]


def test_one_flood_waits_for_another_and_routine_for_both(tmp_path):
    floods = ("2026-01-01T16:00",), ("2026-01-01T16:30",)
    log, _ = played(called_away(tmp_path, *floods))
    assert completed(log, "flood") == [at("01-02T10:00"), at("01-02T12:00")]
    assert moments(log, Event.RESUMED, "slow") == [at("01-02T12:00")]
