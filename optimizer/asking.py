"""Yes-or-no questions to the solver, until the time is up."""

from dataclasses import dataclass
from threading import Event
from time import monotonic

from ortools.sat.python import cp_model

from optimizer.effort import Effort
from optimizer.search import Found, Refuted, search


@dataclass(slots=True)
class Asking:
    """Asks the solver yes-or-no questions until the time is up.

    Parameters
    ----------
    deadline
        The moment, on the monotonic clock, by which it must end.
    stop
        Set by whoever wants it to end with what it has.
    unanswered
        Whether any question got no answer.
    """

    deadline: float
    stop: Event
    unanswered: bool = False

    def possible(self, cp: cp_model.CpModel) -> bool | None:
        """Whether a model has a solution; ``None`` if that wasn't found out."""
        match search(cp, self.effort()):
            case Found():
                return True
            case Refuted():
                return False
            case _:
                self.unanswered = True
                return None

    def over(self) -> bool:
        """Whether the time is up; what remains to be asked stays unanswered."""
        self.unanswered |= self.stop.is_set() or monotonic() >= self.deadline
        return self.unanswered

    def part(self, parts: int) -> "Asking":
        """Return who asks for an equal part of the time that is left."""
        return Asking(monotonic() + self.seconds_left() / parts, self.stop)

    def share(self, parts: int) -> Effort:
        """Return an equal part of the time that is left, for one worker."""
        return self.effort(self.seconds_left() / parts)

    def effort(self, most: float = float("inf"), *, turns: bool = False) -> Effort:
        """Return the time that is left, or the most that is allowed, for one worker."""
        return Effort(min(self.seconds_left(), most), 1, self.stop, turns)

    def seconds_left(self) -> float:
        """Return how much time is left."""
        return max(0.0, self.deadline - monotonic())
