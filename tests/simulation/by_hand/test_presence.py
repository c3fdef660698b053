"""Presence: windows that are covered, and campaigns.

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


def test_presence_for_the_whole_day_ends_with_it_and_is_not_cut():
    design = office(
        people={"ann": {"holds": ["window"]}},
        posts={"window": {"backups": 0}},
        work={
            "hall": {
                "name": "厅",
                "unit": "office",
                "coverage": {"post": "window", "hours_per_day": 8},
            }
        },
    )
    log, measures = played(design)
    evenings = [row for row in log.rows if row.at == at("01-01T17:00")]
    assert [row.event for row in evenings] == [Event.ENDED, Event.COMPLETED]
    assert Event.CUT not in {row.event for row in log.rows}
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


def flooded(folder, **more):
    """Ann is at one flood on Friday and another waits; Bob may leave his books."""
    floods = traced(folder, "flood", ("2026-01-01T16:30",), ("2026-01-02T09:00",))
    return office(
        people={
            "ann": {"holds": ["window"]},
            "bob": {"holds": ["books"], "backs_up": ["window"]},
        },
        posts={"window": {}, "books": {"backups": 0}},
        work={
            "sums": stream(
                "books", 20, arrive=traced(folder, "sums", ("2026-01-01T09:00",))
            ),
            "flood": stream("window", 3, urgent=True, arrive=floods),
            "hall": {
                "name": "厅",
                "unit": "office",
                "coverage": {"post": "window", "staff": 1, "hours_per_day": 7},
            },
            **more,
        },
    )


def begun(log, name):
    """Return who began pieces of a stream, and when."""
    found = [row for row in log.rows if (row.event, row.stream) == (Event.BEGAN, name)]
    return [(row.at, row.person) for row in found]


def test_a_backup_covers_while_urgent_work_waits_for_the_holder(tmp_path):
    log, _ = played(flooded(tmp_path))
    assert begun(log, "hall")[1] == (at("01-02T09:00"), "bob")


def test_who_may_cover_behind_urgent_work_does_so_before_resuming_other_work(tmp_path):
    fires = traced(tmp_path, "fire", ("2026-01-02T09:00",))
    fire = stream("books", 1, urgent=True, arrive=fires)
    log, _ = played(flooded(tmp_path, fire=fire))
    # The second flood waits for Ann, and is nothing for Bob before one o'clock.
    assert begun(log, "hall")[1] == (at("01-02T10:00"), "bob")
    assert moments(log, Event.RESUMED, "sums")[0] != at("01-02T10:00")
