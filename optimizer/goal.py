"""What every goal must provide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.linear import Linear
from scenarios import Plan, Town

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to have as little of as can be, said twice; never below zero.

    Parameters
    ----------
    key
        The goal's name in scenario files and reports.
    expression
        The sum to be made small, in a model's variables.
    value
        What the sum comes to for a finished plan.
    scale
        How many of the sum's whole units make one of the unit that people read.
    parts
        What a weighted sum adds up, each with its price; nothing for other goals.
    """

    key: str
    expression: Callable[["StaffingModel"], Linear]
    value: Callable[[Town, Plan], int]
    scale: int = 1
    parts: tuple[tuple["Goal", int], ...] = ()


def values_of(goals: Sequence[Goal], town: Town, plan: Plan) -> Mapping[str, int]:
    """Return what a plan comes to on each goal, by the goals' keys."""
    return {goal.key: goal.value(town, plan) for goal in goals}


def goal_by_goal(goals: Sequence[Goal], town: Town, plan: Plan) -> tuple[int, ...]:
    """Return what a plan comes to on each goal, in their order: less is better."""
    return tuple(values_of(goals, town, plan).values())
