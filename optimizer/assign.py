"""From a town to a plan: first any plan that keeps the rules, then goal by goal."""

from threading import Event
from time import monotonic

from optimizer.budget import Budget
from optimizer.build import build
from optimizer.county.staffing import staffed_by_towns
from optimizer.explain import explain
from optimizer.importance import goals_in_order
from optimizer.lawful import search_any
from optimizer.outcome import Listener, Outcome, SolverDisagreesError, Undecided
from optimizer.reaching import Reaching
from optimizer.search import Found, Refuted, Unknown
from scenarios import Town


def assign(
    town: Town,
    *,
    seconds: float = 40,
    workers: int = 2,
    on_progress: Listener | None = None,
    stop: Event | None = None,
) -> Outcome:
    """Staff the town.

    The goals are taken one after the other: each is made as small as the goals before
    it allow. Where every step is proven, the values depend on the scenario alone; if
    time ran out or the search was stopped, another run may come to other values.

    Parameters
    ----------
    town
        The town to staff. Whether it is to be staffed at all (``staffing``) is the
        caller's affair.
    seconds
        How long the search may take; an explanation may take as long again.
    workers
        Threads of the solver.
    on_progress
        Told of every improvement, in the calling thread.
    stop
        When set, the search ends with the best plan so far.

    Returns
    -------
    Outcome
        The best plan found, or why there is none, or that nothing is known.
    """
    stop = stop or Event()
    budget = Budget(monotonic() + seconds, workers, stop, on_progress)
    if (solved := staffed_by_towns(town, budget)) is not None:
        return solved
    if budget.over:
        return Undecided(interrupted=stop.is_set())
    model = build(town, late=True)
    match search_any(model, budget.effort()):
        case Found(values=values):
            goals = goals_in_order(town)
            return Reaching(model, goals, budget).all_from(model.plan(values))
        case Refuted():
            return _explained(town, seconds, stop)
        case Unknown():
            return Undecided(interrupted=stop.is_set())


def _explained(town: Town, seconds: float, stop: Event) -> Outcome:
    if (outcome := explain(town, seconds=seconds, stop=stop)) is None:
        raise SolverDisagreesError("there is a plan where there was said to be none")
    return outcome
