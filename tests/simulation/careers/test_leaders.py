"""Leaders: their rungs, their places in quotas, and changes of term."""

from simulation.careers.fates import Reason
from simulation.careers.log import Happened
from tests.simulation.careers.towns import LEADER, ladder, on_rung, play, rows
from tests.towns import person, plan, post


def test_leaders_may_be_left_out_of_a_quota():
    risen = {}
    for count in (True, False):
        quota = {"top": {"rungs": ["r1"], "seats": 1, "leaders_count": count}}
        log = play(
            people={"boss": on_rung(1, **LEADER), "clerk": on_rung()},
            ladders=ladder({}, {}, quota=quota),
        )
        risen[count] = [who for _, who, _ in rows(log, Happened.PROMOTED)]
    assert risen == {True: [], False: ["clerk"]}


def test_a_change_of_term_moves_leaders_in_its_month_and_opens_posts_to_institutions():
    change = {"year": 2021, "month": 6, "turnover": 1, "institution_staff": 1}
    log = play(
        plan(*[("head", "A", f"c{k}") for k in range(3)]),
        people={
            **{f"b{k}": person(**LEADER) for k in range(3)},
            **{f"c{k}": person(identity="institution_staff") for k in range(3)},
        },
        posts={"head": post(grade="mid_chief", seats=3)},
        careers={"flows": {"term_change": change, "leader_inside_share": 1}},
    )
    moved = rows(log, Happened.LEFT)
    assert [(at, of) for at, _, of in moved[:3]] == [("2026-06", Reason.MOVED)] * 3
    assert {at for at, _, _ in moved} <= {"2026-06", "2031-06"}
    led = [
        who
        for at, who, of in rows(log, Happened.SEATED)
        if of.startswith("leader") and at == "2026-06"
    ]
    assert len(led) == 3
    assert sum(who.startswith("c") for who in led) == 1


LIFT = {"leaders_at_least": True}
"""A rung on which leaders stand at least."""


def new_leader(*rungs, number=0, **keys):
    """Return the steps of a mid-level chief who becomes a leader, and when."""
    log = play(
        people={
            "boss": on_rung(len(rungs) - 1, retires="2027-03", **LEADER),
            "chief": on_rung(number, joined="2000-01"),
        },
        posts={"head": post(grade="mid_chief")},
        ladders=ladder(*({"years": 40, **one} for one in rungs), **keys),
        careers={"flows": {"leader_inside_share": 1}},
        who=plan(("head", "A", "chief")),
    )
    assert ("2027-03", "chief", "leader:1") in rows(log, Happened.SEATED)
    return rows(log, Happened.CONFIRMED, Happened.PROMOTED)


def test_who_takes_a_leaders_post_steps_up_to_the_rung_that_goes_with_it():
    assert new_leader({}, {}, LIFT, {}) == [
        ("2027-03", "chief", "r1"),
        ("2027-03", "chief", "r2"),
    ]


def test_who_stands_there_already_stays_and_without_such_a_rung_so_do_all():
    assert new_leader({}, {}, LIFT, {}, number=2) == []
    assert new_leader({}, {}, {}) == []


def test_the_rung_of_a_leader_asks_no_quota():
    quota = {"top": {"rungs": ["r1", "r2"], "seats": 0}}
    assert new_leader({}, LIFT, {}, quota=quota) == [("2027-03", "chief", "r1")]
