"""One model of a town with its goals, copied and changed a little for each question."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ortools.sat.python import cp_model

from optimizer.build import build
from optimizer.goal import Goal, values_of
from optimizer.importance import goals_in_order
from optimizer.linear import Linear, Variable, total
from optimizer.merged_goals import Merged, merged
from optimizer.model import StaffingModel
from optimizer.writing import domain, write
from scenarios import Assignment, Plan, Town


class Copies:
    """A town's model with its goals, to be copied and changed.

    Parameters
    ----------
    town
        The town.
    plan
        The present plan.
    """

    def __init__(self, town: Town, plan: Plan) -> None:
        self.town, self.plan = town, plan
        self.model = build(town)
        self._goals = goals_in_order(town)
        counted = [_in_variables(goal) for goal in self._goals]
        self.sums = tuple(merged(self.model, counted))
        self._seats = {
            Assignment(post, seat, person): index
            for person, post, seat in self.model.every_pair()
            for index in self.model.holds(person, post, seat).terms
        }
        self._shut = _shut(self.model.cp, self._seats.values())

    def values(self, plan: Plan) -> Mapping[str, int]:
        """Return what a plan comes to on each goal, in the order of importance."""
        return values_of(self._goals, self.town, plan)

    def allowed(self, some: Iterable[Assignment]) -> set[Assignment]:
        """Return those of some assignments that no rule about pairs refuses."""
        return {one for one in some if one in self._seats}

    def seating(self, seated: Collection[Assignment]) -> cp_model.CpModel:
        """Return a copy in which at least one of some assignments is made."""
        copy = self.model.cp.clone()
        self._seat(copy, seated)
        return copy

    def held(
        self, plan: Plan, free: Collection[Assignment], seated: Collection[Assignment]
    ) -> cp_model.CpModel:
        """Return a copy in which nothing is new but what is free.

        Assignments of the plan may be given up; of those that are free any may be
        made, and at least one of those to be seated.
        """
        if plan is not self.plan:
            copy = _shut(self.model.cp, self._seats.values())
        else:
            copy = self._shut.clone()
        variables = copy.proto.variables
        for one in {*free, *plan.assignments} & self._seats.keys():
            variables[self._seats[one]].domain[1] = 1
        self._seat(copy, seated)
        return copy

    def as_good(self, copy: cp_model.CpModel) -> cp_model.CpModel:
        """Return a copy of a copy whose plans are as good as the present one."""
        bounded, values = copy.clone(), self.values(self.plan)
        for one in self.sums:
            keep(bounded, one, values)
        return bounded

    def _seat(self, copy: cp_model.CpModel, seated: Collection[Assignment]) -> None:
        indices = [self._seats[one] for one in seated]
        copy.add_bool_or([copy.get_bool_var_from_proto_index(i) for i in indices])


def strive(copy: cp_model.CpModel, one: Merged, least: int = 0) -> None:
    """Make a sum of goals, which isn't below so much, all that a copy strives for."""
    terms = one.expression.terms
    variables = [copy.get_int_var_from_proto_index(index) for index in terms]
    copy.minimize(cp_model.LinearExpr.weighted_sum(variables, [*terms.values()]))
    copy.proto.objective.domain.extend(domain(least, None, one.expression.constant))


def keep(copy: cp_model.CpModel, one: Merged, values: Mapping[str, int]) -> None:
    """Let no goal of a sum be more than so much in a copy."""
    for condition in one.kept(values):
        write(copy, condition)


def suggest(copy: cp_model.CpModel, values: Mapping[Variable, int]) -> None:
    """Suggest values, and nothing else that was suggested before."""
    copy.proto.clear_solution_hint()
    hint = copy.proto.solution_hint
    hint.vars.extend(values.keys())
    hint.values.extend(values.values())


def _in_variables(goal: Goal) -> Goal:
    """Return a goal in variables for it or its parts: a copy need not add up again.

    What adds up prices and seats would be too large a condition: see `Merged.kept`.
    """

    def expression(model: StaffingModel) -> Linear:
        if not goal.parts:
            return _equal(model, goal)
        return total(_equal(model, part) * price for part, price in goal.parts)

    return replace(goal, expression=expression)


def _equal(model: StaffingModel, goal: Goal) -> Linear:
    """Return a new variable that equals a goal."""
    expression = goal.expression(model)
    variable = model.integer(0, model.largest(expression), goal.key)
    model.define(expression.equals(variable))
    return variable


def _shut(cp: cp_model.CpModel, seats: Iterable[Variable]) -> cp_model.CpModel:
    """Return a copy in which nobody sits anywhere.

    Written into the model as it is stored: a condition for each seat would take
    longer to state than the solver takes for the rest.
    """
    copy = cp.clone()
    variables = copy.proto.variables
    for index in seats:
        variables[index].domain[1] = 0
    return copy
