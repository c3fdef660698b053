"""Pieces of work on their way, and the streams that they are of."""

from dataclasses import dataclass

from scenarios.language.arrivals import Due
from scenarios.language.base import PostId, StreamId
from simulation.play import levels
from simulation.play.levels import Level


@dataclass(frozen=True, slots=True)
class Task:
    """A stream of work, as far as its pieces need to know it."""

    stream: StreamId
    lead: PostId
    """The post that commands it; empty if none does."""
    priority: int
    urgent: bool
    overtime: bool = False
    """Whether who is at it goes on after the working day."""
    another: bool = False
    """Whether a step is only for people who had no hand in the piece before."""
    due: Due | None = None
    """Its time limit."""
    named: bytes = b""
    """How the record names the stream and the lead."""

    def level(self, otherwise: Level) -> Level:
        """Return the level of its work, which is higher where it is urgent."""
        return levels.URGENT if self.urgent else otherwise


class Piece:
    """One piece of a stream, on its way through the steps.

    Parameters
    ----------
    task
        The stream's.
    number, order
        Its place among the stream's pieces, and among all arrivals.
    arrived
        When it came.
    """

    def __init__(self, task: Task, number: int, order: int, arrived: int) -> None:
        self.task = task
        self.number = number
        self.order = order
        self.arrived = arrived
        self.is_open = True
        self.stage = 0
        self.left = 0
        """Asks of the present stage that haven't ended."""
        self.people = 0
        """The set of those who had a hand in it, if its task asks for others."""
