"""Conditions written into a model as CP-SAT stores it.

Stated as an expression, a sum of some hundred terms takes ten times as long.
"""

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import ConstraintProto

from optimizer.linear import Condition


def write(cp: cp_model.CpModel, condition: Condition) -> ConstraintProto:
    """Add a condition to a model, and return it as it is stored."""
    written: ConstraintProto = cp.proto.constraints.add()
    if condition.settled is False:
        written.bool_or.literals.extend([])
        return written
    sum_ = condition.total
    written.linear.vars.extend([*sum_.terms])
    written.linear.coeffs.extend([*sum_.terms.values()])
    limits = domain(condition.least, condition.most, sum_.constant)
    written.linear.domain.extend(limits)
    return written


def domain(least: int | None, most: int | None, constant: int) -> list[int]:
    """Return the limits of what a sum comes to without its constant."""
    return [
        cp_model.INT_MIN if least is None else least - constant,
        cp_model.INT_MAX if most is None else most - constant,
    ]
