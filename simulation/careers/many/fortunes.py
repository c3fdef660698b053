"""The luck of many replications as arrays."""

from collections.abc import Sequence
from math import log1p

import numpy as np

from simulation.careers.conditions import Conditions
from simulation.careers.luck import FIRST_GENERATIONS, Luck
from simulation.careers.many.arrays import NEVER, Counts, Floats
from simulation.careers.setting import Setting


class Fortunes:
    """The luck of some replications.

    Parameters
    ----------
    setting
        For whose lines and chairs it is.
    lucks
        One a replication.
    """

    def __init__(self, setting: Setting, lucks: Sequence[Luck]) -> None:
        share = setting.conditions.excellent_share
        self._lucks = lucks
        self._lots = np.array([one.lots for one in lucks])
        marks = np.array([one.marks for one in lucks]) < share
        self.marks: Counts = np.zeros((*marks.shape[:2], marks.shape[2] + 1), np.int32)
        np.cumsum(marks, axis=2, out=self.marks[:, :, 1:])
        self._secondments: Floats = np.array([one.secondments for one in lucks])
        self.votes: Floats = np.array([one.votes for one in lucks])
        self.changes: Floats = np.array([one.changes for one in lucks])
        self._tenures: Floats = np.array([one.tenures for one in lucks])

    def lots(self, replications: Counts, lines: Counts, generations: Counts) -> Floats:
        """Return the numbers of some people: a row each, by `Lot`."""
        known = np.minimum(generations, FIRST_GENERATIONS - 1)
        found: Floats = self._lots[replications, lines, known]
        for k in np.flatnonzero(generations >= FIRST_GENERATIONS).tolist():
            luck = self._lucks[int(replications[k])]
            found[k] = luck.of(int(lines[k]), int(generations[k]))
        return found

    def secondments(self, replications: Counts, lines: Counts, turns: Counts) -> Floats:
        """Return the numbers for how long it is until people's next secondments."""
        turn = turns % self._secondments.shape[2]
        found: Floats = self._secondments[replications, lines, turn]
        return found

    def tenures(self, replications: Counts, chairs: Counts, sittings: Counts) -> Floats:
        """Return the numbers for how long people stay in chairs."""
        turn = (sittings - 1) % self._tenures.shape[2]
        found: Floats = self._tenures[replications, chairs, turn]
        return found


def waits(numbers: Floats, rate: float, spent: Floats | float = 0.0) -> Counts:
    """Return how many whole months pass, as `simulation.careers.waits.wait` does."""
    if rate <= 0:
        return np.full(len(numbers), NEVER)
    months = np.ceil((exposures(numbers) - spent) / rate) - 1
    found: Counts = np.clip(months, 0, NEVER).astype(np.int32)
    return found


def exposures(numbers: Floats) -> Floats:
    """Return how much of a rate it takes for something to happen.

    With `math.log1p` and not numpy's, which differs in the last bit from processor to
    processor, and from the play.
    """
    return np.array([-log1p(-one) for one in numbers.tolist()], np.float64)


def called_months(
    numbers: Floats, begin: Counts, born: Counts, conditions: Conditions
) -> Counts:
    """Return when people are called away, as `simulation.careers.fates` does."""
    young = np.maximum(0, born + conditions.young_until - begin)
    rate = conditions.called_young
    early = waits(numbers, rate)
    late = waits(numbers, conditions.called_older, spent=young * rate)
    return begin + np.where(early < young, early, young + late)
