"""A closed circle: five machines, and those who mend them (Peck and Hazelwood 1958).

A machine is a piece of work that never ends: it runs, as a wait for the county that
takes nobody's time, breaks down, and is mended, over and over.
"""

from statistics import fmean

import pytest

from simulation.rows import Event
from tests.simulation.theory.desks import deviation, exponential, town_hall, years
from tests.simulation.theory.formulas import repair

MACHINES = 5
CYCLE = 40.0
"""Hours of running and mending together."""

PRINTED = [
    (0.012, 1, 0.048, 0.999),
    (0.025, 1, 0.100, 0.997),
    (0.050, 1, 0.198, 0.989),
    (0.060, 2, 0.020, 0.999),
    (0.060, 1, 0.237, 0.983),
    (0.070, 2, 0.027, 0.999),
    (0.070, 1, 0.275, 0.977),
    (0.080, 2, 0.035, 0.998),
    (0.080, 1, 0.313, 0.969),
    (0.090, 2, 0.044, 0.998),
    (0.090, 1, 0.350, 0.960),
    (0.100, 2, 0.054, 0.997),
    (0.100, 1, 0.386, 0.950),
]
"""Service factor, people, and the table's D and F for a population of five."""


@pytest.mark.parametrize(("factor", "people", "delayed", "efficiency"), PRINTED)
def test_the_table_is_the_printed_one(factor, people, delayed, efficiency):
    found = repair(people, 1 - factor, factor, MACHINES)
    assert [round(value, 3) for value in found[:2]] == [delayed, efficiency]


def workshop(factor, people):
    """Return machines that run and are mended for longer than a year."""
    running = {"county": True, "wait_days": exponential(CYCLE * (1 - factor) / 24)}
    mending = {"who": "mender", "hours": exponential(CYCLE * factor)}
    return town_hall(
        {f"p{number}": {"holds": ["mender"]} for number in range(people)},
        {"mender": {"seats": people, "backups": 0}},
        {
            "machines": {
                "name": "机",
                "unit": "office",
                "arrive": {"dates": ["2025-12-20"], "number": MACHINES},
                "steps": [running, mending] * 400,
            }
        },
    )


def waits(log):
    """Return how long each breakdown of the year waited, in hours."""
    return [
        (row.at - row.since) / 3_600_000_000
        for row in log.rows
        if row.event is Event.BEGAN and row.since >= 0
    ]


def played_as_computed(factor, people):
    found = [waits(log) for log in years(workshop(factor, people))]
    assert sum(map(len, found)) > 20_000
    running, mending = CYCLE * (1 - factor), CYCLE * factor
    delayed, _, wait = repair(people, running, mending, MACHINES)
    share = [fmean(one > 0 for one in year) for year in found]
    mean = [fmean(year) for year in found]
    return max(abs(deviation(share, delayed)), abs(deviation(mean, wait))) < 4


@pytest.mark.parametrize(("factor", "people"), [(0.1, 1), (0.1, 2)])
def test_machines_wait_to_be_mended_as_the_table_says(factor, people):
    assert played_as_computed(factor, people)


@pytest.mark.slow
@pytest.mark.parametrize(("factor", "people"), [pair[:2] for pair in PRINTED])
def test_machines_of_every_pair_wait_as_the_table_says(factor, people):
    assert played_as_computed(factor, people)
