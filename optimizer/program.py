"""Whole numbers to be found and conditions upon them, as CP-SAT takes them."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

import numpy as np
from ortools.sat.python import cp_model

from optimizer.linear import Condition, Linear, Variable
from optimizer.optional import sides
from optimizer.record import Record
from optimizer.rows import Rows
from optimizer.writing import domain, write


class Program:
    """Variables and conditions; it knows nothing of towns."""

    def __init__(self) -> None:
        self.cp = cp_model.CpModel()
        self._variables: list[cp_model.IntVar] = []
        self._ranges: list[tuple[int, int]] = []
        self._low, self._high = array("q"), array("q")
        self._record = Record()
        self._only_where: Linear | None = None
        self._optional: Collection[Variable] = frozenset()
        self._all_in: Linear | None = None

    def integer(self, least: int, most: int, name: str) -> Linear:
        """Return a new whole number between two limits."""
        self._variables.append(self.cp.new_int_var(least, most, name))
        self._ranges.append((least, most))
        self._low.append(least)
        self._high.append(most)
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

    def rows(self) -> Rows:
        """Return the linear conditions that hold in any case."""
        low, high = (np.array(some, dtype=np.int64) for some in (self._low, self._high))
        return self._record.in_force(low, high)

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
            self._let_lie(index, value, value)

    @contextmanager
    def without(self, variables: Collection[Variable]) -> Iterator[None]:
        """Let zeros and ones be zero for the time being."""
        before = [(index, self._low[index], self._high[index]) for index in variables]
        self.rule_out(variables)
        try:
            yield
        finally:
            for index, least, most in before:
                self._let_lie(index, least, most)

    def rule_out(self, variables: Iterable[Variable]) -> None:
        """Let zeros and ones be zero for good."""
        for index in variables:
            self._let_lie(index, 0, 0)

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
            where = given, self._only_where, self._all_in if helped else None
            literals = [
                index for one in where if one is not None for index in one.terms
            ]
            if unless is not None:
                literals += [-1 - one for one in unless.terms]
            posted = write(self.cp, side)
            posted.enforcement_literal.extend(literals)
            self._record.add(side, literals)

    def _let_lie(self, index: Variable, least: int, most: int) -> None:
        self._low[index], self._high[index] = least, most
        domain = self.cp.proto.variables[index].domain
        domain[0], domain[1] = least, most

    def _expression(self, linear: Linear) -> cp_model.LinearExpr:
        return (
            cp_model.LinearExpr.weighted_sum(
                [self._variables[one] for one in linear.terms],
                list(linear.terms.values()),
            )
            + linear.constant
        )
