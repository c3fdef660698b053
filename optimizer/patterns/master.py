"""The linear programme of some patterns: who holds which, in fractions of people."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from optimizer.patterns.columns import Columns
from optimizer.patterns.parts import Parts
from optimizer.rows import Numbers

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Solution:
    """What the programme comes to, and what each of its conditions is worth.

    Parameters
    ----------
    value
        The least of the sum.
    of_rows
        By how much it rises with the limit of each row that joins people.
    of_people
        The same for each person, who holds one pattern at most.
    """

    value: float
    of_rows: Floats
    of_people: Floats


class Master:
    """The linear programme that the patterns chosen so far make.

    Parameters
    ----------
    parts
        The model.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts, self._columns = parts, Columns(parts)
        self._people: list[Numbers] = []

    def take_in(self, holder: int, sets: Numbers) -> None:
        """Add patterns of one of the people: a set of variables a row."""
        self._columns.add(sets)
        self._people.append(np.full(len(sets), holder))

    def solve(self, seconds: float) -> Solution | None:
        """Return what the programme comes to; ``None`` if that isn't found in time."""
        model = mathopt.Model.from_model_proto(self._programme())
        limit = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limit)
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return None
        worth = np.array(result.dual_values(list(model.linear_constraints())))
        of_rows, of_people = np.split(worth, [int(self._parts.joining.sum())])
        value = result.objective_value() + self._parts.constant
        return Solution(value, of_rows, of_people)

    def _programme(self) -> model_pb2.ModelProto:
        proto = model_pb2.ModelProto()
        people = np.concatenate([*self._people, np.zeros(0, dtype=np.int64)])
        self._write_columns(proto, len(people))
        self._write_limits(proto)
        self._write_entries(proto, people)
        return proto

    def _write_columns(self, proto: model_pb2.ModelProto, patterns: int) -> None:
        rows, others = self._parts.rows, self._parts.others
        costs = self._columns.costs.tolist()
        variables, goal = proto.variables, proto.objective.linear_coefficients
        variables.ids.extend(range(len(costs)))
        variables.lower_bounds.extend([*rows.low[others].tolist(), *[0] * patterns])
        mosts = [*rows.high[others].tolist(), *[np.inf] * patterns]
        variables.upper_bounds.extend(mosts)
        variables.integers.extend([False] * len(costs))
        goal.ids.extend(range(len(costs)))
        goal.values.extend(costs)

    def _write_limits(self, proto: model_pb2.ModelProto) -> None:
        """Write the limits of rows that join people, then of people."""
        parts, limits = self._parts, proto.linear_constraints
        least, most = (some[parts.joining].tolist() for some in parts.rows.limits)
        people = len(parts.holders)
        limits.ids.extend(range(len(least) + people))
        limits.lower_bounds.extend([*least, *[-np.inf] * people])
        limits.upper_bounds.extend([*most, *[1] * people])

    def _write_entries(self, proto: model_pb2.ModelProto, people: Numbers) -> None:
        """Write all entries, row by row; those of one row and column added up."""
        rows, columns, times = self._columns.entries
        number = self._columns.number
        own = np.arange(number - len(people), number)
        of_people = int(self._parts.joining.sum()) + people
        places = np.concatenate((rows, of_people)) * number
        places += np.concatenate((columns, own))
        used, at = np.unique(places, return_inverse=True)
        totals = np.bincount(at, np.concatenate((times, np.ones_like(own))))
        matrix = proto.linear_constraint_matrix
        matrix.row_ids.extend((used // number).tolist())
        matrix.column_ids.extend((used % number).tolist())
        matrix.coefficients.extend(totals.tolist())
