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

WEIGHING = ("pseudo_costs", "reduced_costs", "core")
"""The same for a weighted sum, which a linear programme with more cuts knows no better:
what each decision cost so far leads to better plans."""

PLAIN = ("quick_restart_no_lp", "no_lp", "core")
"""The ways of searching that do without linear programmes."""

INCLUSIONS = 10**6
"""How far to look for conditions within others, instead of a hundred times as far."""

LARGE = 60_000
"""Free variables beyond which a model is simplified briefly: for 300 people and 400
posts it takes 11 s instead of 47, and what is lost is less than that."""


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
    weighing
        Whether the sum to make small is a weighted one.
    rounds
        After how many searches that follow one another to end, if not by time alone.
    near
        How far a value may lie above what none can go below, as a share of it, to be
        good enough.
    """

    seconds: float
    workers: int
    stop: Event
    turns: bool = False
    work: float = inf
    enough: int | None = None
    plain: bool = False
    weighing: bool = False
    rounds: int | None = None
    near: float = 0.0


def solver_for(effort: Effort, cp: cp_model.CpModel) -> cp_model.CpSolver:
    """Return a solver for a model that takes no more than an effort."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = effort.seconds
    solver.parameters.max_deterministic_time = effort.work
    solver.parameters.relative_gap_limit = effort.near
    solver.parameters.num_workers = effort.workers
    solver.parameters.random_seed = 0
    # Probing took half of every presolve, which each goal begins with.
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.catch_sigint_signal = False
    if effort.turns:
        _take_turns(solver, hinted=cp.proto.has_solution_hint())
    if effort.plain:
        solver.parameters.subsolvers.extend(PLAIN)
    elif effort.turns and cp.has_objective():
        ways = WEIGHING if effort.weighing else PROVING
        solver.parameters.subsolvers.extend(ways)
        solver.parameters.use_lns = False
    if effort.plain or _is_large(cp):
        _simplify_briefly(solver)
    return solver


def _take_turns(solver: cp_model.CpSolver, *, hinted: bool) -> None:
    """Let ways take turns, unless something is hinted.

    A way that finds while it loads the model that there is no solution begins with the
    hint all the same, and CP-SAT 9.15 aborts the program (``fixed_search != nullptr``).
    """
    solver.parameters.num_workers = 1 if hinted else TAKING_TURNS
    solver.parameters.interleave_search = not hinted
    solver.parameters.interleave_batch_size = TAKING_TURNS


def _is_large(cp: cp_model.CpModel) -> bool:
    """Whether a model has many variables that aren't fixed."""
    if len(cp.proto.variables) <= LARGE:
        return False
    domains = (tuple(one.domain) for one in cp.proto.variables)
    free: int = sum(domain[0] < domain[-1] for domain in domains)
    return free > LARGE


def _simplify_briefly(solver: cp_model.CpSolver) -> None:
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.presolve_inclusion_work_limit = INCLUSIONS
    solver.parameters.symmetry_level = 0
