"""From any plan that keeps the rules to the best one, goal by goal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from optimizer.audit import audit
from optimizer.bettering import better
from optimizer.budget import Budget
from optimizer.goal import Goal, goal_by_goal, values_of
from optimizer.insight import foreseen, narrow
from optimizer.known import Known, Searching
from optimizer.merged_goals import Merged, merged
from optimizer.model import StaffingModel
from optimizer.outcome import Progress, Solved, SolverDisagreesError, Step
from optimizer.patterns import Certain
from optimizer.search import OnNews
from optimizer.settled import settled
from scenarios import Plan
from scenarios.language.rules import Mode

HALF, MOST = 0.5, 0.75
"""Shares of what is left of the time: for a step that isn't the last, for foresight."""


@dataclass(slots=True)
class Reaching:
    """Takes a plan through all goals.

    Parameters
    ----------
    model
        The town's model; what is reached stays among its conditions.
    goals
        The goals, in their order.
    budget
        What all of it may take.
    """

    model: StaffingModel
    goals: Sequence[Goal]
    budget: Budget
    _steps: list[Step] = field(default_factory=list, init=False)
    _floors: Mapping[str, int] = field(default_factory=dict, init=False)
    _costly: Merged | None = field(default=None, init=False)

    def all_from(self, plan: Plan) -> Solved:
        """Return the best plan found from one on, and how far each goal was reached."""
        self._tell_of(plan)
        effort = self.budget.effort(MOST)
        plan, self._floors = foreseen(self.model, self.goals, plan, effort, self._tell)
        values = values_of(self.goals, self.model.town, plan)
        known = {key: low for key, low in self._floors.items() if values[key] == low}
        open_ = [goal for goal in self.goals if goal.key not in known]
        for sum_ in merged(self.model, self.goals, known):
            found = self._least(sum_, plan)
            plan = found.plan
            values = values_of(self.goals, self.model.town, plan)
            self._steps += sum_.steps(values, found.least)
            if not self._is_last(sum_):
                self._keep(sum_, values, found.certain)
                narrow(self.model, open_, sum_, plan, self.budget.effort(HALF))
        return self._checked(plan)

    def _keep(
        self, sum_: Merged, values: Mapping[str, int], certain: Certain | None
    ) -> None:
        """Let the goals of a sum be no more than they came to from now on.

        Seats that no such plan has are ruled out.
        """
        for condition in sum_.kept(values):
            self.model.define(condition)
        if certain is not None:
            self.model.rule_out(certain.beyond(sum_.of(values)))
        if sum_.of(values):
            self._costly = sum_

    def _least(self, sum_: Merged, plan: Plan) -> Known:
        """Return a plan with the least found of a sum, and what none can go below."""
        value = sum_.of(values_of(self.goals, self.model.town, plan))
        if not value:
            return Known(plan)
        tell = self._teller(sum_, value)
        tell(value, 0)
        if not sum_.expression.terms:
            return Known(plan, sum_.expression.constant)
        last, floor = self._is_last(sum_), self._floor(sum_)
        if last:
            self._settle(plan)
        effort = self.budget.effort(1.0 if last else HALF)
        known = Known(plan, floor)
        return better(Searching(self.model, sum_, tell), known, effort)

    def _floor(self, sum_: Merged) -> int:
        """Return what was foreseen that a sum of one goal can't go below."""
        return self._floors.get(sum_.goals[0], 0) if len(sum_.goals) == 1 else 0

    def _is_last(self, sum_: Merged) -> bool:
        return sum_.goals[-1] == self.goals[-1].key

    def _settle(self, plan: Plan) -> None:
        """Say to the model whom every plan has that reaches the goals so far.

        They are looked for where goals were reached that few plans reach.
        """
        if self._costly is None or not all(step.proven for step in self._steps):
            return
        least = self._costly.of(values_of(self.goals, self.model.town, plan))
        effort, sum_ = self.budget.effort(HALF), self._costly.expression
        for one in settled(self.model, sum_, least, plan, effort):
            self.model.define(self.model.holds(one.person, one.post, one.seat) >= 1)

    def _tell_of(self, plan: Plan) -> None:
        """Tell the listener of a first plan, by the first goal to strive for."""
        values = values_of(self.goals, self.model.town, plan)
        for goal in self.goals:
            if values[goal.key]:
                self._tell(goal, values[goal.key], 0)
                return

    def _tell(self, goal: Goal, value: int, bound: int) -> None:
        if (listener := self.budget.on_progress) is not None:
            number, of = self.goals.index(goal) + 1, len(self.goals)
            listener(Progress(goal.key, number, of, value, bound))

    def _teller(self, sum_: Merged, known: int) -> OnNews:
        """Return what tells the listener of the first goal of a sum that isn't proven.

        What is worse than what is known isn't told.
        """
        listener, order = self.budget.on_progress, [goal.key for goal in self.goals]

        def tell(value: int, bound: int) -> None:
            if listener is None:
                return
            steps = [*sum_.steps(sum_.apart(min(value, known)), bound)]
            now = next((step for step in steps if not step.proven), steps[-1])
            number = order.index(now.goal) + 1
            listener(Progress(now.goal, number, len(order), now.value, now.bound))

        return tell

    def _checked(self, plan: Plan) -> Solved:
        """Hold the solver to its word: the plan keeps the rules in plain Python too.

        A later step may have made an earlier goal smaller, if that wasn't proven, at
        the price of those after it.

        Raises
        ------
        SolverDisagreesError
            The plan breaks a hard rule, or is worse than what was reached.
        """
        town = self.model.town
        if broken := audit(town, plan, modes=(Mode.HARD,)):
            raise SolverDisagreesError(f"the plan breaks {broken}")
        reached = tuple(step.value for step in self._steps)
        if goal_by_goal(self.goals, town, plan) > reached:
            raise SolverDisagreesError(f"of {reached} something was lost on the way")
        values = values_of(self.goals, town, plan)
        steps = (replace(step, value=values[step.goal]) for step in self._steps)
        return Solved(plan, tuple(steps), interrupted=self.budget.stop.is_set())
