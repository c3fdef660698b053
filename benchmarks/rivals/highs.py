"""HiGHS, as SciPy brings it, on the same model made linear."""

import time
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from benchmarks.rivals.linearised import LinearProgramme, linearised
from benchmarks.rivals.plain import posed
from benchmarks.timeline import Moment
from scenarios import Plan, Town


@dataclass(frozen=True, slots=True)
class Answer:
    """The best plan at the time limit, if any; SciPy tells nothing on the way."""

    plan: Plan | None
    moment: Moment


def highs(town: Town, *, seconds: float) -> Answer:
    """Solve the linear model on one thread; building it counts."""
    begun = time.perf_counter()
    model = posed(town)
    programme = linearised(model.cp.proto)
    left = max(0.0, seconds - (time.perf_counter() - begun))
    found = milp(
        _costs(programme),
        integrality=np.array(programme.whole, dtype=int),
        bounds=Bounds(np.array(programme.least), np.array(programme.most)),
        constraints=_rows(programme),
        options={"time_limit": left, "mip_rel_gap": 0.0},
    )
    took = time.perf_counter() - begun
    bound = getattr(found, "mip_dual_bound", None)
    bound = None if bound is None else max(0.0, float(bound) + programme.constant)
    if found.x is None:
        return Answer(None, Moment(took, None, bound))
    plan = model.plan([round(value) for value in found.x])
    return Answer(plan, Moment(took, float(found.fun) + programme.constant, bound))


def _costs(programme: LinearProgramme) -> np.ndarray:
    costs = np.zeros(len(programme.least))
    for column, cost in programme.costs.items():
        costs[column] = cost
    return costs


def _rows(programme: LinearProgramme) -> LinearConstraint:
    cells = [
        (number, column, float(times))
        for number, row in enumerate(programme.rows)
        for column, times in row.total.items()
    ]
    places = [row for row, _, _ in cells], [column for _, column, _ in cells]
    times = [times for _, _, times in cells]
    shape = len(programme.rows), len(programme.least)
    return LinearConstraint(
        csr_array((times, places), shape=shape),
        np.array([row.least for row in programme.rows]),
        np.array([row.most for row in programme.rows]),
    )
