"""Which variables, and which conditions, are a matter of one person alone."""

from dataclasses import dataclass

import numpy as np

from optimizer.rows import Flags, Numbers, Rows

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose each variable and each row is, by the person's number, or `NOBODY`'s."""

    of_variables: Numbers
    of_rows: Numbers


def owners(rows: Rows, seated: Numbers) -> Owners:
    """Return whose everything is.

    A row is somebody's if all its variables are; a variable that stands for no seat
    is, if all its rows are.

    Parameters
    ----------
    rows
        The conditions.
    seated
        For each variable the person whose seat it stands for, or `NOBODY`.
    """
    owner = _nearest(rows, seated)
    follows = (owner != NOBODY) & (seated == NOBODY)
    while True:
        least, most = _between(rows, owner[rows.columns])
        mixed = (least != most)[rows.numbers]
        lost = np.unique(rows.columns[mixed & follows[rows.columns]])
        if not len(lost):
            return Owners(owner, np.where(least == most, least, NOBODY))
        owner[lost], follows[lost] = NOBODY, False


def _nearest(rows: Rows, seated: Numbers) -> Numbers:
    """Return whose variables are if only seats count: those in the same rows."""
    beyond = len(seated)
    some = seated[rows.columns]
    least, _ = _between(rows, np.where(some == NOBODY, beyond, some))
    _, most = _between(rows, some)
    first, last = np.full(len(seated), beyond), np.full(len(seated), NOBODY)
    np.minimum.at(first, rows.columns, least[rows.numbers])
    np.maximum.at(last, rows.columns, most[rows.numbers])
    alone: Flags = (seated == NOBODY) & (first == last)
    return np.where(alone, first, seated)


def _between(rows: Rows, entries: Numbers) -> tuple[Numbers, Numbers]:
    """Return the least and the most of each row's entries."""
    least = np.full(len(rows.least), np.iinfo(np.int64).max)
    most = np.full(len(rows.least), np.iinfo(np.int64).min)
    np.minimum.at(least, rows.numbers, entries)
    np.maximum.at(most, rows.numbers, entries)
    return least, most
