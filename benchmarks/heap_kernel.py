"""A bare heap instead of SimPy under the same play: what the engine itself costs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from heapq import heappop, heappush
from itertools import count
from typing import TypeVar
from unittest.mock import patch

from simulation.play.kernel import without_collection

What = TypeVar("What")


class HeapKernel:
    """Does things at their time; at one moment, in the order they were put down.

    Parameters
    ----------
    begin
        The moment at which play begins.
    """

    def __init__(self, begin: int) -> None:
        self.now = begin
        self._heap: list[tuple[int, int, partial[None]]] = []
        self._order = count()
        self._lastly: Callable[[], None] | None = None

    def at(self, moment: int, act: Callable[[What], None], what: What) -> None:
        """Put down something to do at a moment, now or later."""
        heappush(self._heap, (moment, next(self._order), partial(act, what)))

    def lastly(self, act: Callable[[], None]) -> None:
        """Do something once nothing else is left to do at this moment."""
        self._lastly = act

    def run(self, end: int) -> None:
        """Do everything up to and including a moment."""
        heap = self._heap
        with without_collection():
            while heap or self._lastly:
                if self._lastly and not (heap and heap[0][0] <= self.now):
                    lastly, self._lastly = self._lastly, None
                    lastly()
                elif heap[0][0] <= end:
                    self.now, _, act = heappop(heap)
                    act()
                else:
                    break
        self.now = end


@contextmanager
def bare_heap() -> Iterator[None]:
    """Have the year played on a bare heap."""
    with patch("simulation.play.team_year.Kernel", HeapKernel):
        yield
