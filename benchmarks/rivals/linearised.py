"""A CP-SAT model as an integer linear programme with the same optimum.

A product of a load with something else is taken apart: the load is a sum of hours times
Booleans; and a Boolean times a number of at most M is, as the sum is to be small, the
least number z with z >= 0 and z >= number - M (1 - Boolean).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from ortools.sat.python import cp_model_helper as proto

NO_LIMIT = 2**60
"""Where CP-SAT's whole numbers mean that there is no limit."""

Sum = Mapping[int, int]
"""Multiples of columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sum that lies between two limits."""

    total: Sum
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class LinearProgramme:
    """Columns with their limits, rows, and what is to be minimised."""

    least: Sequence[float]
    most: Sequence[float]
    whole: Sequence[bool]
    rows: Sequence[Row]
    costs: Sum
    constant: float


def linearised(model: proto.CpModelProto) -> LinearProgramme:
    """Return the programme; the model's own variables are its first columns.

    Raises
    ------
    ValueError
        If the model has other than plain sums and products.
    """
    rows = [_row(one.linear) for one in model.constraints if one.has_linear()]
    columns, loads = _Columns(model), _loads(rows)
    for constraint in model.constraints:
        if constraint.has_int_prod():
            rows += columns.product(constraint.int_prod, loads)
        elif constraint.enforcement_literal or not constraint.has_linear():
            raise ValueError("only sums that always hold, and products, are linear")
    costs = _sum(model.objective.vars, model.objective.coeffs)
    ends = columns.least, columns.most, columns.whole
    return LinearProgramme(*ends, rows, costs, model.objective.offset)


class _Columns:
    """The columns, to which products add."""

    def __init__(self, model: proto.CpModelProto) -> None:
        domains = [list(variable.domain) for variable in model.variables]
        self.least: list[float] = [float(domain[0]) for domain in domains]
        self.most: list[float] = [float(domain[-1]) for domain in domains]
        self.whole: list[bool] = [True] * len(domains)

    def product(
        self, asked: proto.LinearArgumentProto, loads: Mapping[int, Sum]
    ) -> Iterator[Row]:
        """Yield the rows that make a column the product of a load and a sum."""
        load, other = asked.exprs
        (target,), (loaded,) = asked.target.vars, load.vars
        self.whole[target] = False
        number = _sum(other.vars, other.coeffs)
        most = sum(times * self.most[column] for column, times in number.items())
        parts: dict[int, int] = {target: -1}
        for boolean, hours in loads[loaded].items():
            self.least.append(0.0)
            self.most.append(most)
            self.whole.append(False)
            part = len(self.least) - 1
            parts[part] = hours
            below = {column: -times for column, times in number.items()}
            yield Row({part: 1, **below, boolean: -int(most)}, -most, inf)
        yield Row(parts, 0, 0)


def _loads(rows: Sequence[Row]) -> dict[int, Sum]:
    """Return the columns that a row sets equal to a sum of others, with that sum."""
    return {
        column: {one: of for one, of in row.total.items() if one != column}
        for row in rows
        if row.least == row.most == 0
        for column, times in row.total.items()
        if times == -1
    }


def _row(linear: proto.LinearConstraintProto) -> Row:
    least, most = list(linear.domain)
    return Row(
        _sum(linear.vars, linear.coeffs),
        -inf if least <= -NO_LIMIT else least,
        inf if most >= NO_LIMIT else most,
    )


def _sum(columns: Sequence[int], times: Sequence[int]) -> dict[int, int]:
    return dict(zip(columns, times, strict=True))
