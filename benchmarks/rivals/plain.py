"""Plain CP-SAT: a Boolean for each person and seat, one objective, nothing else."""

import time

from ortools.sat.python import cp_model

from benchmarks.timeline import Moment, Timeline
from optimizer.build import build
from optimizer.importance import goals_in_order
from optimizer.model import StaffingModel
from scenarios import Town


def posed(town: Town) -> StaffingModel:
    """Return the model of a town whose goals are one sum, which it is to minimise."""
    model = build(town)
    goal = goals_in_order(town)[-1]
    model.minimise(goal.expression(model))
    return model


def plain(town: Town, *, seconds: float, workers: int) -> Timeline:
    """Solve the model of all pairs; building it counts."""
    begun = time.perf_counter()
    model = posed(town)
    watch = _Watch(begun)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 0
    left = seconds - (time.perf_counter() - begun)
    solver.parameters.max_time_in_seconds = max(0.0, left)
    solver.best_bound_callback = watch.on_bound
    status = solver.solve(model.cp, watch)
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        watch.note(solver.objective_value, solver.best_objective_bound)
    return Timeline(watch.moments, time.perf_counter() - begun)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Notes every better value and every better bound."""

    def __init__(self, begun: float) -> None:
        super().__init__()
        self._begun = begun
        self.moments: list[Moment] = []

    def on_solution_callback(self) -> None:
        """Note a plan."""
        self.note(self.objective_value, self.best_objective_bound)

    def on_bound(self, bound: float) -> None:
        """Note a bound."""
        self.note(None, bound)

    def note(self, value: float | None, bound: float) -> None:
        """Note a moment; values and bounds are whole numbers to CP-SAT."""
        at = time.perf_counter() - self._begun
        whole = None if value is None else round(value)
        self.moments.append(Moment(at, whole, max(0, round(bound))))
