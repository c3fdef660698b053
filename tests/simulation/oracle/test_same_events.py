"""The play against the year in plain SimPy: the same events, row by row.

The oracle shares the drawn year, the officers and the form of the rows with the play,
and nothing else: everybody and everything in it is a process that waits, and working
time is walked through day by day.
"""

from pathlib import Path

import pytest

from scenarios import Plan
from scenarios.load import load
from tests.simulation.oracle.digest import same_events
from tests.simulation.oracle.towns import random_town
from tests.simulation.test_replicate import busy_town

DEMO = Path(__file__).parents[3] / "scenarios" / "ganling"
DESIGNS = [
    path.stem
    for path in sorted(DEMO.glob("*.yaml"))
    if path.stem not in {"town", "work"}
]
BLOCK = 20


def differing(first, *, visits):
    """Return the seeds of a block whose towns are told differently."""
    return [
        seed
        for seed in range(first, first + BLOCK)
        if not same_events(random_town(seed, visits=visits), seed=seed)
    ]


def test_a_busy_town_has_the_same_events():
    assert same_events(busy_town())


@pytest.mark.parametrize("first", range(0, 3 * BLOCK, BLOCK))
def test_small_towns_have_the_same_events(first):
    assert differing(first, visits=False) == []


@pytest.mark.parametrize("first", range(1000, 1000 + 2 * BLOCK, BLOCK))
def test_small_towns_with_visits_have_the_same_events(first):
    assert differing(first, visits=True) == []


@pytest.mark.parametrize("seed", [2564, 2619])
def test_towns_that_once_differed_have_the_same_events(seed):
    assert same_events(random_town(seed, visits=True), seed=seed)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(2000, 2000 + 40 * BLOCK, BLOCK))
def test_many_small_towns_have_the_same_events(first):
    assert differing(first, visits=True) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", DESIGNS)
def test_the_demo_town_has_the_same_events(name):
    town = load(DEMO / f"{name}.yaml")
    assert same_events(town, Plan.today(town))
