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
        self.now = begin

    def at(self, moment: int, act: Callable[[What], None], what: What) -> None:
        """Put down something to do at a moment, now or later."""

        def fire(_: Event) -> None:
            self.now = moment
            act(what)

        Timeout(self._env, moment - self.now).callbacks.append(fire)

    def run(self, end: int) -> None:
        """Do everything up to and including a moment."""
        with without_collection():
            self._env.run(until=end + 1)
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
