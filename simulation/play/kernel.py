"""The clock's engine: SimPy, by callbacks on its public interface."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from simpy import Environment
from simpy.events import Event, Timeout

What = TypeVar("What")
Act = Callable[[], None]


class Kernel:
    """Does things at their time; at one moment, in the order they were put down.

    What is to be done at one moment hangs on one time-out; a callback on it costs a
    fifth of a process that waits for it. A time-out that is over is set anew.

    Parameters
    ----------
    begin
        The moment at which play begins.
    """

    def __init__(self, begin: int) -> None:
        self._env = Environment(initial_time=begin)
        self._acts: dict[int, list[Act]] = {}
        self._lastly: Act | None = None
        self._spare: list[Event] = []
        self.now = begin

    def at(self, moment: int, act: Callable[[What], None], what: What) -> None:
        """Put down something to do at a moment, now or later."""
        acts = self._acts.get(moment)
        if acts is None:
            self._acts[moment] = acts = []
            self._wake(moment - self.now)
        acts.append(partial(act, what))

    def lastly(self, act: Act) -> None:
        """Do something once nothing else is left to do at this moment."""
        self._lastly = act

    def run(self, end: int) -> None:
        """Do everything up to and including a moment."""
        with without_collection():
            self._finish()
            self._env.run(until=end + 1)
        self.now = end

    def _wake(self, delay: int) -> None:
        """Have SimPy call after a while."""
        if self._spare:
            event = self._spare.pop()
            event.callbacks = [self._fire]
            self._env.schedule(event, delay=delay)
        else:
            Timeout(self._env, delay).callbacks.append(self._fire)

    def _fire(self, event: Event) -> None:
        now = self.now = int(self._env.now)
        for act in self._acts.pop(now):
            act()
        self._spare.append(event)
        self._finish()

    def _finish(self) -> None:
        """Do what is done last, unless there is more to do at this moment."""
        while self._lastly is not None and self.now not in self._acts:
            act, self._lastly = self._lastly, None
            act()


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
