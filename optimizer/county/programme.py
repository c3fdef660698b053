"""The linear programme of several models with conditions that join them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from math import inf

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

from optimizer.linear import Linear, Variable
from optimizer.program import Program
from optimizer.rows import Flags, Rows


class LinearProgramme:
    """What is linear in some models, with fractions allowed; it says less than they do.

    Parameters
    ----------
    scale
        How much of the models' sums makes one of the programme's.
    """

    def __init__(self, scale: int) -> None:
        self._scale = scale
        self._proto = model_pb2.ModelProto()
        self._joined: list[int] = []

    def take_in(
        self, program: Program, sum_: Linear, without: Collection[Variable] = ()
    ) -> int:
        """Add a model with a sum to be made small; return its first variable's number.

        The others' numbers follow, in the order of the model. Some variables may be
        left out as if they were 0.
        """
        first, rows = len(self._proto.variables.ids), program.rows()
        self._add_variables(rows)
        left_out = np.zeros(len(rows.low), dtype=bool)
        left_out[[*without]] = True
        self._add_rows(first, rows, left_out)
        objective = self._proto.objective
        objective.offset += sum_.constant / self._scale
        kept = sorted(one for one in sum_.terms if not left_out[one])
        objective.linear_coefficients.ids.extend(first + one for one in kept)
        prices = (sum_.terms[one] / self._scale for one in kept)
        objective.linear_coefficients.values.extend(prices)
        return first

    def join(self, variables: Iterable[int]) -> None:
        """Let variables of several models come to 1 together at most."""
        self._joined.append(len(self._proto.linear_constraints.ids))
        columns = np.array(sorted(variables))
        rows = np.zeros(len(columns), dtype=np.int64)
        self._add(rows, columns, np.ones(len(columns)), [(-inf, 1.0)])

    def worth(self, seconds: float) -> Sequence[float]:
        """Return by how much less all sums would be for each join, were it not there.

        That is, for a little more than the 1 allowed, by the little more; nothing is
        returned if the time is too short to say. The programme is empty afterwards, as
        a large one takes much memory.
        """
        model = mathopt.Model.from_model_proto(self._proto)
        self._proto.Clear()
        limit = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limit)
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return ()
        joined = [model.get_linear_constraint(row) for row in self._joined]
        return [max(0.0, -dual) for dual in result.dual_values(joined)]

    def _add_variables(self, rows: Rows) -> None:
        variables = self._proto.variables
        first, number = len(variables.ids), len(rows.low)
        variables.ids.extend(range(first, first + number))
        variables.lower_bounds.extend(rows.low.tolist())
        variables.upper_bounds.extend(rows.high.tolist())
        variables.integers.extend(False for _ in range(number))

    def _add_rows(self, first: int, rows: Rows, left_out: Flags) -> None:
        """Add a model's rows, but for those of which nothing is left."""
        kept = ~left_out[rows.columns]
        numbers, columns = rows.numbers[kept], rows.columns[kept]
        order = np.lexsort((columns, numbers))
        used, numbers = np.unique(numbers[order], return_inverse=True)
        least, most = rows.limits
        limits = list(zip(least[used].tolist(), most[used].tolist(), strict=True))
        times = rows.times[kept][order].astype(float)
        self._add(numbers, first + columns[order], times, limits)

    def _add(
        self,
        numbers: NDArray[np.int64],
        columns: NDArray[np.int64],
        coefficients: NDArray[np.float64],
        limits: Sequence[tuple[float, float]],
    ) -> None:
        """Add rows, whose entries are sorted by row and column."""
        rows, matrix = self._proto.linear_constraints, self._proto
        first = len(rows.ids)
        rows.ids.extend(range(first, first + len(limits)))
        rows.lower_bounds.extend(least for least, _ in limits)
        rows.upper_bounds.extend(most for _, most in limits)
        matrix.linear_constraint_matrix.row_ids.extend((first + numbers).tolist())
        matrix.linear_constraint_matrix.column_ids.extend(columns.tolist())
        matrix.linear_constraint_matrix.coefficients.extend(coefficients.tolist())
