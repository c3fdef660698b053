"""The linear programme of some patterns: who holds which, in fractions of people."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from optimizer.patterns.parts import Parts
from optimizer.rows import Numbers

Floats = NDArray[np.float64]
Entries = tuple[Numbers, Numbers, Numbers]
"""Rows, columns, and how often each counts there."""


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
        self._parts = parts
        self._others, self._joining = map(np.flatnonzero, (parts.others, parts.joining))
        self._sets: list[Numbers] = [self._others[:, None]]
        self._people: list[Numbers] = []
        self._entries = _by_column(parts)

    def take_in(self, holder: int, sets: Numbers) -> None:
        """Add patterns of one of the people: a set of variables a row."""
        self._sets.append(sets)
        self._people.append(np.full(len(sets), holder))

    def solve(self, seconds: float) -> Solution | None:
        """Return what the programme comes to; ``None`` if that isn't found in time."""
        model = mathopt.Model.from_model_proto(self._programme())
        limit = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limit)
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return None
        worth = np.array(result.dual_values(list(model.linear_constraints())))
        of_rows, of_people = np.split(worth, [len(self._joining)])
        value = result.objective_value() + self._parts.constant
        return Solution(value, of_rows, of_people)

    def _programme(self) -> model_pb2.ModelProto:
        proto, parts = model_pb2.ModelProto(), self._parts
        rows, people = parts.rows, len(parts.holders)
        columns, patterns = sum(map(len, self._sets)), sum(map(len, self._people))
        proto.variables.ids.extend(range(columns))
        proto.variables.lower_bounds.extend(rows.low[self._others].tolist())
        proto.variables.lower_bounds.extend([0] * patterns)
        proto.variables.upper_bounds.extend(rows.high[self._others].tolist())
        proto.variables.upper_bounds.extend([np.inf] * patterns)
        proto.variables.integers.extend([False] * columns)
        costs = np.concatenate([parts.costs[some].sum(axis=1) for some in self._sets])
        proto.objective.linear_coefficients.ids.extend(range(columns))
        proto.objective.linear_coefficients.values.extend(costs.tolist())
        least, most = (limits[self._joining] for limits in rows.limits)
        limits = proto.linear_constraints
        limits.ids.extend(range(len(least) + people))
        limits.lower_bounds.extend([*least.tolist(), *[-np.inf] * people])
        limits.upper_bounds.extend([*most.tolist(), *[1] * people])
        self._write(proto, columns)
        return proto

    def _write(self, proto: model_pb2.ModelProto, columns: int) -> None:
        """Write all entries, row by row; those of one row and column added up."""
        starts = np.cumsum([0, *map(len, self._sets)])
        found = [
            self._entries_of(sets, int(first))
            for sets, first in zip(self._sets, starts[:-1], strict=True)
        ]
        people = np.concatenate([*self._people, np.zeros(0, dtype=np.int64)])
        own = np.arange(len(self._others), columns)
        found.append((len(self._joining) + people, own, np.ones_like(people)))
        rows, places, times = (
            np.concatenate(some) for some in zip(*found, strict=True)
        )
        matrix = proto.linear_constraint_matrix
        used, at = np.unique(rows * columns + places, return_inverse=True)
        totals = np.bincount(at, weights=times)
        matrix.row_ids.extend((used // columns).tolist())
        matrix.column_ids.extend((used % columns).tolist())
        matrix.coefficients.extend(totals.tolist())

    def _entries_of(self, sets: Numbers, first: int) -> Entries:
        """Return the entries of columns, each of which is some variables together."""
        starts, rows, times = self._entries
        variables = sets.ravel()
        counts = starts[variables + 1] - starts[variables]
        before = np.cumsum(counts) - counts
        at = np.repeat(starts[variables] - before, counts) + np.arange(counts.sum())
        columns = first + np.arange(len(variables)) // max(1, sets.shape[1])
        return rows[at], np.repeat(columns, counts), times[at]


def _by_column(parts: Parts) -> Entries:
    """Return where each variable's entries start, and the entries' rows and times."""
    rows, joining = parts.rows, parts.joining
    renumbered, kept = np.cumsum(joining) - 1, joining[rows.numbers]
    columns = rows.columns[kept]
    order = np.argsort(columns, kind="stable")
    counts = np.bincount(columns, minlength=len(rows.low))
    starts = np.concatenate(([0], np.cumsum(counts)))
    return starts, renumbered[rows.numbers[kept]][order], rows.times[kept][order]
