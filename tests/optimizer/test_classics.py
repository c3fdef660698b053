"""Assignment problems of the literature come to their published optima, proven."""

from pathlib import Path
from threading import Event

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from optimizer.assign import assign
from optimizer.audit import audit
from optimizer.hours import MILLI, Hours
from optimizer.outcome import Solved
from scenarios import Seat
from scenarios.load import load

CLASSICS = Path(__file__).parents[2] / "scenarios" / "classics"
OPTIMA = {
    "c515_1": 1500 - 336,
    "c515_2": 1500 - 327,
    "c515_3": 1500 - 339,
    "c515_4": 1500 - 341,
    "c515_5": 1500 - 326,
    "c1060_1": 6000 - 1451,
    "c05100": 1931,
    "machol_wien_11": 165,
}
"""What the goal `fit` comes to at the published optima."""

SLOW = {"machol_wien_11"}
every_classic = pytest.mark.parametrize("name", OPTIMA)


def classic(name):
    return load(CLASSICS / f"{name}.yaml")


@every_classic
def test_the_figures_have_the_published_optimum(name):
    """Solved by HiGHS from the scenario alone, which no line of the product helps."""
    town = classic(name)
    rows, hours = town.scores.rows, Hours(town)
    assert len(rows) == len(town.people) * len(town.posts)
    filled = np.array([[row.post == post for row in rows] for post in town.posts])
    own = np.array([[row.person == one for row in rows] for one in town.people])
    needs = [hours.of(row.person, row.post, Seat.A) for row in rows]
    limited = town.rules.workload.mode == "hard"
    room = [MILLI * one.hours if limited else 1 for one in town.people.values()]
    found = milp(
        [100 - row.assessment for row in rows],
        integrality=np.ones(len(rows)),
        bounds=Bounds(0, 1),
        constraints=[
            LinearConstraint(filled.astype(float), 1, 1),
            LinearConstraint(own * (needs if limited else 1.0), -np.inf, room),
        ],
    )
    assert found.success
    assert round(found.fun) == OPTIMA[name]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else [])
        for name in OPTIMA
    ],
)
def test_the_published_optimum_is_found_and_proven(name):
    town = classic(name)
    outcome = assign(town, seconds=120, workers=1)
    assert isinstance(outcome, Solved)
    assert outcome.proven
    assert outcome.steps[-1].value == outcome.steps[-1].bound == OPTIMA[name]
    assert not audit(town, outcome.plan)


def test_a_search_that_is_stopped_early_claims_no_more_than_it_knows():
    stop, told = Event(), []

    def stop_at_once(progress):
        told.append(progress)
        stop.set()

    name = "machol_wien_11"
    outcome = assign(classic(name), workers=1, stop=stop, on_progress=stop_at_once)
    assert told
    assert isinstance(outcome, Solved)
    step = outcome.steps[-1]
    assert step.bound <= OPTIMA[name] <= step.value
    assert outcome.interrupted
