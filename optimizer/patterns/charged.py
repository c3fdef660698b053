"""A sum with the conditions that join people charged for instead of demanded.

What breaks a condition is charged, what it leaves over is refunded; then nothing joins
people any more, and the sum can't go below what each person's cheapest pattern and each
other variable come to by themselves (Lagrange). That holds whatever is charged. As it
is reckoned in whole numbers, it holds exactly, though a linear programme that says what
to charge reckons in fractions.
"""

from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from optimizer.patterns.parts import Parts
from optimizer.rows import NO_LEAST, NO_MOST, Numbers

LARGEST, FINEST = 2**61, 20
"""What whole numbers may come to on the way; into how many parts at most, as a power
of two, what is charged is divided."""


@dataclass(frozen=True, slots=True)
class Charged:
    """What is to be paid once conditions are charged for.

    Parameters
    ----------
    scale
        Into how many parts all amounts are divided.
    prices
        For each variable.
    fixed
        In any case: for limits, and for what isn't held by patterns.
    """

    scale: int
    prices: Numbers
    fixed: int


def charged(parts: Parts, worth: NDArray[np.float64]) -> Charged:
    """Charge for conditions what they are worth.

    Parameters
    ----------
    parts
        The model.
    worth
        For each row that joins people by how much the sum is said to rise with its
        limit; where there is none to rise or fall, nothing is charged, nor where the
        worths are too large for whole numbers.
    """
    rows, at = parts.rows, np.flatnonzero(parts.joining)
    chargeable = np.where(worth > 0, rows.least[at] > NO_LEAST, rows.most[at] < NO_MOST)
    amounts = np.zeros(len(rows.least))
    amounts[at] = worth * chargeable
    scale = _scale(parts, np.abs(amounts))
    if not scale:
        scale, amounts = 1, np.zeros_like(amounts)
    charges = np.rint(amounts * scale).astype(np.int64)
    prices = scale * parts.costs
    np.add.at(prices, rows.columns, -charges[rows.numbers] * rows.times)
    limits = np.where(charges > 0, rows.least, np.where(charges < 0, rows.most, 0))
    cheapest = np.where(prices > 0, rows.low, rows.high)
    alone = (prices * cheapest)[parts.others]
    return Charged(scale, prices, int((charges * limits).sum() + alone.sum()))


def _scale(parts: Parts, amounts: NDArray[np.float64]) -> int:
    """Return into how many parts amounts can be divided, and no number be too large.

    0 if they are too large as they are.
    """
    rows = parts.rows
    ranges = np.maximum(1, np.maximum(np.abs(rows.low), np.abs(rows.high)))
    entries = amounts[rows.numbers] * np.abs(rows.times) * ranges[rows.columns]
    limits = [np.abs(one[np.isfinite(one)]).max(initial=0) for one in rows.limits]
    largest = entries.sum() + amounts.sum() * max(limits)
    largest += (np.abs(parts.costs) * ranges).sum() + 1
    if not largest < LARGEST:
        return 0
    return 1 << min(FINEST, int(log2(LARGEST / largest)))
