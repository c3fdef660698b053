"""What became of each piece of one line, as arrays."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulation.clock import NEVER
from simulation.play.one_line import OneLine, served
from simulation.play.stage import Stage

Numbers = NDArray[np.int64]


class Fates:
    """What became of the pieces of one line; those that began come first.

    Parameters
    ----------
    line, stage
        The pieces and who serves them; the town's working time.

    Attributes
    ----------
    came
        When each piece came that did so within the year.
    begins, ends, hands, turns
        Of those begun, when work on it began and ended (never, if not this year), whose
        hands took it, and at which turn of the moment.
    since, lengths, left
        When the last spell of that work began, how long all of it takes, and that
        spell: what was in hand as the year began is in two.
    carried, ended, in_hand
        Which were in hand as the year began, which ended, and which were in hand as
        the year ended; what is in hand is in the order of the roster.
    last
        When the year ends.
    """

    def __init__(self, line: OneLine, stage: Stage) -> None:
        fared = served(line, stage.calendar, stage.kernel.now)
        came = _numbers(line.arrivals)
        self.last = stage.days.end
        self.came = came[came <= self.last]
        self.begins, self.ends = _numbers(fared.begins), _numbers(fared.ends)
        self.hands, self.turns = _numbers(fared.hands), _numbers(fared.turns)
        self.lengths = _numbers(line.lengths[: len(self.begins)])
        self.carried = self._by_hand((self.begins < 0) & (self.ends >= 0))
        self.ended = np.flatnonzero(self.ends < NEVER)
        self.in_hand = self._by_hand(self.ends == NEVER)
        self._calendar = stage.calendar
        self.since, self.left = self.begins.copy(), self.lengths.copy()
        self.left[self.carried] -= self.done(self.carried, 0)
        self.since[self.carried] = 0

    def done(self, pieces: Numbers, moment: int) -> Numbers:
        """Return how long the last spell has lasted by a moment."""
        since = self.since[pieces].tolist()
        return _numbers([self._calendar.between(one, moment) for one in since])

    def still_open(self) -> Numbers:
        """Return which pieces came, and weren't completed."""
        is_open = np.ones(len(self.came), dtype=bool)
        is_open[self.ended] = False
        return np.flatnonzero(is_open)

    def _by_hand(self, which: NDArray[np.bool_]) -> Numbers:
        pieces = np.flatnonzero(which)
        return pieces[np.argsort(self.hands[pieces])]


def _numbers(values: Sequence[int]) -> Numbers:
    return np.array(values, dtype=np.int64)
