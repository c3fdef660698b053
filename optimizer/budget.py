"""What a whole search may take."""

from dataclasses import dataclass
from threading import Event
from time import monotonic

from optimizer.effort import Effort
from optimizer.outcome import Listener


@dataclass(frozen=True, slots=True)
class Budget:
    """What a whole search may take, and who is to be told.

    Parameters
    ----------
    deadline
        The moment, on the monotonic clock, by which it must end.
    workers
        Threads of the solver.
    stop
        Set by whoever wants it to end with what it has.
    on_progress
        Told of every improvement.
    """

    deadline: float
    workers: int
    stop: Event
    on_progress: Listener | None

    @property
    def over(self) -> bool:
        """Whether nothing is left, or nothing more is wished for."""
        return self.stop.is_set() or monotonic() >= self.deadline

    def effort(self, share: float = 1.0) -> Effort:
        """Return a share of the time that is left."""
        left = max(0.0, self.deadline - monotonic())
        return Effort(left * share, self.workers, self.stop, turns=True)
