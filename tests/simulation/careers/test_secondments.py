"""Who is seconded, how often, and what else such a person may do."""

from scenarios.language.months import month, month_text
from simulation.careers import draw_careers
from simulation.careers.log import Happened
from simulation.careers.luck import Lot
from simulation.careers.waits import rate_a_month, wait
from tests.simulation.careers.towns import LEADER, play, rows
from tests.towns import person, post, town

START = month(2026, 1)


def test_who_is_seconded_stands_for_nothing_and_keeps_the_place():
    log = play(
        people={"a": person(joined="2000-01"), "b": person(joined="2020-01")},
        posts={"head": post(grade="mid_chief")},
        careers={
            "flows": {"second": 0.999999, "second_months": 24, "seat_years": 1 / 12}
        },
    )
    gone = rows(log, Happened.SECONDED)
    assert {who for _, who, _ in gone} == {"a", "b"}
    assert rows(log, Happened.LEFT) == []
    away = {
        (row.person, row.month + months)
        for row in log.rows
        if row.happened is Happened.SECONDED
        for months in range(24)
    }
    seated = [row for row in log.rows if row.happened is Happened.SEATED]
    assert seated
    assert all((row.person, row.month) not in away for row in seated)


def test_who_is_back_may_be_seconded_again_once_another_wait_is_over():
    people = {"a": person(joined="2000-01"), "boss": person(**LEADER)}
    careers = {"years": 15, "flows": {"second": 0.5, "second_months": 9}}
    log = play(people=people, careers=careers)
    luck = draw_careers(town(people=people, careers=careers), seed=1, replication=0)
    lots = luck.lots[0, 0, Lot.SECONDED], luck.secondments[0, 0]
    first, again = (wait(lot, rate_a_month(0.5)) or 0 for lot in lots)
    begun = rows(log, Happened.SECONDED)
    assert [when for when, _, _ in begun[:2]] == [
        month_text(START + first),
        month_text(START + first + 9 + again),
    ]
    assert {who for _, who, _ in begun} == {"a"}
