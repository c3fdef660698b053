"""Staffing a design: by the solver, or as the roster says today."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from optimizer.audit import audit, goal_of, goal_values
from optimizer.importance import goals_in_order
from optimizer.matching.selection import Selection, selection
from optimizer.movements import Move, moves_of, staffed_today
from optimizer.outcome import Impossible, Outcome, Solved, Undecided
from optimizer.reason import Reason
from scenarios import Plan, Town
from scenarios.language.rules import Mode

Status = Literal["optimal", "feasible", "impossible", "undecided"]


@dataclass(frozen=True, slots=True)
class Given:
    """A plan that wasn't solved for; it need not keep the rules.

    Parameters
    ----------
    plan
        Who holds what.
    breaches
        What it breaks of the town's rules.
    origin
        The roster as it stands today, or a file.
    """

    plan: Plan
    breaches: tuple[Reason, ...]
    origin: Literal["today", "file"]


@dataclass(frozen=True, slots=True)
class Staffing:
    """What came of staffing a design."""

    town: Town
    outcome: Outcome | Given

    @property
    def plan(self) -> Plan | None:
        """The plan, if there is one."""
        match self.outcome:
            case Solved(plan=plan) | Given(plan=plan):
                return plan
            case Impossible() | Undecided():
                return None

    @property
    def breaches(self) -> tuple[Reason, ...]:
        """What the plan breaks of the rules; of soft ones alone, if it was solved."""
        match self.outcome:
            case Given(breaches=breaches):
                return breaches
            case Solved(plan=plan):
                return audit(self.town, plan, modes=(Mode.SOFT,))
            case Impossible() | Undecided():
                return ()

    @property
    def status(self) -> Status:
        """What is known of the plan."""
        match self.outcome:
            case Solved() as solved:
                return "optimal" if solved.proven else "feasible"
            case Given():
                return "feasible"
            case Impossible():
                return "impossible"
            case Undecided():
                return "undecided"

    @property
    def selection(self) -> Selection | None:
        """The plan as a two-way selection, where people stated wishes."""
        return None if self.plan is None else selection(self.town, self.plan)

    @property
    def moves(self) -> tuple[Move, ...] | None:
        """What the plan changes, where the scenario says who holds what today."""
        if self.plan is None or not staffed_today(self.town):
            return None
        return moves_of(self.town, self.plan)

    @property
    def interrupted(self) -> bool:
        """Whether the user stopped the search."""
        match self.outcome:
            case Given():
                return False
            case outcome:
                return outcome.interrupted


@dataclass(frozen=True, slots=True)
class Objective:
    """How far a goal was reached, in the unit that people read."""

    goal: str
    value: float
    bound: float


def given(town: Town, plan: Plan, origin: Literal["today", "file"]) -> Staffing:
    """Return a staffing that wasn't solved for, with what it breaks of the rules."""
    return Staffing(town, Given(plan, audit(town, plan), origin))


def scales_of(town: Town) -> Mapping[str, int]:
    """Return how many of each goal's units make one that people read."""
    return {goal.key: goal.scale for goal in goals_in_order(town)}


def objectives(staffing: Staffing) -> tuple[Objective, ...]:
    """Return how far each goal was reached; nothing for a plan that isn't solved.

    Soft rules are left out where no rule is soft.
    """
    if not isinstance(staffing.outcome, Solved):
        return ()
    scales = scales_of(staffing.town)
    return tuple(
        Objective(step.goal, step.value / scale, step.bound / scale)
        for step in staffing.outcome.steps
        for scale in (scales[step.goal],)
        if step.goal != "rules" or step.value or not step.proven
    )


def goals_of_sum(staffing: Staffing) -> Mapping[str, float]:
    """Return what a plan comes to on each goal of a weighted sum, as people read it.

    Nothing where goals are reached one after the other: `objectives` has them then.
    """
    match staffing:
        case Staffing(town=town, outcome=Solved(plan=plan)):
            if town.goals.mode != "weighted":
                return {}
        case _:
            return {}
    return {
        key: value / goal_of(key).scale
        for key, value in goal_values(town, plan).items()
    }
