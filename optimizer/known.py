"""A plan and what is known of a sum of goals, and a search for a better one."""

from dataclasses import dataclass, replace
from functools import partial

from optimizer.bracket import Bracket
from optimizer.closing_in import close_in
from optimizer.effort import Effort
from optimizer.goal import goal_by_goal, values_of
from optimizer.importance import goals_in_order
from optimizer.merged_goals import Merged
from optimizer.model import StaffingModel
from optimizer.patterns import Certain
from optimizer.search import Found, OnNews, Refuted, Unknown
from scenarios import Plan


@dataclass(frozen=True, slots=True)
class Known:
    """A plan, and what its sum of goals isn't below in any other.

    Parameters
    ----------
    plan
        The plan.
    least
        What no plan has less of the sum than.
    certain
        The same, and for each seat what no plan with it has less than, if known.
    """

    plan: Plan
    least: int = 0
    certain: Certain | None = None


@dataclass(frozen=True, slots=True)
class Searching:
    """Looks for plans with less of a sum of goals.

    Parameters
    ----------
    model
        The town's model; what goals before the sum came to is among its conditions.
    sum_
        The sum to make small.
    on_news
        Told of better values, and of what none can go below.
    """

    model: StaffingModel
    sum_: Merged
    on_news: OnNews | None = None

    def value_of(self, plan: Plan) -> int:
        """Return what the sum comes to in a plan."""
        town = self.model.town
        return self.sum_.of(values_of(goals_in_order(town), town, plan))

    def beyond(self, known: Known, effort: Effort, most: int | None = None) -> Known:
        """Return the best plan found, the known one if none is better, and a bound.

        Parameters
        ----------
        known
            A plan that keeps the model's conditions, and what is known of the sum.
        effort
            What the search may take.
        most
            How much of the sum is looked for at most.
        """
        model, sum_ = self.model, self.sum_.expression
        limit = self.value_of(known.plan) - 1
        limit = limit if most is None else min(limit, most)
        within = Bracket(max(known.least, model.smallest(sum_)), limit)
        match close_in(model, sum_, effort, within=within, on_news=self.on_news):
            case Found(values=values, bound=bound):
                ranked = partial(goal_by_goal, goals_in_order(model.town), model.town)
                plan = min(known.plan, model.plan(values), key=ranked)
                return replace(known, plan=plan, least=bound)
            case Refuted():
                return replace(known, least=limit + 1)
            case Unknown(bound=bound):
                return replace(known, least=bound)
