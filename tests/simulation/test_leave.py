"""Leave of A and B: drawn for each alone, and planned apart where the rule says so."""

from datetime import date
from itertools import product

import pytest

from scenarios import Plan, Seat
from simulation.draw import draw_year
from simulation.play.leave import days_away
from tests.towns import person, post, town


def pairs(leave_days, mode, **dates):
    """Six posts, the A-holder of each being the B-holder of the next."""
    names = [f"p{number}" for number in range(6)]
    return town(
        people={
            name: person(
                holds=[f"post{place}"],
                backs_up=[f"post{(place + 1) % 6}"],
                absences={
                    "leave_days": leave_days,
                    "sick_days": 3,
                    "dates": dates.get(name, []),
                },
            )
            for place, name in enumerate(names)
        },
        posts={f"post{place}": post() for place in range(6)},
        rules={"joint_absence": {"mode": mode}},
    )


def together(design, away):
    """Return the days on which A and B of a post are both away."""
    plan = Plan.today(design)
    return {
        day
        for name in design.posts
        for one, other in product(*(plan.holders(name, seat) for seat in Seat))
        for day in away[one] & away[other]
    }


def planned(design, replication):
    """Return leave and known dates as planned, without sickness."""
    year = draw_year(design, seed=5, replication=replication)
    away = days_away(design, Plan.today(design), year)
    known = {name: one.known.union(*one.leave) for name, one in year.away.items()}
    return year, {
        name: days - (year.away[name].sick - known[name]) for name, days in away.items()
    }


@pytest.mark.parametrize("replication", range(6))
def test_leave_is_planned_apart_where_the_rule_says_so(replication):
    design = pairs(15, "hard")
    year, plan = planned(design, replication)
    sick = {name: one.sick for name, one in year.away.items()}
    for day in together(design, plan):
        assert any(day in days for days in sick.values())
    for name, one in year.away.items():
        assert len(plan[name] | one.sick) >= len(one.leave[0]) * len(one.leave)


def test_leave_falls_together_now_and_then_where_nobody_plans():
    design = pairs(15, "off")
    years = [planned(design, replication)[1] for replication in range(6)]
    assert any(together(design, plan) for plan in years)


def test_leave_gives_way_to_known_dates_by_moving_to_the_next_free_days():
    design = pairs(5, "hard", p0=["2026-01-05/2026-12-31"])
    _, plan = planned(design, 0)
    # Colleagues of p0 have only the first two working days of the year besides, which
    # don't hold a block of five: their leave stays where it was drawn.
    assert date(2026, 6, 1) in plan["p0"]
    assert len(plan["p1"]) >= 5


def test_other_leave_stays_as_it_was_drawn():
    design = pairs(5, "hard")
    year, plan = planned(design, 1)
    moved = [name for name, one in year.away.items() if not one.leave[0] <= plan[name]]
    assert len(moved) < 3
