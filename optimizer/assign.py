"""From a town to a plan: first any plan that keeps the rules, then goal by goal."""

from dataclasses import dataclass
from threading import Event
from time import monotonic

from optimizer.audit import audit
from optimizer.build import build
from optimizer.explain import explain
from optimizer.goal import Goal
from optimizer.importance import goals_in_order
from optimizer.linear import Linear
from optimizer.model import StaffingModel
from optimizer.outcome import (
    Listener,
    Outcome,
    Progress,
    Solved,
    SolverDisagreesError,
    Step,
    Undecided,
)
from optimizer.search import Effort, Found, OnNews, Refuted, Unknown, search
from scenarios import Plan, Town
from scenarios.language.rules import Mode

HALF = 0.5
"""The share of what is left of the time that goes to a step that isn't the last."""

QUARTER = 0.25
"""The share of a step's time that goes to the easier sum, where there is one."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a whole search may take, and who is to be told.

    Parameters
    ----------
    deadline
        The moment, on the monotonic clock, by which it must end.
    workers
        Threads of the solver.
    stop
        Set by whoever wants it to end with what it has.
    on_progress
        Told of every improvement.
    """

    deadline: float
    workers: int
    stop: Event
    on_progress: Listener | None

    def effort(self, share: float = 1.0) -> Effort:
        """Return a share of the time that is left."""
        left = max(0.0, self.deadline - monotonic())
        return Effort(left * share, self.workers, self.stop)


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
    model = build(town)
    match search(model.cp, budget.effort()):
        case Found(values=values):
            return _improved(model, model.plan(values), budget)
        case Refuted():
            return _explained(town, seconds, stop)
        case Unknown():
            return Undecided(interrupted=stop.is_set())


def _explained(town: Town, seconds: float, stop: Event) -> Outcome:
    if (outcome := explain(town, seconds=seconds, stop=stop)) is None:
        raise SolverDisagreesError("there is a plan where there was said to be none")
    return outcome


def _improved(model: StaffingModel, plan: Plan, budget: Budget) -> Solved:
    """Take a plan that keeps the rules through all goals."""
    goals = goals_in_order(model.town)
    steps: list[Step] = []
    for number, goal in enumerate(goals, start=1):
        tell = _teller(budget, goal, number, len(goals))
        share = HALF if number < len(goals) else 1.0
        if goal.guide is not None:
            plan = _guided(model, goal, plan, budget.effort(share * QUARTER))
        expression, bound = goal.expression(model), 0
        if goal.value(model.town, plan):
            plan, bound = _best(model, expression, plan, budget.effort(share), tell)
        value = goal.value(model.town, plan)
        steps.append(Step(goal.key, value, min(value, max(0, bound))))
        model.define(expression <= value)
    if all(step.proven for step in steps):
        plan = _repeatable(model, plan, budget)
    solved = Solved(plan, tuple(steps), interrupted=budget.stop.is_set())
    _check(model.town, solved)
    return solved


def _guided(model: StaffingModel, goal: Goal, plan: Plan, effort: Effort) -> Plan:
    """Return a better plan to start from, if an easier sum leads to one."""
    if goal.guide is None or goal.value(model.town, plan) == 0:
        return plan
    better, _ = _best(model, goal.guide(model), plan, effort, None)
    return min((plan, better), key=lambda one: goal.value(model.town, one))


def _best(
    model: StaffingModel,
    expression: Linear,
    plan: Plan,
    effort: Effort,
    on_news: OnNews | None,
) -> tuple[Plan, int]:
    """Return the plan with the least value found, and what nothing can go below."""
    if not expression.terms:
        return plan, expression.constant
    model.minimise(expression)
    model.hint(model.values_of(plan))
    match search(model.cp, effort, completing=True):
        case Found(values=values):
            model.hint(dict(enumerate(values)))
        case _:
            pass
    match search(model.cp, effort, on_news=on_news):
        case Found(values=values, bound=bound):
            return model.plan(values), bound
        case Unknown():
            return plan, model.smallest(expression)
        case Refuted():
            raise SolverDisagreesError("a plan that was found is said not to exist")


def _repeatable(model: StaffingModel, plan: Plan, budget: Budget) -> Plan:
    """Return the plan, among equally good ones, that one worker finds first.

    Several workers race, so which of the best plans they find is chance. What is left
    of the model depends on the scenario alone, and so does what one worker finds.
    """
    model.forget()
    effort = budget.effort()
    alone = Effort(effort.seconds, workers=1, stop=effort.stop)
    match search(model.cp, alone):
        case Found(values=values):
            return model.plan(values)
        case _:
            return plan


def _teller(budget: Budget, goal: Goal, number: int, of: int) -> OnNews | None:
    if (listener := budget.on_progress) is None:
        return None

    def tell(value: int, bound: int) -> None:
        listener(Progress(goal.key, number, of, value, bound))

    return tell


def _check(town: Town, solved: Solved) -> None:
    """Hold the solver to its word: the plan keeps the rules in plain Python too."""
    if broken := audit(town, solved.plan, modes=(Mode.HARD,)):
        raise SolverDisagreesError(f"the plan breaks {broken}")
    for goal, step in zip(goals_in_order(town), solved.steps, strict=True):
        if goal.value(town, solved.plan) > step.value:
            raise SolverDisagreesError(f"the goal {goal.key} was lost on the way")
