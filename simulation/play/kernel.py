"""The clock's engine: SimPy, by callbacks on its public interface."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from simpy import Environment
from simpy.events import Event, Timeout

What = TypeVar("What")


class Kernel:
    """Does things at their time; at one moment, in the order they were put down.

    A callback on a time-out costs a fifth of a process that waits for it.

    Parameters
    ----------
    begin
        The moment at which play begins.
    """

    def __init__(self, begin: int) -> None:
        self._env = Environment(initial_time=begin)
        self._lastly: Callable[[], None] | None = None
        self.now = begin

    def at(self, moment: int, act: Callable[[What], None], what: What) -> None:
        """Put down something to do at a moment, now or later."""

        def fire(_: Event) -> None:
            self.now = moment
            act(what)

        Timeout(self._env, moment - self.now).callbacks.append(fire)

    def lastly(self, act: Callable[[], None]) -> None:
        """Do something once nothing else is left to do at this moment."""
        self._lastly = act

    def run(self, end: int) -> None:
        """Do everything up to and including a moment."""
        peek, step = self._env.peek, self._env.step
        with without_collection():
            while True:
                moment = peek()
                if self._lastly is not None and moment > self.now:
                    act, self._lastly = self._lastly, None
                    act()
                elif moment <= end:
                    step()
                else:
                    break
        self.now = end


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the garbage collector still: it makes the time grow faster than the work."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
