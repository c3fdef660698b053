"""One model of a town that is solved again and again, each time a little changed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from optimizer.build import build
from optimizer.importance import goals_in_order
from optimizer.linear import Linear, Variable
from optimizer.merged_goals import Merged, merged
from optimizer.model import StaffingModel
from optimizer.outcome import SolverDisagreesError, Step
from optimizer.search import Effort, Found, Refuted, Unknown, search
from scenarios import Assignment, Plan, Town


@dataclass(frozen=True, slots=True)
class Best:
    """The best plan that was found of a changed model.

    Parameters
    ----------
    plan
        The plan.
    exact
        The goals, from the first on, that are proven to have their least values.
    least
        What the first goal that isn't among them can't go below, if that is known.
    """

    plan: Plan
    exact: tuple[str, ...] = ()
    least: Mapping[str, int] = field(default_factory=dict)


Pace = Callable[[int], Effort]
"""What the next sum of goals may take, from the number of sums that are left."""


class Resolver:
    """A town's model with its goals, to be copied and changed.

    Parameters
    ----------
    town
        The town.
    plan
        A plan to start from.
    steps
        How far the plan is proven to be the best.
    """

    def __init__(self, town: Town, plan: Plan, steps: Sequence[Step] = ()) -> None:
        self.town = town
        self.model = build(town)
        self._goals = goals_in_order(town)
        self._sums = tuple(merged(self.model, self._goals))
        self._totals = [_total(self.model, one.expression) for one in self._sums]
        self._plan = plan
        self._start = self.values(plan)
        self._steps = {step.goal: step for step in steps}
        self._seats = {
            one: index
            for one in self._every_assignment()
            for index in self.model.holds(one.person, one.post, one.seat).terms
        }
        self._shut = _shut(self.model.cp, self._seats.values())

    def values(self, plan: Plan) -> Mapping[str, int]:
        """Return what a plan comes to on each goal, in the order of importance."""
        return {goal.key: goal.value(self.town, plan) for goal in self._goals}

    def allowed(self, some: Iterable[Assignment]) -> set[Assignment]:
        """Return those of some assignments that no rule about pairs refuses."""
        return {one for one in some if one in self._seats}

    def copy(self, seated: Collection[Assignment] = ()) -> cp_model.CpModel:
        """Return a copy; if assignments are named, at least one of them is made."""
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
        if plan is not self._plan:
            copy = _shut(self.model.cp, self._seats.values())
        else:
            copy = self._shut.clone()
        variables = copy.proto.variables
        for one in {*free, *plan.assignments} & self._seats.keys():
            variables[self._seats[one]].domain[1] = 1
        self._seat(copy, seated)
        return copy

    def as_good(self, copy: cp_model.CpModel) -> cp_model.CpModel:
        """Return a copy of a copy whose plans are as good as the one at the start."""
        bounded = copy.clone()
        for one, index in zip(self._sums, self._totals, strict=True):
            total = bounded.get_int_var_from_proto_index(index)
            bounded.add(total <= one.of(self._start))
        return bounded

    def any_plan(
        self, copy: cp_model.CpModel, effort: Effort
    ) -> Plan | Refuted | Unknown:
        """Return any plan of a copy."""
        match search(copy, effort):
            case Found(values=values):
                return self.model.plan(values)
            case Refuted() | Unknown() as nothing:
                return nothing

    def best(
        self, copy: cp_model.CpModel, pace: Pace, near: Plan | None = None
    ) -> Best | Refuted | Unknown:
        """Return the best plan of a copy, one sum of goals after the other.

        Parameters
        ----------
        copy
            The copy; it is used up.
        pace
            What the next sum may take, from the number of sums that are left.
        near
            A plan of the copy to begin with.
        """
        run = _Run(near)
        if near is not None:
            self._begin(copy, near, pace(len(self._sums) + 1))
        for left, one, index in self._sums_left():
            total = copy.get_int_var_from_proto_index(index)
            if run.as_at_start:
                copy.add(total >= one.floor(self._steps))
            copy.minimize(total)
            result = search(copy, pace(left))
            if isinstance(result, Found):
                self._take(copy, run, one, result)
            if run.plan is None:
                return Unknown() if isinstance(result, Found) else result
            if isinstance(result, Refuted):
                raise SolverDisagreesError("a plan that was found is said not to exist")
            copy.add(total <= one.of(self.values(run.plan)))
            run.over |= isinstance(result, Unknown)
            run.as_at_start &= one.proven(self._steps)
            run.as_at_start &= one.of(self.values(run.plan)) == one.of(self._start)
        return Unknown() if run.plan is None else run.best(run.plan)

    def _take(
        self, copy: cp_model.CpModel, run: "_Run", one: Merged, found: Found
    ) -> None:
        """Note what a sum came to, and begin the next with the better plan."""
        run.note(one, found.value, found.bound)
        better = self.model.plan(found.values)
        if run.plan is None or self._rank(better) < self._rank(run.plan):
            run.plan = better
            _hint(copy, dict(enumerate(found.values)))

    def _rank(self, plan: Plan) -> tuple[int, ...]:
        return tuple(self.values(plan).values())

    def _begin(self, copy: cp_model.CpModel, near: Plan, effort: Effort) -> None:
        """Suggest a plan with all that follows from it: half a hint is soon lost."""
        _hint(copy, self.model.values_of(near))
        match search(copy, effort, completing=True):
            case Found(values=values):
                _hint(copy, dict(enumerate(values)))
            case _:
                pass

    def _sums_left(self) -> Iterator[tuple[int, Merged, Variable]]:
        """Yield each sum with its variable, and how many are left, itself included."""
        for number, one in enumerate(self._sums):
            yield len(self._sums) - number, one, self._totals[number]

    def _seat(self, copy: cp_model.CpModel, seated: Collection[Assignment]) -> None:
        if seated:
            indices = [self._seats[one] for one in seated]
            copy.add_bool_or([copy.get_bool_var_from_proto_index(i) for i in indices])

    def _every_assignment(self) -> Iterable[Assignment]:
        for person, post, seat in self.model.every_pair():
            yield Assignment(post, seat, person)


@dataclass(slots=True)
class _Run:
    """The best plan so far, and what is proven of it."""

    plan: Plan | None
    exact: list[str] = field(default_factory=list)
    least: dict[str, int] = field(default_factory=dict)
    over: bool = False
    as_at_start: bool = True
    """Whether all sums so far are as at the start, and proven: floors hold then."""

    def note(self, one: Merged, value: int, bound: int) -> None:
        """Take in what a sum came to, and what it can't go below."""
        values, bounds = one.apart(value), one.apart(max(0, bound))
        for goal in () if self.over else one.goals:
            if values[goal] > bounds[goal]:
                self.least, self.over = {goal: bounds[goal]}, True
                return
            self.exact.append(goal)

    def best(self, plan: Plan) -> Best:
        """Return a plan with what is proven of it."""
        return Best(plan, tuple(self.exact), self.least)


def _total(model: StaffingModel, expression: Linear) -> Variable:
    """Return a variable that equals a sum: then a copy need not build it again."""
    variable = model.integer(0, model.largest(expression), "sum of goals")
    model.define(expression.equals(variable))
    (index,) = variable.terms
    return index


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


def _hint(copy: cp_model.CpModel, values: Mapping[Variable, int]) -> None:
    """Suggest values, and nothing else that was suggested before."""
    copy.proto.clear_solution_hint()
    hint = copy.proto.solution_hint
    hint.vars.extend(values.keys())
    hint.values.extend(values.values())
