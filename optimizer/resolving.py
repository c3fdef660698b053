"""Solving a town's model again and again, each time a little changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from optimizer.copies import Copies, keep, strive, suggest
from optimizer.effort import Effort
from optimizer.merged_goals import Merged
from optimizer.outcome import SolverDisagreesError, Step
from optimizer.proof import Best, Proof
from optimizer.search import Found, Refuted, Unknown, search
from scenarios import Plan

Pace = Callable[[int], Effort]
"""What the next sum of goals may take, from the number of sums that are left."""


class Resolver:
    """Finds the best plans of changed copies.

    Parameters
    ----------
    copies
        The town's model.
    steps
        How far the present plan is proven to be the best.
    """

    def __init__(self, copies: Copies, steps: Sequence[Step] = ()) -> None:
        self._copies = copies
        self._present = copies.values(copies.plan)
        self._steps = {step.goal: step for step in steps}

    def any_plan(
        self, copy: cp_model.CpModel, effort: Effort
    ) -> Plan | Refuted | Unknown:
        """Return any plan of a copy."""
        match search(copy, effort):
            case Found(values=values):
                return self._copies.model.plan(values)
            case Refuted() | Unknown() as nothing:
                return nothing

    def confirmed(
        self, copy: cp_model.CpModel, effort: Effort
    ) -> Plan | Refuted | Unknown:
        """Return any plan of a copy; what is refuted is so without presolve too.

        As in an explanation: that somebody can't have a seat is told to people.
        """
        found = self.any_plan(copy, effort)
        if not isinstance(found, Refuted):
            return found
        match search(copy, effort, presolve=False):
            case Found(values=values):
                return self._copies.model.plan(values)
            case nothing:
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
        run, sums = _Run(near), self._copies.sums
        if near is not None:
            self._begin(copy, near, pace(len(sums) + 1))
        for number, one in enumerate(sums):
            strive(copy, one, one.floor(self._steps) if run.as_present else 0)
            result = search(copy, pace(len(sums) - number))
            if isinstance(result, Found):
                self._take(copy, run, one, result)
            if run.plan is None:
                return Unknown() if isinstance(result, Found) else result
            if isinstance(result, Refuted):
                raise SolverDisagreesError("a plan that was found is said not to exist")
            values = self._copies.values(run.plan)
            keep(copy, one, values)
            run.proof.over |= isinstance(result, Unknown)
            run.as_present &= one.proven(self._steps)
            run.as_present &= one.of(values) == one.of(self._present)
        return Unknown() if run.plan is None else run.proof.best(run.plan)

    def _take(
        self, copy: cp_model.CpModel, run: "_Run", one: Merged, found: Found
    ) -> None:
        """Note what a sum came to, and begin the next with the better plan."""
        run.proof.note(one, found.value, found.bound)
        better = self._copies.model.plan(found.values)
        if run.plan is None or self._rank(better) < self._rank(run.plan):
            run.plan = better
            suggest(copy, dict(enumerate(found.values)))

    def _rank(self, plan: Plan) -> tuple[int, ...]:
        return tuple(self._copies.values(plan).values())

    def _begin(self, copy: cp_model.CpModel, near: Plan, effort: Effort) -> None:
        """Suggest a plan with all that follows from it: half a hint is soon lost."""
        suggest(copy, self._copies.model.values_of(near))
        match search(copy, effort, completing=True):
            case Found(values=values):
                suggest(copy, dict(enumerate(values)))
            case _:
                pass


@dataclass(slots=True)
class _Run:
    """The best plan so far, and what is proven of it."""

    plan: Plan | None
    proof: Proof = field(default_factory=Proof)
    as_present: bool = True
    """Whether all sums so far are as at present, and proven: floors hold then."""
