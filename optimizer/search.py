"""One run of CP-SAT, which can be watched and stopped."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

from ortools.sat.python import cp_model

from optimizer.effort import Effort, solver_for

POLL_SECONDS = 0.05
"""How often the waiting thread looks for news and for the wish to stop."""


@dataclass(frozen=True, slots=True)
class Found:
    """A solution: the variables' values, what the objective comes to, its bound."""

    values: Sequence[int]
    value: int
    bound: int


@dataclass(frozen=True, slots=True)
class Refuted:
    """There is no solution; these assumptions, by variable index, already clash."""

    assumptions: frozenset[int]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Time ran out, or the run was stopped, before any solution was known.

    No solution is below the bound; 0 if nothing is known of that either.
    """

    bound: int = 0


OnNews = Callable[[int, int], None]
"""Told of a better value and the bound."""

Result = Found | Refuted | Unknown


class Watch(cp_model.CpSolverSolutionCallback):
    """Keeps the newest value and bound, for the thread that waits.

    Parameters
    ----------
    enough
        A value that is good enough to end with.
    """

    def __init__(self, enough: int | None) -> None:
        super().__init__()
        self.news: tuple[int, int] | None = None
        self._enough = enough

    def on_solution_callback(self) -> None:
        """Note the value and the bound."""
        value = round(self.objective_value)
        self.news = (value, round(self.best_objective_bound))
        if self._enough is not None and value <= self._enough:
            self.stop_search()


def search(
    cp: cp_model.CpModel,
    effort: Effort,
    *,
    on_news: OnNews | None = None,
    presolve: bool = True,
    completing: bool = False,
) -> Result:
    """Solve a model in a thread of its own, so that waiting can be interrupted.

    Parameters
    ----------
    cp
        The model.
    effort
        What the run may take.
    on_news
        Told of value and bound in the calling thread whenever they improve.
    presolve
        Whether the model may be simplified first.
    completing
        Whether to keep to the hinted values.
    """
    if effort.seconds <= 0 or effort.stop.is_set():
        return Unknown()
    solver = solver_for(effort, cp)
    solver.parameters.cp_model_presolve = presolve
    solver.parameters.fix_variables_to_their_hinted_value = completing
    status = _run(solver, cp, effort, on_news)
    return _result(solver, status)


def _run(
    solver: cp_model.CpSolver,
    cp: cp_model.CpModel,
    effort: Effort,
    on_news: OnNews | None,
) -> cp_model.CpSolverStatus:
    watch, told = Watch(effort.enough), None
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="cp-sat") as threads:
        solving = threads.submit(solver.solve, cp, watch)
        try:
            while not wait((solving,), POLL_SECONDS).done:
                if effort.stop.is_set():
                    solver.stop_search()
                if on_news and watch.news and watch.news != told:
                    told = watch.news
                    on_news(*told)
        finally:
            while not wait((solving,), POLL_SECONDS).done:
                solver.stop_search()
        return solving.result()


def _result(solver: cp_model.CpSolver, status: cp_model.CpSolverStatus) -> Result:
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Found(
            tuple(solver.response_proto.solution),
            round(solver.objective_value),
            round(solver.best_objective_bound),
        )
    if status == cp_model.INFEASIBLE:
        named = solver.sufficient_assumptions_for_infeasibility()
        return Refuted(frozenset(named))
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"CP-SAT refuses the model: {solver.solution_info()}")
    return Unknown(max(0, round(solver.best_objective_bound)))
