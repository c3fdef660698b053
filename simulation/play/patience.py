"""Waits of one length, after which something is done about what still waits."""

from collections import deque
from collections.abc import Callable

from simulation.play.asks import Ask
from simulation.play.stage import Stage


class Patience:
    """Does something with asks that still wait after so much working time.

    All wait equally long, so they end in the order in which they began; only the next
    that still waits is put down with the clock.

    Parameters
    ----------
    stage
        The clock, and the town's working time.
    length
        How long each wait is.
    act
        What is done with an ask that still waits then.
    """

    def __init__(self, stage: Stage, length: int, act: Callable[[Ask], None]) -> None:
        self._stage = stage
        self._kernel = stage.kernel
        self._length = length
        self._act = act
        self._waits: deque[tuple[int, Ask]] = deque()
        self._is_put_down = False

    def begin(self, ask: Ask) -> None:
        """Let an ask wait from now on."""
        self._waits.append((self._stage.hours_ahead(self._length), ask))
        self._put_down()

    def _put_down(self) -> None:
        waits = self._waits
        while waits and not waits[0][1].waits:
            waits.popleft()
        if waits and not self._is_put_down:
            self._is_put_down = True
            self._kernel.at(waits[0][0], Patience._over, self)

    def _over(self) -> None:
        self._is_put_down = False
        waits = self._waits
        while waits and waits[0][0] <= self._kernel.now:
            ask = waits.popleft()[1]
            if ask.waits:
                self._act(ask)
        self._put_down()
