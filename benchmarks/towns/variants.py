"""The same town with other rules or goals."""

from collections.abc import Mapping

from scenarios import Town
from scenarios.language.goals import GoalKey, Goals
from scenarios.language.rules import Mode

WEIGHTS: Mapping[GoalKey, int] = {
    "seats": 100,
    "clashes": 20,
    "fit": 1,
    "wishes": 5,
    "moves": 10,
}
"""Prices of an empty seat, an hour of clashes a week, a point, a place and a move."""


def with_every_rule(town: Town) -> Town:
    """Return the town with every rule hard, each with the limits that it has."""
    rules = {
        key: settings.model_copy(update={"mode": Mode.HARD})
        for key, settings in town.rules
    }
    return town.model_copy(update={"rules": town.rules.model_copy(update=rules)})


def weighted(town: Town, weights: Mapping[GoalKey, int] = WEIGHTS) -> Town:
    """Return the town with one goal, a sum, and the span of control limited too."""
    goals = Goals(mode="weighted", order=tuple(weights), weights=weights)
    span = town.rules.span_of_control.model_copy(update={"mode": Mode.HARD})
    rules = town.rules.model_copy(update={"span_of_control": span})
    return town.model_copy(update={"goals": goals, "rules": rules})
