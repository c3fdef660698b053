"""Duty at night and on days off, worked out by hand; 1 January 2026 is a Thursday."""

from collections import Counter
from datetime import date
from itertools import pairwise

from scenarios import Plan
from simulation.clock import HOUR
from simulation.draw import draw_year
from simulation.play.nights import rota
from simulation.rows import Event
from simulation.timetables import timetable
from tests.simulation.offices import at, completed, office, played, stream, traced


def staffed(*, people=3, work=None, **cover):
    names = [f"p{number}" for number in range(people)]
    return office(
        people={name: {"holds": ["desk"]} for name in names},
        posts={"desk": {"seats": people, "backups": 0}},
        work={
            "night": {
                "name": "值班",
                "unit": "office",
                "coverage": {"post": "desk", "nights": True, **cover},
            },
            **(work or {}),
        },
    )


def nights(design):
    year = draw_year(design, seed=1, replication=0)
    away = {name: one.days for name, one in year.away.items()}
    return rota(design, Plan.today(design), timetable(design), away)["night"]


def test_every_hour_outside_working_time_has_somebody():
    found = nights(staffed())
    hours = sum(one.end - one.begin for one in found) / HOUR
    # From 1 January at nine to 1 January at nine, less 261 days of eight hours.
    assert hours == 365 * 24 - 261 * 8
    assert found[0].begin == at("01-01T17:00")
    # Saturday's duty is from nine to nine.
    assert (found[2].begin, found[2].end) == (at("01-03T09:00"), at("01-04T09:00"))


def test_people_take_turns_and_have_no_two_nights_in_a_row():
    found = nights(staffed())
    each = Counter(person for one in found for person in one.people)
    assert max(each.values()) - min(each.values()) <= 1
    for one, following in pairwise(found):
        assert not {*one.people} & {*following.people}


def test_nobody_is_on_duty_after_a_day_away():
    design = staffed(people=4)
    away = {name: frozenset[date]() for name in design.people}
    away["p0"] = frozenset({date(2026, 1, 1), date(2026, 1, 2)})
    found = rota(design, Plan.today(design), timetable(design), away)["night"]
    # Thursday's and Friday's night, Saturday and Sunday.
    assert all("p0" not in one.people for one in found[:4])
    assert "p0" in found[4].people


def test_night_duty_is_neither_work_nor_overtime():
    log, measures = played(staffed())
    assert measures["overtime_hours", "town"] == 0
    assert measures["utilisation", "town"] == 0
    # What is left of the last night after 31 December doesn't count.
    assert measures["night_duty_hours", "town"] == 365 * 24 - 261 * 8 - 9
    assert measures["uncovered_hours", "town"] == 0
    assert not [row for row in log.rows if row.event is Event.BOTH_AWAY]


def test_night_duty_of_a_backup_is_no_takeover():
    design = office(
        people={"ann": {"holds": ["desk"]}, "bob": {"backs_up": ["desk"]}},
        posts={"desk": {}},
        work={
            "night": {
                "name": "值班",
                "unit": "office",
                "coverage": {"post": "desk", "nights": True},
            }
        },
    )
    log, measures = played(design)
    assert any(row.seat == "B" for row in log.rows)
    assert measures["takeovers", "town"] == 0


def test_urgent_work_at_night_is_done_by_whoever_is_on_duty(tmp_path):
    fire = stream(
        "desk",
        2,
        urgent=True,
        arrive=traced(tmp_path, "fire", ("2026-01-01T22:00",)),
    )
    log, measures = played(staffed(work={"fire": fire}))
    assert completed(log, "fire") == [at("01-02T00:00")]
    assert measures["overtime_hours", "person:p0"] == 2
    assert measures["overtime_hours", "town"] == 2


def test_night_duty_that_urgent_overtime_delays_is_not_uncovered(tmp_path):
    """Who has the first night is at a fire from 16 to 19, and there all the time."""
    fire = stream(
        "desk",
        3,
        urgent=True,
        overtime=True,
        arrive=traced(tmp_path, "fire", ("2026-01-01T16:00",)),
    )
    log, measures = played(staffed(work={"fire": fire}))
    assert completed(log, "fire") == [at("01-01T19:00")]
    began = next(row for row in log.rows if (row.event, row.how) == ("began", "night"))
    assert (began.at, began.person) == (at("01-01T19:00"), "p0")
    assert measures["uncovered_hours", "town"] == 0
    assert measures["night_duty_hours", "town"] == 365 * 24 - 261 * 8 - 9 - 2


def test_work_in_hand_rests_while_somebody_is_on_duty_at_night(tmp_path):
    letter = stream("desk", 4, arrive=traced(tmp_path, "letter", ("2026-01-01T15:00",)))
    log, _ = played(staffed(work={"letter": letter}))
    assert completed(log, "letter") == [at("01-02T11:00")]


def test_without_anybody_on_duty_urgent_work_waits_for_the_morning(tmp_path):
    fire = stream(
        "desk",
        2,
        urgent=True,
        arrive=traced(tmp_path, "fire", ("2026-01-01T22:00",)),
    )
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={"fire": fire},
    )
    log, measures = played(design)
    assert completed(log, "fire") == [at("01-02T11:00")]
    assert measures["both_away", "town"] == 0


def test_a_night_for_which_too_few_are_there_is_uncovered():
    _, measures = played(staffed(people=1))
    covered, lacking = (
        measures[name, "town"] for name in ("night_duty_hours", "uncovered_hours")
    )
    assert lacking > 0
    # She has every other night, Saturday and the night before Sunday apart.
    assert abs(covered - lacking) / covered < 0.1


def test_what_comes_at_any_time_comes_mostly_outside_working_time():
    fire = stream("desk", 1, arrive={"per_year": 2000, "any_time": True})
    design = staffed(work={"fire": fire})
    came = draw_year(design, seed=1, replication=0).work["fire"].arrivals
    calendar = timetable(design).calendar()
    inside = sum(calendar.is_open(moment) for moment in came)
    share, expected = inside / len(came), 261 * 8 / (365 * 24)
    assert abs(share - expected) < 4 * (expected * (1 - expected) / len(came)) ** 0.5
    assert abs(len(came) - 2000) < 4 * 2000**0.5
