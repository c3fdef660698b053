"""The linear programme of several models with conditions that join them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from math import inf

from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.sat.python.cp_model_helper import LinearConstraintProto

from optimizer.linear import Linear, Variable
from optimizer.program import Program

BEYOND = 2**62
"""Numbers in CP-SAT's limits beyond which there is no limit."""


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
        first = len(self._proto.variables.ids)
        for one in program.cp.proto.variables:
            domain = list(one.domain)
            self._add_variable(domain[0], domain[-1])
        for constraint in program.cp.proto.constraints:
            if constraint.has_linear() and not constraint.enforcement_literal:
                self._add_linear(first, constraint.linear, without)
        objective = self._proto.objective
        objective.offset += sum_.constant / self._scale
        for variable, times in sorted(sum_.terms.items()):
            if variable in without:
                continue
            objective.linear_coefficients.ids.append(first + variable)
            objective.linear_coefficients.values.append(times / self._scale)
        return first

    def join(self, variables: Iterable[int]) -> None:
        """Let variables of several models come to 1 together at most."""
        terms = [(variable, 1) for variable in variables]
        self._joined.append(self._add_row(terms, -inf, 1))

    def worth(self, seconds: float) -> Sequence[float]:
        """Return by how much less all sums would be for each join, were it not there.

        That is, for a little more than the 1 allowed, by the little more; nothing is
        returned if the time is too short to say.
        """
        model = mathopt.Model.from_model_proto(self._proto)
        limit = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
        result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limit)
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return ()
        joined = [model.get_linear_constraint(row) for row in self._joined]
        return [max(0.0, -dual) for dual in result.dual_values(joined)]

    def _add_variable(self, least: int, most: int) -> None:
        variables = self._proto.variables
        variables.ids.append(len(variables.ids))
        variables.lower_bounds.append(least)
        variables.upper_bounds.append(most)
        variables.integers.append(False)

    def _add_linear(
        self, first: int, linear: LinearConstraintProto, without: Collection[Variable]
    ) -> None:
        domain = list(linear.domain)
        least = -inf if domain[0] < -BEYOND else domain[0]
        most = inf if domain[-1] > BEYOND else domain[-1]
        pairs = zip(linear.vars, linear.coeffs, strict=True)
        terms = [(first + one, times) for one, times in pairs if one not in without]
        if terms:
            self._add_row(terms, least, most)

    def _add_row(
        self, terms: Iterable[tuple[int, int]], least: float, most: float
    ) -> int:
        rows = self._proto.linear_constraints
        matrix = self._proto.linear_constraint_matrix
        row = len(rows.ids)
        rows.ids.append(row)
        rows.lower_bounds.append(least)
        rows.upper_bounds.append(most)
        for variable, times in sorted(terms):
            matrix.row_ids.append(row)
            matrix.column_ids.append(variable)
            matrix.coefficients.append(times)
        return row
