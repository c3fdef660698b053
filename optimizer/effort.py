"""What a run of CP-SAT may take, and the solver set to it."""

from dataclasses import dataclass
from math import inf
from threading import Event

from ortools.sat.python import cp_model

TAKING_TURNS = 2
"""Ways of searching that go forward at a time.

The solver's ways take turns, in an order that hangs neither on the clock nor on the
number of threads; so neither does what is found, unless the time is up. Even on one
core this beats a single way: the best plan is improved while the proof goes on.
"""

PROVING = ("max_lp", "reduced_costs", "core")
"""The ways of searching for the least of something that take turns: all that a linear
programme knows of seats and hours, what it leaves to each seat, and sets of seats that
can't all be cheap. The other ways that the solver would take by itself hardly ever
ended a proof of these models."""

PLAIN = ("quick_restart_no_lp", "no_lp", "core")
"""The ways of searching that do without linear programmes."""

INCLUSIONS = 10**6
"""How far to look for conditions within others, instead of a hundred times as far."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What a run may take.

    Parameters
    ----------
    seconds
        Of time.
    workers
        Threads of the solver.
    stop
        Set by whoever wants the run to end with what it has.
    turns
        Whether the solver's ways of searching take turns: better for staffing, more
        than a short question needs.
    work
        Of the solver's own measure of work, which hangs on no clock.
    enough
        A value that is good enough to end with.
    plain
        Whether to do without linear programmes and long simplification: a large town
        is staffed at all many times sooner, but what lacks is refuted later.
    """

    seconds: float
    workers: int
    stop: Event
    turns: bool = False
    work: float = inf
    enough: int | None = None
    plain: bool = False


def solver_for(effort: Effort, *, striving: bool, hinted: bool) -> cp_model.CpSolver:
    """Return a solver that takes no more than an effort.

    Parameters
    ----------
    effort
        The effort.
    striving
        Whether there is something to strive for.
    hinted
        Whether values are suggested. Ways don't take turns then: one that finds while
        it loads the model that there is no solution begins with the hint all the same,
        and aborts the program (``fixed_search != nullptr``, CP-SAT 9.15).
    """
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = effort.seconds
    solver.parameters.max_deterministic_time = effort.work
    solver.parameters.num_workers = effort.workers
    solver.parameters.random_seed = 0
    # Probing took half of every presolve, which each goal begins with.
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.catch_sigint_signal = False
    if effort.turns and hinted:
        solver.parameters.num_workers = 1
    elif effort.turns:
        _take_turns(solver)
    if effort.plain:
        _keep_plain(solver)
    elif effort.turns and striving:
        solver.parameters.subsolvers.extend(PROVING)
        solver.parameters.use_lns = False
    return solver


def _take_turns(solver: cp_model.CpSolver) -> None:
    solver.parameters.num_workers = TAKING_TURNS
    solver.parameters.interleave_search = True
    solver.parameters.interleave_batch_size = TAKING_TURNS


def _keep_plain(solver: cp_model.CpSolver) -> None:
    solver.parameters.subsolvers.extend(PLAIN)
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.presolve_inclusion_work_limit = INCLUSIONS
    solver.parameters.symmetry_level = 0
