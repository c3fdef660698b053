"""What many replications must give, where the exact value is known.

One seed is an anecdote: each test plays at least 24 replications, and accepts a mean
within four standard errors of the exact one.
"""

from math import sqrt
from statistics import fmean, stdev

from simulation.careers import draw_careers, play_careers
from simulation.careers.fates import Reason
from simulation.careers.log import Happened
from tests.simulation.careers.towns import NO_FLOWS
from tests.towns import person, plan, post, town

YOUNG = {"sex": "m", "born": "1999-01", "joined": "2020-01"}


def logs(design, replications):
    for replication in range(replications):
        luck = draw_careers(design, seed=7, replication=replication)
        yield play_careers(design, plan(), luck)


def fills(log):
    return sum(
        row.happened is Happened.SEATED and row.month > log.start for row in log.rows
    )


def seats_town(seats):
    return town(
        people={f"p{k:02d}": person(**YOUNG) for k in range(30)},
        posts={"head": post(grade="mid_chief", seats=seats)},
        careers={"years": 20, "flows": {**NO_FLOWS, "seat_years": 100 / 12}},
    )


def test_seats_that_are_filled_at_once_are_filled_as_often_as_they_fall_free():
    # A seat falls free with a chance of .01 a month and is filled in the same month.
    # The first filling, in the first month, leaves 239 months for the others.
    for seats, replications in ((11, 40), (6, 40)):
        values = [fills(log) for log in logs(seats_town(seats), replications)]
        exact = seats * 239 * 0.01
        sd = sqrt(exact * 0.99)
        z = (fmean(values) - exact) / (sd / sqrt(replications))
        assert abs(z) < 4
        assert 0.5 < stdev(values) / sd < 1.5


def test_strength_shrinks_by_the_share_of_losses_that_is_not_replaced():
    yearly, replaced, people, years = 0.1, 0.4, 40, 10
    design = town(
        people={f"p{k:02d}": person(**YOUNG) for k in range(people)},
        careers={
            "years": years,
            "flows": {**NO_FLOWS, "lose": yearly, "replace_share": replaced},
        },
    )
    monthly = 1 - (1 - yearly) ** (1 / 12)
    exact = people * (1 - monthly * (1 - replaced)) ** (12 * years)
    values = []
    for log in logs(design, 40):
        kinds = [row.happened for row in log.rows]
        values.append(kinds.count(Happened.ENTERED) - kinds.count(Happened.LEFT))
    z = (fmean(values) - exact) / (stdev(values) / sqrt(len(values)))
    assert abs(z) < 4


def test_vacancy_chains_are_as_long_as_a_markov_chain_of_vacancies_says():
    # Every month anybody is lost with the same chance and replaced by a recruit.
    # Service as deputy decides, so a chief's vacancy moves to a deputy's seat, and
    # from there out of the seats: two moves a chief, one a deputy.
    ladder = {
        "name": "职级",
        "identity": "civil_servant",
        "rungs": {"only": {"name": "一", "years": 0}},
        "points": {"per_year": 0, "per_year_in_rung": 0},
    }
    design = town(
        people={f"p{k:02d}": person(**YOUNG) for k in range(40)},
        posts={
            "head": post(grade="mid_chief", seats=5),
            "second": post(grade="mid_deputy", seats=5),
        },
        ladders={"ranks": ladder},
        careers={
            "years": 10,
            "flows": {**NO_FLOWS, "lose": 0.1, "replace_share": 1},
        },
    )
    lost, moved = [], []
    for log in logs(design, 40):
        freed = {"mid_chief": 0, "mid_deputy": 0}
        leaving = {
            (row.month, row.person)
            for row in log.rows
            if row.happened is Happened.LEFT and row.of == Reason.LOST
        }
        for row in log.rows:
            if (row.month, row.person) in leaving and row.happened is Happened.UNSEATED:
                freed[row.of.split(":")[0]] += 1
        lost.append(2 * freed["mid_chief"] + freed["mid_deputy"])
        moved.append(fills(log))
    assert fmean(moved) == fmean(lost)
    monthly = 1 - 0.9 ** (1 / 12)
    exact = 3 * 5 * monthly * 119
    z = (fmean(moved) - exact) / (stdev(moved) / sqrt(len(moved)))
    assert abs(z) < 4


def test_marks_go_to_the_share_that_is_to_be_marked_excellent():
    design = town(
        people={f"p{k:02d}": person(**YOUNG) for k in range(50)},
        careers={"years": 15, "flows": {**NO_FLOWS, "excellent_share": 0.2}},
    )
    marks = draw_careers(design, seed=3, replication=0).marks
    z = ((marks < 0.2).mean() - 0.2) / sqrt(0.2 * 0.8 / (50 * 15))
    assert abs(z) < 4
