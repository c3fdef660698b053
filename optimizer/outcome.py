"""What may come of staffing a town."""

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.reason import Reason
from scenarios import Plan


@dataclass(frozen=True, slots=True)
class Step:
    """How far a goal was reached.

    Parameters
    ----------
    goal
        The goal's key; ``rules`` for the cost of soft rules, ``weighted`` for the
        sum of all goals.
    value
        What the plan comes to, in the goal's whole units.
    bound
        No plan that does as well on the goals before comes to less than this.
    """

    goal: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.value <= self.bound


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan that keeps every hard rule.

    Parameters
    ----------
    plan
        Who holds what.
    steps
        How far each goal was reached, in order of importance.
    interrupted
        Whether the user stopped the search.
    """

    plan: Plan
    steps: tuple[Step, ...]
    interrupted: bool = False

    @property
    def proven(self) -> bool:
        """Whether no plan is better, goal by goal."""
        return all(step.proven for step in self.steps)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Rules that leave a plan possible if they give way together; no part of them does.

    Parameters
    ----------
    rules
        The rules' keys.
    given_up
        The demands of these rules that have to be given up, as few as were found.
    fewest
        Whether fewer are proven not to do.
    """

    rules: frozenset[str]
    given_up: tuple[Reason, ...]
    fewest: bool


@dataclass(frozen=True, slots=True)
class Impossible:
    """No plan keeps every hard rule.

    Parameters
    ----------
    conflict
        Demands that can't hold together; without any one of them the others can.
    relaxations
        Every smallest set of rules that leaves a plan possible, the cheapest first:
        fewer rules, then fewer demands to be given up. Each was solved for.
    complete
        Whether time sufficed to make the conflict smallest and to find every
        relaxation.
    interrupted
        Whether it didn't since the user stopped.
    """

    conflict: tuple[Reason, ...]
    relaxations: tuple[Relaxation, ...]
    complete: bool = True
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Undecided:
    """Time ran out, or the user stopped, before a plan was found or ruled out."""

    interrupted: bool = False


Outcome = Solved | Impossible | Undecided


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the search stands.

    Parameters
    ----------
    goal
        The goal being worked on.
    number
        Which of the goals it is, from 1.
    of
        How many goals there are.
    value
        The best value so far.
    bound
        What no plan can go below, as far as is known.
    """

    goal: str
    number: int
    of: int
    value: int
    bound: int


Listener = Callable[[Progress], None]
"""What wants to be told of progress; called in the thread that called `assign`."""


class SolverDisagreesError(RuntimeError):
    """The solver contradicts plain Python or itself: a fault of the program."""
