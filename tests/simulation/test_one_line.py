"""One line that is reckoned against the same line played, row by row."""

from typing import Any

import pytest

from scenarios import Plan
from simulation.clock import HOUR
from simulation.draw import draw_year
from simulation.play import one_line_rows, play, team_year
from tests.simulation.offices import office, played, stream, traced
from tests.simulation.oracle.towns import Chance
from tests.simulation.theory.desks import desk


@pytest.fixture
def reckoned(monkeypatch):
    """Return the lines that are reckoned as the test goes on."""
    found = []
    record = one_line_rows.record_line

    def listed(line, stage):
        found.append(line)
        record(line, stage)

    monkeypatch.setattr(team_year, "record_line", listed)
    return found


@pytest.fixture
def in_both_ways(monkeypatch, reckoned):
    """Return a function that gives a year as it is reckoned, and as it is played."""

    def logs(design, seed=1):
        year = draw_year(design, seed=seed, replication=0)
        first = play(design, Plan.today(design), year)
        assert len(reckoned) == 1
        with monkeypatch.context() as patched:
            patched.setattr(team_year, "one_line", lambda *_: None)
            return first, play(design, Plan.today(design), year)

    return logs


def same(one, other):
    """Whether logs are the same, byte by byte."""
    return one.texts == other.texts and one.table.tobytes() == other.table.tobytes()


def lengths(chance):
    """Return lengths: whole hours and none at all make many things happen at once."""
    return chance.one_of(
        {"dist": "exponential", "mean": 1.5},
        {"dist": "empirical", "values": [0, 0, 1, 1, 2]},
        {"dist": "fixed", "mean": 1},
        {"dist": "uniform", "low": 0, "high": 30},
        {"dist": "fixed", "mean": 0},
    )


def arrivals(chance):
    """Return a form of arrival: by chance, by day and night, or many at a time."""
    return chance.one_of(
        {"per_hour": chance.one_of(0.5, 2.0)},
        {"per_year": chance.one_of(300, 4000), "any_time": True},
        {"every": "day", "number": chance.one_of(1, 5, 24)},
    )


def line(seed):
    """Return a town whose work is one line."""
    chance = Chance(seed)
    seats = chance.one_of(1, 2, 3, 4)
    # Who sits first isn't who stands first on the roster.
    people = {f"p{n}": {"holds": [f"desk{(n + 1) % seats}"]} for n in range(seats)}
    posts = {f"desk{n}": {"backups": 0} for n in range(seats)}
    return office(
        people={"idle": {}, **people},
        posts=posts,
        work={
            "letters": stream(
                {"posts": [*posts]}, lengths(chance), arrive=arrivals(chance)
            )
        },
        calendar=chance.one_of(
            {"kind": "continuous"}, {"kind": "plain"}, {"kind": "china"}
        ),
        simulation={
            "warm_up_days": chance.one_of(0, 3),
            "patience_hours": chance.one_of(0, 4),
        },
    )


@pytest.mark.parametrize("seed", range(80))
def test_a_line_is_reckoned_to_the_rows_that_play_comes_to(seed, in_both_ways):
    logs = in_both_ways(line(seed), seed)
    assert len(logs[0]) > 100
    assert same(*logs)


def test_what_ends_as_the_year_begins_is_still_in_hand(in_both_ways):
    work = {"w": stream("desk", 1, arrive={"every": "day", "number": 24})}
    logs = in_both_ways(desk(1, work, warm_up_days=1))
    assert same(*logs)
    (carried,) = [row for row in logs[0].rows if row.event == "carried"]
    assert (carried.at, carried.since, carried.length) == (0, -HOUR, HOUR)


def test_what_comes_as_the_year_ends_is_open(tmp_path, in_both_ways):
    rows = [(8759, 1), (8759.5, 2), (8760, 1), (8760, 1)]
    work = {"w": stream("desk", 1, arrive=traced(tmp_path, "w", *rows))}
    logs = in_both_ways(desk(1, work, warm_up_days=0))
    assert same(*logs)
    assert [row.event for row in logs[0].rows][-3:] == ["open"] * 3


def test_days_that_go_on_after_midnight_are_played(reckoned):
    """The last of them ends after the year, and so does not in play."""
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}},
        work={"w": stream("desk", 7, arrive={"every": "day"})},
        calendar={"kind": "plain", "day_starts": "18:00", "hours_per_day": 8},
    )
    played(design)
    assert reckoned == []


OTHERS: dict[str, dict[str, Any]] = {
    "a backup": {"people": {"bob": {"backs_up": ["desk"]}}},
    "leave": {"people": {"bob": {"holds": ["desk"], "absences": {"leave_days": 5}}}},
    "other work": {"work": {"sums": stream("desk", 1, arrive={"per_year": 50})}},
    "urgent work": {"letters": {"urgent": True}},
    "work over time": {"letters": {"overtime": True}},
    "two at once": {
        "letters": {"steps": [{"who": {"posts": ["desk"], "count": 2}, "hours": 1}]}
    },
    "two steps": {"letters": {"steps": [{"who": "desk", "hours": 1}] * 2}},
}


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_is_more_than_one_line_is_played(name, reckoned):
    more = OTHERS[name]
    letters = stream("desk", 1, arrive={"per_year": 50}) | more.get("letters", {})
    design = office(
        people={"ann": {"holds": ["desk"]}, "cyd": {}, **more.get("people", {})},
        posts={"desk": {"seats": 2}},
        work={"letters": letters, **more.get("work", {})},
    )
    year = draw_year(design, seed=1, replication=0)
    assert len(play(design, Plan.today(design), year)) > 100
    assert reckoned == []
