"""What each policy, flow and demand of a ladder does, in towns of a few people."""

from collections import Counter

import pytest

from scenarios.language.months import month
from simulation.careers import draw_careers, measure_careers, play_careers
from simulation.careers.fates import Reason
from simulation.careers.log import Happened
from tests.simulation.careers.towns import (
    LEADER,
    ladder,
    on_rung,
    play,
    reform,
    rows,
)
from tests.towns import person, plan, post

START = month(2026, 1)
DUAL = {
    "office": {"name": "办"},
    "old": {"name": "旧", "operates": False, "titles": {"mid_chief": 1}},
}
CHIEF = {"title": {"unit": "old", "grade": "mid_chief"}}


@pytest.mark.parametrize(("old_titles", "holders"), [("refill", 2), ("lapse", 1)])
def test_old_titles_are_given_out_again_or_lapse(old_titles, holders):
    log = play(
        units=DUAL,
        people={"a": person(retires="2028-03", **CHIEF), "b": person()},
        careers={"policy": {"old_titles": old_titles}},
    )
    seated = [who for _, who, of in rows(log, Happened.SEATED) if of == "mid_chief:1"]
    assert seated == ["a", "b"][:holders]


def test_titles_are_kept_by_those_who_would_lose_them_until_they_leave():
    lost, kept = (
        reform("flat", years=3, policy={"keep_titles": keep}) for keep in (False, True)
    )
    found = []
    for design in (lost, kept):
        luck = draw_careers(design, seed=1, replication=0)
        log = play_careers(design, plan(), luck)
        found.append(measure_careers(design, log))
    assert (found[0]["titles_lost", "town"], found[1]["titles_lost", "town"]) == (6, 0)
    seats = [one["mid_level_seats", "town"] for one in found]
    assert seats == [16, 16]
    names = [chair.id for chair in log.chairs if chair.kept]
    assert len(names) == 22
    held = Counter(row.of for row in log.rows if row.happened is Happened.SEATED)
    assert max(held[name] for name in names) == 1
    assert sum(held[name] for name in names) == 6


def test_nobody_stays_in_a_seat_longer_than_rotation_allows():
    log = play(
        people={name: person() for name in ("a", "b", "c")},
        posts={"head": post(grade="mid_chief")},
        careers={"policy": {"rotation_years": 2}},
    )
    assert [at for at, _, _ in rows(log, Happened.SEATED)] == [
        "2026-01",
        "2028-01",
        "2030-01",
    ]


def test_where_the_county_pools_places_they_come_year_by_year():
    quota = {"top": {"rungs": ["r1"], "seats": 1, "per_year": 0.5}}
    rises = {}
    for pooled in (False, True):
        log = play(
            people={f"p{k}": on_rung() for k in range(6)},
            ladders=ladder({}, {}, quota=quota),
            careers={"policy": {"county_pooling": pooled}},
        )
        rises[pooled] = [at for at, _, _ in rows(log, Happened.PROMOTED)]
    assert rises[False] == ["2026-01"]
    assert rises[True] == ["2027-12", "2029-12", "2031-12"]


@pytest.mark.parametrize(("factor", "risen"), [(0, 0), (1, 2), (1.5, 3)])
def test_a_factor_multiplies_every_quota(factor, risen):
    quota = {"top": {"rungs": ["r1"], "seats": 2}}
    log = play(
        people={f"p{k}": on_rung() for k in range(6)},
        ladders=ladder({}, {}, quota=quota),
        careers={"policy": {"quota_factor": factor}},
    )
    assert len(rows(log, Happened.PROMOTED)) == risen


def test_a_rung_may_ask_for_years_of_service_and_for_a_title():
    people = {
        "long": on_rung(joined="2005-06"),
        "short": on_rung(joined="2018-06"),
        "chief": on_rung(joined="2005-06", **CHIEF),
    }
    log = play(people=people, ladders=ladder({"service_years": 10}, {}), units=DUAL)
    assert rows(log, Happened.PROMOTED) == [
        ("2026-01", "chief", "r1"),
        ("2026-01", "long", "r1"),
        ("2028-06", "short", "r1"),
    ]
    log = play(people=people, ladders=ladder({"titles": ["mid_chief"]}, {}), units=DUAL)
    assert [who for _, who, _ in rows(log, Happened.PROMOTED)] == ["chief"]


def test_excellent_marks_are_asked_for_and_save_time():
    always = {"flows": {"excellent_share": 1}}
    people = {"a": on_rung(since="2026-01")}
    asks = ladder({"years": 0, "excellent": 2}, {})
    log = play(people=people, ladders=asks, careers=always)
    assert rows(log, Happened.PROMOTED) == [("2028-01", "a", "r1")]
    assert rows(play(people=people, ladders=asks), Happened.PROMOTED) == []
    # Four years; after three of them, three marks have saved half a year each.
    saves = ladder({"years": 4}, {}, excellent_saves_years=0.5)
    log = play(people=people, ladders=saves, careers=always)
    assert rows(log, Happened.PROMOTED) == [("2029-01", "a", "r1")]


def test_people_resign_and_leave_early_and_leaders_do_not_resign():
    log = play(
        people={
            "boss": person(**LEADER),
            "clerk": person(),
            "old": person(born="1975-01", joined="1993-01"),
        },
        careers={"flows": {"resign": 0.9999, "early_leave": 0.9999}},
    )
    left = {who: of for _, who, of in rows(log, Happened.LEFT)}
    assert left["clerk"] == Reason.RESIGNED
    assert left["old"] in {Reason.RESIGNED, Reason.EARLY}
    assert "boss" not in left or left["boss"] == Reason.EARLY


def test_some_on_a_ladder_that_allows_it_stay_up_to_three_years_longer():
    technical = ladder({}, late_retirement=True)
    technical["ranks"]["identity"] = "institution_staff"
    people = {
        f"p{k:02d}": on_rung(identity="institution_staff", born="1969-01", sex="m")
        for k in range(30)
    }
    months = {}
    for share in (0, 1):
        log = play(
            people=people,
            ladders=technical,
            careers={"years": 12, "flows": {"late_share": share}},
        )
        months[share] = [row.month for row in log.rows if row.happened is Happened.LEFT]
    (age,) = set(months[0])
    assert age == month(2030, 2)
    assert all(age < one <= age + 36 for one in months[1])
    assert len(set(months[1])) > 10
    assert len(months[1]) == 30


def test_votes_and_special_posts_decide_between_equals():
    points = {
        "per_year": 0, "per_year_in_rung": 0, "excellent": 0, "mid_chief": 0,
        "special_posts": ["village"], "special": 1,
    }  # fmt: skip
    log = play(
        plan(("village", "A", "b")),
        people={name: on_rung() for name in ("a", "b", "c")},
        posts={"village": post(), "head": post(grade="mid_chief", seats=1)},
        ladders=ladder({}, points=points),
        careers={"policy": {"rotation_years": 1}, "years": 3},
    )
    assert [who for _, who, _ in rows(log, Happened.SEATED)][1:] == ["b", "b"]
    voted = {**points, "special": 0, "vote": 1}
    winners = {
        rows(
            play(
                seed=seed,
                people={name: on_rung() for name in ("a", "b", "c")},
                posts={"head": post(grade="mid_chief")},
                ladders=ladder({}, points={**voted, "special_posts": []}),
            ),
            Happened.SEATED,
        )[0][1]
        for seed in range(12)
    }
    assert winners == {"a", "b", "c"}
