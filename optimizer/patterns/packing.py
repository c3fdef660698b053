"""What a model's conditions say of the things of one person alone."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from optimizer.patterns.together import Together
from optimizer.rows import NO_LEAST, NO_MOST, Flags, Numbers, Rows

Side = tuple[Numbers, int]
"""How much each thing counts, and what they come to at most."""


@dataclass(frozen=True, slots=True)
class Packing:
    """Conditions that some things weigh no more than so much together.

    Parameters
    ----------
    variables
        The variables of the things.
    seats
        Which of the things are seats.
    weights
        What each weighs, nothing at least; of shape (conditions, things).
    limits
        What they weigh at most, by condition.
    needs
        Whether a thing can't be had without another, or is that other; of shape
        (things, things).
    """

    variables: Numbers
    seats: Flags
    weights: Numbers
    limits: Numbers
    needs: Flags

    @property
    def key(self) -> tuple[bytes, ...]:
        """What is the same for all people of whom the same is said."""
        parts = self.seats, self.weights, self.limits, self.needs
        return tuple(one.tobytes() for one in parts)

    @property
    def seats_together(self) -> Together:
        """What this says of seats alone."""
        apart = _apart(self.weights, self.limits)
        needs = self.needs[self.seats].astype(np.float32)
        seats_apart = (needs @ apart.astype(np.float32) @ needs.T) > 0
        by_seats = ~self.weights[:, ~self.seats].any(axis=1)
        weights, limits = self.weights[by_seats][:, self.seats], self.limits[by_seats]
        beside_others = (~seats_apart & ~np.eye(len(seats_apart), dtype=bool)).any(
            axis=1
        )
        binding = weights[:, beside_others].sum(axis=1) > limits
        return Together(seats_apart, weights[binding], limits[binding])


def packing(rows: Rows, entries: Numbers, seats: Numbers) -> Packing:
    """Return what somebody's rows say of the person's things.

    A row of one thing against another says that it needs it, as the row doesn't hold
    anyhow. What says neither is left out.

    Parameters
    ----------
    rows
        The conditions upon all people, without what holds anyhow.
    entries
        The numbers of the entries of the person's rows.
    seats
        The person's seats, by variable.
    """
    used, at = np.unique(rows.numbers[entries], return_inverse=True)
    variables = np.union1d(rows.columns[entries], seats)
    matrix = np.zeros((len(used), len(variables)), dtype=np.int64)
    things = np.searchsorted(variables, rows.columns[entries])
    np.add.at(matrix, (at, things), rows.times[entries])
    zero_one = (rows.low[variables] == 0) & (rows.high[variables] == 1)
    none = np.zeros((0, len(variables)), dtype=np.int64)
    weights, limits, needs = [none], list[int](), np.eye(len(variables), dtype=bool)
    for side, limit in _sides(matrix, rows, used):
        (some,) = np.nonzero(side)
        if not zero_one[some].all():
            continue
        if (side[some] > 0).all():
            weights.append(side[None])
            limits.append(limit)
        elif len(some) == 2:
            needs[side.argmax(), side.argmin()] = True
    is_seat = np.isin(variables, seats)
    packed = np.concatenate(weights), np.array(limits, dtype=np.int64)
    return Packing(variables, is_seat, *packed, needs)


def _sides(matrix: Numbers, rows: Rows, used: Numbers) -> Iterator[Side]:
    """Yield rows with what they come to at most; those with a least, the other way."""
    limits = zip(
        matrix, rows.least[used].tolist(), rows.most[used].tolist(), strict=True
    )
    for row, least, most in limits:
        if most < NO_MOST:
            yield row, most
        if least > NO_LEAST:
            yield -row, -least


def _apart(weights: Numbers, limits: Numbers) -> Flags:
    """Return which two things weigh too much together; of one, whether it does."""
    things = weights.shape[1]
    apart = np.zeros((things, things), dtype=bool)
    for row, limit in zip(weights, limits, strict=True):
        (some,) = np.nonzero(row)
        both = np.add.outer(row[some], row[some]) > limit
        np.fill_diagonal(both, row[some] > limit)
        apart[np.ix_(some, some)] |= both
    return apart
