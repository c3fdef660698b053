"""The same seed gives the same bytes, wherever and by how many it is played."""

import csv
import os
import subprocess
import sys
from hashlib import blake2b

from scenarios import Plan
from simulation.event_files import write_events
from simulation.measures.checks import check
from simulation.replicate import replicate
from simulation.summary import paired_differences
from tests.simulation.offices import office, played, stream

BUSY = {"warm_up_days": 20, "patience_hours": 2}


def busy_town(**simulation):
    """A town that has a bit of everything."""
    return office(
        people={
            "ann": {"holds": ["roads", "head"], "backs_up": ["books"]},
            "bob": {"holds": ["books"], "backs_up": ["roads"]},
            "cyd": {"holds": ["team"], "available": 0.6},
            "dan": {"holds": ["team", "vice"]},
        },
        leader="head",
        layers=["in_charge", "leader"],
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "in_charge": "vice"},
        },
        posts={
            "head": {"unit": "top", "backups": 0},
            "vice": {"unit": "top", "backups": 0},
            "roads": {},
            "books": {},
            "team": {"seats": 2, "backups": 0},
        },
        work={
            "pave": stream("roads", {"mean": 3, "spread": 1}, arrive={"per_year": 400}),
            "sums": stream(
                "books", {"mean": 2, "spread": 1}, arrive={"per_year": 500}, post="head"
            ),
            "flood": stream(
                {"posts": ["team"], "count": 2},
                5,
                arrive={"season_days": 9},
                urgent=True,
            ),
            "house": {
                "name": "宅",
                "unit": "office",
                "arrive": {"per_year": 60},
                "due": {"working_days": 10},
                "steps": [
                    {"joint": ["roads", "team"], "hours": 2},
                    {"approve": "up_to", "layer": "leader", "hours": 0.3},
                    {"county": True, "wait_days": {"mean": 5, "spread": 1}},
                ],
            },
            "hall": {
                "name": "厅",
                "unit": "office",
                "coverage": {"post": "team", "staff": 1, "hours_per_day": 4},
            },
            "meeting": {
                "name": "会",
                "post": "head",
                "arrive": {"every": "week", "on": 1},
                "steps": [{"meet": {"everyone": True}, "hours": 1}],
            },
        },
        simulation=BUSY | simulation,
        calendar={"kind": "china", "year": 2026},
    )


def digest(workers=1):
    """Return a digest of three years of the busy town."""
    town = busy_town()
    plan = Plan.today(town)
    done = replicate(town, plan, seed=5, replications=3, workers=workers)
    return blake2b(repr(done).encode(), digest_size=16).hexdigest()


def test_the_same_seed_gives_the_same_bytes():
    assert digest() == digest()


def test_two_processes_give_what_one_gives():
    assert digest(workers=2) == digest()


def test_another_process_gives_the_same_and_loads_no_more_than_it_needs():
    script = (
        "import sys; from tests.simulation.test_replicate import digest;"
        "print(digest());"
        "print(*{'ortools', 'pandas', 'matplotlib'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": "77"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [digest(), ""]


def test_progress_is_told_to_the_end():
    town, told = busy_town(), []
    replicate(
        town,
        Plan.today(town),
        seed=1,
        replications=3,
        on_progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_nothing_is_lost_and_times_add_up():
    log, measures = played(busy_town())
    checks = check(log)
    assert checks.hold
    assert checks.pieces > 1000
    for stream_id in ("pave", "sums", "flood", "house", "hall", "meeting"):
        of = f"stream:{stream_id}"
        came = measures["arrived", of] + measures["backlog_at_start", of]
        went = measures["completed", of] + measures["dropped", of]
        assert came == went + measures["open_at_end", of]
    assert measures["backlog_at_start", "town"] > 0


def test_checks_see_a_lost_piece_and_a_person_in_two_places():
    log, _ = played(busy_town())
    lost = type(log).of(row for row in log.rows if row.event != "completed")
    assert check(lost).lost > 0
    twice = type(log).of(row for row in log.rows if row.event != "ended")
    assert check(twice).doubly_busy > 0


def test_more_patience_shows_with_few_years_since_the_luck_is_the_same():
    def years(patience):
        town = busy_town(patience_hours=patience)
        return replicate(town, Plan.today(town), seed=2, replications=4).values

    differences = paired_differences(years(1), years(8))
    (takeovers,) = (
        row for row in differences if (row.measure, row.of) == ("takeovers", "town")
    )
    assert takeovers.mean + takeovers.half_width < 0


def test_every_measure_is_of_the_town_and_not_of_what_happened():
    quiet = busy_town(scale=0)
    assert played(quiet)[1].keys() == played(busy_town())[1].keys()


def test_events_are_written_as_dates_and_hours(tmp_path):
    log, _ = played(busy_town())
    write_events(log, tmp_path / "events.csv", year=2026)
    with (tmp_path / "events.csv").open(encoding="utf-8-sig") as file:
        rows = [*csv.DictReader(file)]
    assert len(rows) == len(log.rows)
    met = next(row for row in rows if row["stream"] == "meeting")
    assert met["at"].endswith("09:00:00")
    assert {row["event"] for row in rows} >= {"arrived", "began", "ended", "completed"}
