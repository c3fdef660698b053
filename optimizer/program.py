"""Whole numbers to be found and conditions upon them, as CP-SAT takes them."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from ortools.sat.python import cp_model

from optimizer.linear import Condition, Linear, Variable
from optimizer.optional import sides
from optimizer.writing import domain, write


class Program:
    """Variables and conditions; it knows nothing of towns."""

    def __init__(self) -> None:
        self.cp = cp_model.CpModel()
        self._variables: list[cp_model.IntVar] = []
        self._ranges: list[tuple[int, int]] = []
        self._only_where: Linear | None = None
        self._optional: Collection[Variable] = frozenset()
        self._all_in: Linear | None = None

    def integer(self, least: int, most: int, name: str) -> Linear:
        """Return a new whole number between two limits."""
        self._variables.append(self.cp.new_int_var(least, most, name))
        self._ranges.append((least, most))
        return Linear({len(self._variables) - 1: 1})

    def largest(self, expression: Linear) -> int:
        """Return what the expression comes to at most, each variable by itself."""
        return expression.constant + sum(
            max(times * end for end in self._ranges[one])
            for one, times in expression.terms.items()
        )

    def smallest(self, expression: Linear) -> int:
        """Return what the expression comes to at least, each variable by itself."""
        return -self.largest(expression * -1)

    def define(self, condition: Condition, given: Linear | None = None) -> None:
        """Post a condition that says what a variable means, where another is 1."""
        self._post(condition, given=given)

    @contextmanager
    def in_force_where(self, one: Linear | None) -> Iterator[None]:
        """Let conditions posted meanwhile hold only where a variable, if any, is 1.

        Products and stacks hold everywhere.
        """
        before, self._only_where = self._only_where, one
        try:
            yield
        finally:
            self._only_where = before

    def let_out(self, optional: Collection[Variable], all_in: Linear) -> None:
        """Let zeros and ones be left out where another variable is 0.

        Conditions posted from now on that they help to keep hold only where it is 1.
        """
        self._optional, self._all_in = frozenset(optional), all_in

    def fix(self, one: Linear, value: int) -> None:
        """Let a variable be so much for the time being."""
        for index in one.terms:
            domain = self.cp.proto.variables[index].domain
            domain[0] = domain[1] = value

    @contextmanager
    def without(self, variables: Collection[Variable]) -> Iterator[None]:
        """Let zeros and ones be zero for the time being."""
        domains = [self.cp.proto.variables[index].domain for index in variables]
        mosts = [domain[1] for domain in domains]
        for one in domains:
            one[1] = 0
        try:
            yield
        finally:
            for one, most in zip(domains, mosts, strict=True):
                one[1] = most

    def minimise(
        self, expression: Linear, *, least: int | None = None, most: int | None = None
    ) -> None:
        """Make an expression the only thing to strive for, within limits.

        A solver that sees the limits of what it strives for knows more of each
        variable than from the same limits as a condition.
        """
        self.cp.minimize(self._expression(expression))
        limits = domain(least, most, expression.constant)
        self.cp.proto.objective.domain.extend(limits)

    def forget(self) -> None:
        """Strive for nothing and suggest nothing; the conditions stay."""
        self.cp.proto.clear_objective()
        self.cp.proto.clear_solution_hint()

    def hint(self, values: Mapping[Variable, int]) -> None:
        """Suggest values; what isn't mentioned is left to the solver."""
        self.cp.proto.clear_solution_hint()
        for index, value in values.items():
            self.cp.add_hint(self._variables[index], value)

    def _post(
        self,
        condition: Condition,
        *,
        given: Linear | None = None,
        unless: Linear | None = None,
    ) -> None:
        if condition.settled:
            return
        for side, helped in sides(condition, self._optional):
            posted = write(self.cp, side)
            for one in (given, self._only_where, self._all_in if helped else None):
                if one is not None:
                    posted.enforcement_literal.extend([*one.terms])
            if unless is not None:
                posted.enforcement_literal.extend([-1 - one for one in unless.terms])

    def _expression(self, linear: Linear) -> cp_model.LinearExpr:
        return (
            cp_model.LinearExpr.weighted_sum(
                [self._variables[one] for one in linear.terms],
                list(linear.terms.values()),
            )
            + linear.constant
        )
