"""Overtime worked out by hand: only where the work allows it, and then counted."""

import pytest

from simulation.rows import Event
from tests.simulation.offices import at, completed, office, played, stream, traced


def desk(tmp_path, hours, *arrivals, overtime_hours=3, **keys):
    arrive = traced(tmp_path, "w", *arrivals)
    return office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={"w": stream("desk", hours, arrive=arrive, **keys)},
        simulation={"warm_up_days": 0, "overtime_hours": overtime_hours},
    )


THURSDAY_AT_THREE = ("2026-01-01T15:00",)


def test_who_is_at_work_that_allows_it_goes_on_after_the_day(tmp_path):
    log, measures = played(desk(tmp_path, 4, THURSDAY_AT_THREE, overtime=True))
    assert completed(log, "w") == [at("01-01T19:00")]
    assert measures["overtime_hours", "town"] == 2
    assert measures["overtime_hours", "person:ann"] == 2
    assert measures["overtime_hours", "stream:w"] == 2
    assert measures["overtime_hours", "week:01"] == 2
    # 261 working days of eight hours, of which she worked two and, over time, two.
    assert measures["utilisation", "person:ann"] == pytest.approx(2 / (261 * 8))


def test_overtime_ends_at_its_limit_and_the_rest_waits_for_the_morning(tmp_path):
    log, measures = played(desk(tmp_path, 6, THURSDAY_AT_THREE, overtime=True))
    # Two hours of the day, three over time, and one on Friday.
    assert completed(log, "w") == [at("01-02T10:00")]
    assert measures["overtime_hours", "town"] == 3


def test_other_work_rests_at_night(tmp_path):
    log, measures = played(desk(tmp_path, 4, THURSDAY_AT_THREE))
    assert completed(log, "w") == [at("01-02T11:00")]
    assert measures["overtime_hours", "town"] == 0


def test_nobody_begins_anything_over_time(tmp_path):
    arrivals = (("2026-01-01T15:00",), ("2026-01-01T16:00",))
    log, measures = played(desk(tmp_path, 3, *arrivals, overtime=True))
    # The first ends at six; the second begins in the morning and ends at noon.
    assert completed(log, "w") == [at("01-01T18:00"), at("01-02T12:00")]
    assert measures["overtime_hours", "town"] == 1


def test_without_any_allowed_overtime_hours_there_is_none(tmp_path):
    design = desk(tmp_path, 4, THURSDAY_AT_THREE, overtime=True, overtime_hours=0)
    log, _ = played(design)
    assert completed(log, "w") == [at("01-02T11:00")]


def test_a_campaign_that_allows_it_is_longer_than_the_day():
    campaign = {"from": "01-05", "to": "01-06", "people": 1, "hours_per_day": 10}
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={
            "flood": {
                "name": "防汛",
                "unit": "office",
                "overtime": True,
                "campaign": campaign,
            }
        },
    )
    log, measures = played(design)
    assert completed(log, "flood") == [at("01-05T19:00"), at("01-06T19:00")]
    assert measures["overtime_hours", "person:ann"] == 4
    assert measures["uncovered_hours", "town"] == 0


def test_work_interrupted_the_next_day_counts_the_overtime_before(tmp_path):
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={
            "long": stream(
                "desk",
                8,
                arrive=traced(tmp_path, "long", THURSDAY_AT_THREE),
                overtime=True,
            ),
            "flood": stream(
                "desk",
                1,
                arrive=traced(tmp_path, "flood", ("2026-01-02T10:00",)),
                urgent=True,
            ),
        },
    )
    log, measures = played(design)
    # Two hours, three over time, one on Friday, an hour of flood, and two more.
    assert completed(log, "long") == [at("01-02T13:00")]
    assert measures["overtime_hours", "town"] == 3
    spells = [row.length for row in log.rows if row.event is Event.INTERRUPTED]
    assert spells == [6 * 3_600_000_000]
