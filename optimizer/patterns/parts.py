"""A model in two parts: what people hold by patterns, and all else as it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.linear import Linear
from optimizer.patterns.holders import Holder, holders
from optimizer.patterns.owners import NOBODY, owners
from optimizer.rows import NO_LEAST, NO_MOST, Flags, Numbers, Rows


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a model with a sum to make small.

    Parameters
    ----------
    rows
        The model's conditions, without what is fixed.
    holders
        The people whose seats are taken by patterns.
    joining
        Which rows aren't a matter of one of these people alone, or demand something of
        one and so aren't in the nature of a pattern.
    others
        Which variables are taken as they are: not fixed, and none of these people's.
    costs
        What each variable that isn't fixed adds to the sum.
    constant
        What the sum comes to without them.
    """

    rows: Rows
    holders: Sequence[Holder]
    joining: Flags
    others: Flags
    costs: Numbers
    constant: int


def parts(rows: Rows, sum_: Linear, seated: Numbers) -> Parts:
    """Return the parts of a model.

    Parameters
    ----------
    rows
        All that holds of its variables.
    sum_
        The sum, of seats alone.
    seated
        For each variable the number of the person whose seat it stands for, or
        `NOBODY`.
    """
    free = rows.low < rows.high
    rows, seated = rows.folded(), np.where(free, seated, NOBODY)
    costs = np.zeros(len(free), dtype=np.int64)
    costs[[*sum_.terms]] = [*sum_.terms.values()]
    constant = sum_.constant + int((costs * rows.low)[~free].sum())
    whose = owners(rows, seated)
    found = list(holders(rows, whose, seated))
    by_patterns = np.zeros(int(seated.max(initial=NOBODY)) + 2, dtype=bool)
    by_patterns[[one.person for one in found]] = True
    return Parts(
        rows,
        found,
        ~by_patterns[whose.of_rows] | _demand_seats(rows, seated),
        free & ~by_patterns[whose.of_variables],
        np.where(free, costs, 0),
        constant,
    )


def _demand_seats(rows: Rows, seated: Numbers) -> Flags:
    """Return which rows are about seats alone, and don't hold where there are none."""
    helping = (rows.times > 0) & (rows.least > NO_LEAST)[rows.numbers]
    helping |= (rows.times < 0) & (rows.most < NO_MOST)[rows.numbers]
    demands = np.zeros(len(rows.least), dtype=bool)
    of_seats = ~demands
    demands[rows.numbers[helping]] = True
    of_seats[rows.numbers[seated[rows.columns] == NOBODY]] = False
    return demands & of_seats
