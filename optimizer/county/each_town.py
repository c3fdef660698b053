"""Questions about each town of a county, and the answers as one staffing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from optimizer.asking import Asking
from optimizer.audit import audit
from optimizer.budget import Budget
from optimizer.goal import values_of
from optimizer.homes import TownId
from optimizer.importance import goals_in_order
from optimizer.outcome import Progress, Solved, SolverDisagreesError, Step
from optimizer.spending import Shares, Spending, one_by_one
from scenarios import Plan, Town
from scenarios.language.rules import Mode

Plans = Mapping[TownId, Plan]
Answer = TypeVar("Answer")


def each_town(
    names: Collection[TownId],
    ask: Callable[[TownId, Asking], Answer],
    budget: Budget,
    share: float = 1.0,
) -> Iterator[tuple[TownId, Answer]]:
    """Yield the answer for each town, side by side in a share of the time left."""
    seconds = budget.effort(share).seconds
    spending = Spending(seconds=seconds, workers=budget.workers, stop=budget.stop)
    shares = Shares(spending, len(names))
    answers = one_by_one(lambda name: ask(name, shares.next()), [*names], spending)
    yield from zip(names, answers, strict=True)


def all_of(answers: Mapping[TownId, Plan | None]) -> Plans | None:
    """Return the plans of all towns; nothing if one has none."""
    plans = {name: plan for name, plan in answers.items() if plan is not None}
    return plans if len(plans) == len(answers) else None


def tell(county: Town, plan: Plan, bounds: Mapping[str, int], budget: Budget) -> None:
    """Tell of a plan, by the first goal that isn't proven or else the last."""
    if budget.on_progress is None:
        return
    goals = goals_in_order(county)
    values = values_of(goals, county, plan)
    open_ = [goal for goal in goals if values[goal.key] > bounds.get(goal.key, 0)]
    goal = (open_ or goals)[0 if open_ else -1]
    bound = bounds.get(goal.key, 0)
    number = goals.index(goal) + 1
    progress = Progress(goal.key, number, len(goals), values[goal.key], bound)
    budget.on_progress(progress)


def checked(
    county: Town, plan: Plan, bounds: Mapping[str, int], budget: Budget
) -> Solved:
    """Hold the towns to what the county's rules say, in plain Python.

    Parameters
    ----------
    county
        The county.
    plan
        Its plan.
    bounds
        What goals can't go below, where that is known.
    budget
        What may have been stopped.

    Raises
    ------
    SolverDisagreesError
        The plan breaks a hard rule, or is better than can be.
    """
    if broken := audit(county, plan, modes=(Mode.HARD,)):
        raise SolverDisagreesError(f"the plan breaks {broken}")
    values = values_of(goals_in_order(county), county, plan)
    steps = tuple(Step(key, value, bounds.get(key, 0)) for key, value in values.items())
    if beyond := [step for step in steps if step.value < step.bound]:
        raise SolverDisagreesError(f"less than can be: {beyond}")
    return Solved(plan, steps, interrupted=budget.stop.is_set())
