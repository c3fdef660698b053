"""The play against what manpower planning knows in closed form.

Where chance plays a part, at least 24 replications; a mean may lie four standard
errors off the exact one.
"""

from collections import Counter
from math import sqrt
from statistics import fmean, stdev

import numpy as np
import pytest

from benchmarks.rosters import roster_town
from simulation.careers import draw_careers, measure_careers, play_careers
from simulation.careers.log import Happened
from simulation.careers.luck import draw_luck
from simulation.careers.measures.history import histories
from simulation.careers.play import play_setting
from simulation.careers.setting import Setting
from tests.simulation.careers.towns import NO_FLOWS
from tests.towns import person, plan, post, town

REPLICATIONS = 24


def plays(design, replications=REPLICATIONS, who=None):
    setting = Setting.of(design, who or plan())
    for replication in range(replications):
        luck = draw_luck(setting.names, seed=11, replication=replication)
        yield play_setting(setting, luck)


def close(values, exact):
    error = stdev(values) / sqrt(len(values))
    return abs(fmean(values) - exact) < 4 * error + 1e-9


def queue_town(years=15):
    """Return thirty people who retire one after another, the oldest first."""
    people = {}
    for k in range(30):
        rung = "high" if k < 3 else "middle" if k < 10 else "low"
        people[f"p{k:02d}"] = person(
            rank=rung,
            rank_since="2015-01",
            born="1975-01",
            joined=f"{1990 + k}-07",
            retires=f"{2026 + k // 2}-{3 + 5 * (k % 2):02d}",
        )
    return town(
        people=people,
        ladders={
            "ranks": {
                "name": "职级",
                "identity": "civil_servant",
                "rungs": {
                    name: {"name": name, "years": 0}
                    for name in ("low", "middle", "high")
                },
                "quota": {
                    "high": {"rungs": ["high"], "seats": 3},
                    "middle": {"rungs": ["middle"], "seats": 7},
                },
            }
        },
        careers={"years": years, "flows": NO_FLOWS},
    )


def cascade(years):
    """Play the queue as a list: who is longest there is highest, all move up."""
    order = [f"p{k:02d}" for k in range(30)]
    strength, promotions = [], []
    for _ in range(years):
        before = {name: place for place, name in enumerate(order)}
        order = order[2:]
        risen = 0
        for place, name in enumerate(order):
            risen += (place < 3) - (before[name] < 3)
            risen += (place < 10) - (before[name] < 10)
        strength.append(len(order))
        promotions.append(risen)
    return strength, promotions


def test_a_closed_queue_by_seniority_is_a_cascade_year_by_year():
    design = queue_town()
    log = play_careers(design, plan(), draw_careers(design, seed=1, replication=0))
    found = measure_careers(design, log)
    strength, promotions = cascade(15)
    years = range(2026, 2041)
    assert [found["people", f"year:{year}"] for year in years] == strength
    risen = Counter(
        row.month // 12 for row in log.rows if row.happened is Happened.PROMOTED
    )
    assert [risen[year] for year in years] == promotions
    high = [found["people", f"year:{year}+high"] for year in years]
    assert high == [min(3, left) for left in strength]


def test_counts_by_rung_are_those_of_a_markov_projection():
    # A first excellent mark in a whole year on the rung lifts at the December board
    # of the year after. With the first year on a rung as a state of its own, counts
    # follow n(t+1) = n(t) P, with nobody recruited.
    excellent, lost, people, years = 0.3, 0.06, 90, 8
    stay, up = 1 - excellent, excellent
    chain = np.array(
        [
            [0, 1, 0, 0, 0],
            [0, stay, up, 0, 0],
            [0, 0, 0, 1, 0],
            [0, 0, 0, stay, up],
            [0, 0, 0, 0, 1],
        ]
    ) * (1 - lost)
    design = town(
        people={
            f"p{k:02d}": person(
                rank="low", rank_since="2020-01", born="1995-01", sex="m"
            )
            for k in range(people)
        },
        ladders={
            "ranks": {
                "name": "职级",
                "identity": "civil_servant",
                "rungs": {
                    "low": {"name": "低", "years": 0, "excellent": 1},
                    "middle": {"name": "中", "years": 0, "excellent": 1},
                    "high": {"name": "高", "years": 0},
                },
            }
        },
        careers={
            "years": years,
            "flows": {
                **NO_FLOWS,
                "lose": lost,
                "excellent_share": excellent,
                "boards_per_year": 1,
            },
        },
    )
    counts: dict[tuple[str, int], list[int]] = {
        (name, year): []
        for name in ("low", "middle", "high")
        for year in range(1, years + 1)
    }
    for log in plays(design):
        everybody = histories(log)
        for year in range(1, years + 1):
            end = log.start + 12 * year - 1
            there = Counter(
                one.rung_at(end)
                for one in everybody
                if year - 1 in one.years_there(log)
            )
            for number, name in enumerate(("low", "middle", "high")):
                counts[name, year].append(there[number])
    exact = np.array([people, 0, 0, 0, 0], float)
    for year in range(1, years + 1):
        exact = exact @ chain
        assert close(counts["low", year], exact[0] + exact[1]), year
        assert close(counts["middle", year], exact[2] + exact[3]), year
        assert close(counts["high", year], exact[4]), year


def test_secondments_renew_themselves():
    years, months, chance = 15, 10, 1 - 0.6 ** (1 / 12)
    design = town(
        people={f"p{k}": person() for k in range(20)},
        careers={
            "years": years,
            "flows": {**NO_FLOWS, "second": 0.4, "second_months": months},
        },
    )
    expected = [0.0]
    for left in range(1, 12 * years + 1):
        begins = 1 + expected[max(0, left - months)]
        expected.append(chance * begins + (1 - chance) * expected[left - 1])
    counts = [
        sum(row.happened is Happened.SECONDED for row in log.rows) / 20
        for log in plays(design)
    ]
    assert close(counts, expected[-1])


def test_fixed_grades_keep_their_sizes_and_promote_as_many_as_are_lost_above():
    # The steady state of n = n P + R with fixed grades of 40, 20 and 10: as many
    # rise into a grade as are lost in it and above it, and as many are recruited as
    # are lost at all.
    sizes, lost, years = (40, 20, 10), 0.08, 10
    names = ("low", "middle", "high")
    rungs = [name for name, size in zip(names, sizes, strict=True) for _ in range(size)]
    design = town(
        people={
            f"p{k:02d}": person(
                rank=rung, rank_since="2020-01", born="1999-01", sex="m"
            )
            for k, rung in enumerate(rungs)
        },
        ladders={
            "ranks": {
                "name": "职级",
                "identity": "civil_servant",
                "rungs": {name: {"name": name, "years": 0} for name in names},
                "quota": {
                    name: {"rungs": [name], "seats": size}
                    for name, size in zip(names[1:], sizes[1:], strict=True)
                },
            }
        },
        careers={
            "years": years,
            "flows": {**NO_FLOWS, "lose": lost, "replace_share": 1},
        },
    )
    found = [measure_careers(design, log) for log in plays(design)]
    monthly = 1 - (1 - lost) ** (1 / 12)
    for name, above in (("middle", 30), ("high", 10)):
        values = [one["promotions", f"rung:{name}"] for one in found]
        assert close(values, 12 * monthly * above)
        grade = {one["people", f"year:{2025 + years}+{name}"] for one in found}
        assert grade == {float(dict(zip(names, sizes, strict=True))[name])}
    assert close([one["newcomers", "town"] for one in found], 12 * monthly * 70)
    assert {one["strength_at_end", "town"] for one in found} == {70.0}


@pytest.mark.parametrize("inside", [0.0, 0.35, 0.6, 1.0])
def test_vacancies_travel_as_far_as_whites_matrix_says(inside):
    # A leader's vacancy goes to a chief's seat with the chance of filling it from
    # inside, a chief's always to a deputy's, a deputy's out of the seats.
    moves = np.linalg.inv(
        np.eye(3) - np.array([[0, inside, 0], [0, 0, 1], [0, 0, 0]])
    ).sum(axis=1)
    ladder = {
        "name": "职级",
        "identity": "civil_servant",
        "rungs": {"only": {"name": "一", "years": 0}},
        "points": {"per_year": 0, "per_year_in_rung": 0, "mid_chief": 9},
    }
    leader = {"title": {"unit": "office", "grade": "leader"}}
    design = town(
        people={
            f"p{k:02d}": person(
                sex="m", born="1999-01", joined="2015-01", **(leader if k < 4 else {})
            )
            for k in range(60)
        },
        posts={
            "head": post(grade="mid_chief", seats=6),
            "second": post(grade="mid_deputy", seats=6),
        },
        ladders={"ranks": ladder},
        careers={
            "years": 10,
            "flows": {
                **NO_FLOWS,
                "leader_openings": 2,
                "leader_inside_share": inside,
                "replace_share": 1,
            },
        },
    )
    rows = [(f"{one}", "A", f"p{k:02d}") for one, k in SEATED]
    lengths: list[int] = []
    for log in plays(design, who=plan(*rows)):
        chains = Counter(
            row.chain
            for row in log.rows
            if row.happened is Happened.SEATED and row.chain is not None
        )
        lengths += chains.values()
    assert close(lengths, moves[0])
    assert moves.tolist() == pytest.approx([1 + 2 * inside, 2, 1])


SEATED = [("head", k) for k in range(4, 10)] + [("second", k) for k in range(10, 16)]


def test_the_weight_of_seniority_changes_who_is_promoted_and_not_how_many():
    fills, holders = [], []
    for weight in (0.0, 0.5, 1.0):
        design = town(
            people={
                f"p{k:02d}": person(
                    sex="m", born="1990-01", joined=f"{2005 + k % 12}-07"
                )
                for k in range(40)
            },
            posts={"head": post(grade="mid_chief", seats=6)},
            ladders={
                "ranks": {
                    "name": "职级",
                    "identity": "civil_servant",
                    "rungs": {"only": {"name": "一", "years": 0}},
                }
            },
            careers={
                "years": 15,
                "policy": {"seniority_weight": weight},
                "flows": {**NO_FLOWS, "seat_years": 4, "excellent_share": 0.2},
            },
        )
        logs = [*plays(design, 4)]
        seated = [
            [row for row in log.rows if row.happened is Happened.SEATED] for log in logs
        ]
        fills.append([[(row.month, row.of) for row in rows] for rows in seated])
        holders.append([[row.person for row in rows] for rows in seated])
    assert fills[0] == fills[1] == fills[2]
    assert holders[0] != holders[1] != holders[2]
    assert sum(map(len, fills[0])) > 4 * 6


@pytest.mark.slow
def test_five_thousand_people_on_seven_ranks_for_fifteen_years_balance():
    design = roster_town(5000)
    setting = Setting.of(design, plan())
    log = play_setting(setting, draw_luck(setting.names, seed=1, replication=0))
    found = measure_careers(design, log)
    left = sum(row.happened is Happened.LEFT for row in log.rows)
    assert found["strength_at_end", "town"] == len(log.cadres) - left
    assert len(log.cadres) > 5000
    assert len(setting.ladders["ranks"].rungs) == 7
