"""Variables that follow from others: whether any is 1, products, what is above 0."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from ortools.sat.python import cp_model

from optimizer.linear import Block, Key, Linear, Variable, total
from optimizer.program import Program

Cases = tuple[Variable, ...]
Made = TypeVar("Made")
Where = Key | None
"""The variable that is 1 where something is in force; ``None`` if it is everywhere."""


class Derived(Program):
    """A program that makes each variable that follows from others once."""

    def __init__(self) -> None:
        super().__init__()
        self._any: dict[tuple[Cases, Where], Linear] = {}
        self._at_most_any: dict[tuple[Cases, Where], Linear] = {}
        self._copies: dict[tuple[Key, Where], Linear] = {}
        self._products: dict[tuple[Key, Key], Linear] = {}
        self._posted: dict[Variable, cp_model.Constraint] = {}

    def any_of(self, cases: Sequence[Linear]) -> Linear:
        """Return 1 if any of these zeros and ones is 1, else 0."""
        key = _key(cases)
        if len(key) < 2:
            return total(cases)
        found = self._in_force(self._any, key)
        if found is None:
            found = self._any[key, self._where] = self.integer(0, 1, "any")
            self.define(found <= total(cases))
            for one in key:
                self.define(Linear({one: 1}) <= found)
        return found

    def at_most_any(self, cases: Sequence[Linear]) -> Linear:
        """Return 0 if none of these zeros and ones is 1, else 0 or 1.

        Where at least so many of such sums are demanded it says what `any_of` says, in
        a small part of the conditions. But what was one solution is several then.
        """
        key = _key(cases)
        if len(key) < 2:
            return total(cases)
        found = self._in_force(self._at_most_any, key)
        if found is None:
            found = self.integer(0, 1, "at most any")
            self._at_most_any[key, self._where] = found
            self.define(found <= total(cases))
        return found

    def product(self, one: Linear, other: Linear) -> Linear:
        """Return the product of two expressions, neither of which is below zero."""
        if not (one.terms and other.terms):
            return other * one.constant if other.terms else one * other.constant
        factors = one.key, other.key
        if factors not in self._products:
            result = self.integer(0, self.largest(one) * self.largest(other), "product")
            posted = self.cp.add_multiplication_equality(
                self._expression(result),
                [self._expression(one), self._expression(other)],
            )
            self._products[factors] = result
            self._posted |= dict.fromkeys(result.terms, posted)
        return self._products[factors]

    def keep_at_zero(self, products: Linear) -> None:
        """Set a sum of products to zero, where other conditions see to it already.

        The solver is rid of the products then, which it takes pains with.
        """
        for index in products.terms:
            self._posted[index].proto.clear_int_prod()
            self.define(Linear({index: 1}).equals(0))

    def not_below_zero(self, expression: Linear) -> Linear:
        """Return a new variable that equals an expression, which can't be below 0."""
        found = self._in_force(self._copies, expression.key)
        if found is None:
            found = self.integer(0, max(0, self.largest(expression)), "not below 0")
            self.define(expression.equals(found))
            self._copies[expression.key, self._where] = found
        return found

    def excess(self, expression: Linear) -> Linear:
        """Return a new variable for what an expression is above 0, to be kept small.

        It is no less than the expression, nor than 0, and may be more where nothing
        strives to keep it small.
        """
        variable = self.integer(0, max(0, self.largest(expression)), "excess")
        self.define(expression <= variable)
        return variable

    def stack(self, blocks: Iterable[Block], most: Linear) -> None:
        """Let the blocks at no place be higher together than a number, 0 at least."""
        present = [block for block in blocks if block.present.terms]
        intervals = [
            self.cp.new_optional_fixed_size_interval_var(
                self._expression(block.place),
                1,
                self._literals(block.present)[0],
                "block",
            )
            for block in present
        ]
        heights = [block.height for block in present]
        self.cp.add_cumulative(intervals, heights, self._expression(most))

    @property
    def _where(self) -> Where:
        """Where what is posted now is in force."""
        return None if self._only_where is None else self._only_where.key

    def _in_force(
        self, made: Mapping[tuple[Made, Where], Linear], of: Made
    ) -> Linear | None:
        """Return what was made of something, if it is in force wherever this is."""
        return made.get((of, None), made.get((of, self._where)))

    def _literals(self, one: Linear) -> list[cp_model.IntVar]:
        return [self._variables[index] for index in one.terms]


def _key(cases: Iterable[Linear]) -> Cases:
    return tuple(sorted(one for case in cases for one in case.terms))
