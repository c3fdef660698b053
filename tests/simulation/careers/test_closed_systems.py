"""Systems so small and still that every move can be worked out by hand."""

from collections import Counter

import pytest

from scenarios.language.months import month_text
from simulation.careers import draw_careers, measure_careers, play_careers
from simulation.careers.log import Happened
from tests.simulation.careers.towns import NO_FLOWS
from tests.towns import person, plan, post, town

LADDER = {
    "name": "职级",
    "identity": "civil_servant",
    "rungs": {
        "low": {"name": "低", "years": 1},
        "middle": {"name": "中", "years": 1},
        "high": {"name": "高", "years": 1},
    },
    "quota": {
        "high": {"rungs": ["high"], "seats": 1},
        "middle": {"rungs": ["middle"], "seats": 2},
    },
}


def play(design, who_holds_what=None):
    luck = draw_careers(design, seed=1, replication=0)
    return play_careers(design, who_holds_what or plan(), luck)


def moves(log, *kinds):
    return [
        (month_text(row.month), row.person, row.of)
        for row in log.rows
        if row.happened in kinds and row.month >= log.start
    ]


def standing(rung, joined, **keys):
    return person(
        rank=rung, rank_since="2020-01", joined=joined, born="1980-01", **keys
    )


def seniority(**flows):
    return town(
        people={
            "a": standing("high", "1999-07", retires="2027-06"),
            "b1": standing("middle", "2000-07", retires="2028-03"),
            "b2": standing("middle", "2002-07"),
            "c1": standing("low", "2005-07"),
            "c2": standing("low", "2006-07"),
            "c3": standing("low", "2007-07"),
        },
        ladders={"ranks": LADDER},
        careers={"years": 3, "flows": {**NO_FLOWS, **flows}},
    )


def test_each_retirement_moves_the_queue_up_by_one():
    log = play(seniority())
    assert moves(log, Happened.LEFT, Happened.PROMOTED) == [
        ("2027-06", "a", "retired"),
        ("2027-06", "b1", "high"),
        ("2027-06", "c1", "middle"),
        ("2028-03", "b1", "retired"),
        ("2028-03", "b2", "high"),
        ("2028-03", "c2", "middle"),
    ]


def test_measures_of_the_queue_are_those_worked_out_by_hand():
    design = seniority()
    found = measure_careers(design, play(design))
    assert found["promotions", "town"] == pytest.approx(4 / 3)
    assert found["promotions", "rung:high"] == pytest.approx(2 / 3)
    assert found["retirements", "town"] == pytest.approx(2 / 3)
    assert found["strength_at_end", "town"] == 4
    # Of b2, c1, c2 and c3, c3 alone has been on a rung for more than two years and
    # b2, on the highest, can't be stuck.
    assert found["stuck_share", "town"] == pytest.approx(1 / 3)


def test_a_board_that_meets_in_december_only_keeps_them_waiting():
    log = play(seniority(boards_per_year=1))
    assert moves(log, Happened.PROMOTED) == [
        ("2027-12", "b1", "high"),
        ("2027-12", "c1", "middle"),
        ("2028-12", "b2", "high"),
        ("2028-12", "c2", "middle"),
    ]


def test_recruits_are_confirmed_after_a_year_and_follow_in_the_place_of_who_left():
    log = play(seniority(replace_share=1))
    assert moves(log, Happened.ENTERED, Happened.CONFIRMED) == [
        ("2027-06", "a+1", ""),
        ("2028-03", "b1+1", ""),
        ("2028-06", "a+1", "low"),
    ]


def test_a_leader_who_retires_pulls_up_a_chief_a_deputy_and_a_clerk():
    design = town(
        people={
            "boss": person(
                title={"unit": "office", "grade": "leader"}, retires="2026-05"
            ),
            "chief": person(),
            "deputy": person(),
            "clerk": person(joined="2004-07"),
            "novice": person(joined="2023-07"),
        },
        posts={
            "head": post(grade="mid_chief"),
            "second": post(grade="mid_deputy"),
        },
        careers={"years": 2, "flows": {**NO_FLOWS, "leader_inside_share": 1}},
    )
    log = play(design, plan(("head", "A", "chief"), ("second", "A", "deputy")))
    assert moves(log, Happened.SEATED) == [
        ("2026-05", "chief", "leader:1"),
        ("2026-05", "clerk", "mid_chief:1"),
    ]
    found = measure_careers(design, log)
    assert found["chain_length", "town"] == 2
    assert found["bench_strength", "seat:mid_chief"] == 3
    assert (
        found["promoted_10y", "person:clerk"] != found["promoted_10y", "person:clerk"]
    )


def test_vacancies_cascade_where_service_as_deputy_counts_most():
    ladder = {
        "name": "职级",
        "identity": "civil_servant",
        "rungs": {"only": {"name": "一", "years": 1}},
        "points": {"per_year": 0, "per_year_in_rung": 0},
    }
    design = town(
        people={
            "boss": person(
                title={"unit": "office", "grade": "leader"}, retires="2026-05"
            ),
            **{name: person() for name in ("chief", "deputy", "anna", "bert")},
        },
        posts={"head": post(grade="mid_chief"), "second": post(grade="mid_deputy")},
        ladders={"ranks": ladder},
        careers={"years": 1, "flows": {**NO_FLOWS, "leader_inside_share": 1}},
    )
    log = play(design, plan(("head", "A", "chief"), ("second", "A", "deputy")))
    assert moves(log, Happened.SEATED) == [
        ("2026-05", "chief", "leader:1"),
        ("2026-05", "deputy", "mid_chief:1"),
        ("2026-05", "anna", "mid_deputy:1"),
    ]
    chains = Counter(
        row.chain
        for row in log.rows
        if row.happened is Happened.SEATED and row.month >= log.start
    )
    assert [*chains.values()] == [3]
    assert measure_careers(design, log)["chain_length", "town"] == 3


def test_credit_decides_who_rises_and_not_how_many():
    people = {f"title{k}": titled(k) for k in range(3)}
    people |= {f"duty{k}": clerk() for k in range(3)}
    people |= {f"aide{k}": clerk() for k in range(4)}
    units = {f"old{k}": old_unit() for k in range(3)} | {"office": {"name": "办"}}
    risen = {}
    for credit in ("appointed_title", "operating_post"):
        design = town(
            people=people,
            units=units,
            posts={"head": post(grade="mid_chief", seats=3, counts_as="none")},
            ladders={"ranks": {**LADDER, "quota": {"m": MIDDLE}}},
            careers={"years": 2, "flows": NO_FLOWS, "policy": {"credit": credit}},
        )
        log = play(design, plan(*[("head", "A", f"duty{k}") for k in range(3)]))
        risen[credit] = {person for _, person, _ in moves(log, Happened.PROMOTED)}
    assert risen["appointed_title"] == {"title0", "title1", "title2"}
    assert risen["operating_post"] == {"duty0", "duty1", "duty2"}


MIDDLE = {"rungs": ["middle", "high"], "seats": 3}


def clerk(**keys):
    return person(rank="low", rank_since="2026-01", **keys)


def titled(number):
    return clerk(title={"unit": f"old{number}", "grade": "mid_chief"})


def old_unit():
    return {"name": "旧", "operates": False, "titles": {"mid_chief": 1}}


@pytest.mark.parametrize("order", ["together", "one_by_one"])
def test_two_who_retire_in_one_month_leave_the_same_places(order):
    design = town(
        people={
            "a1": standing("high", "1999-07", retires="2027-06"),
            "a2": standing("middle", "2000-07", retires="2027-06"),
            "b": standing("middle", "2002-07"),
            "c1": standing("low", "2005-07"),
            "c2": standing("low", "2006-07"),
        },
        ladders={"ranks": LADDER},
        careers={"years": 2, "flows": {**NO_FLOWS, "same_month": order}},
    )
    together = order == "together"
    # One by one, a2 still rises when a1 has gone, and leaves from the top.
    assert moves(play(design), Happened.PROMOTED) == [
        *([] if together else [("2027-06", "a2", "high"), ("2027-06", "c1", "middle")]),
        ("2027-06", "b", "high"),
        *([("2027-06", "c1", "middle")] if together else []),
        ("2027-06", "c2", "middle"),
    ]
