"""Weights of the year's months or weeks."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


def _split_text(given: object) -> object:
    return given.split() if isinstance(given, str) else given


def _months_or_weeks(weights: tuple[float, ...]) -> tuple[float, ...]:
    if len(weights) not in {12, 52}:
        raise PydanticCustomError(
            "season_length",
            "12 monthly or 52 weekly weights, not {given}",
            {"given": len(weights)},
        )
    if min(weights) < 0 or sum(weights) == 0:
        raise PydanticCustomError("season_weights", "weights below zero or all zero")
    return weights


_WEIGHTS = {"type": "array", "items": {"type": "number", "minimum": 0}}

Season = Annotated[
    tuple[float, ...],
    BeforeValidator(_split_text),
    AfterValidator(_months_or_weeks),
    WithJsonSchema(
        {
            "anyOf": [
                {**_WEIGHTS, "minItems": 12, "maxItems": 12},
                {**_WEIGHTS, "minItems": 52, "maxItems": 52},
                {"type": "string"},
            ]
        }
    ),
]
"""12 monthly or 52 weekly weights, at least one above zero."""


def weekly_profile(season: tuple[float, ...] | None) -> tuple[float, ...]:
    """Return 52 weekly factors of mean 1 for a season; all 1 for none.

    A month of twelve counts as 52/12 weeks, so that a week on a border takes its
    share from both months.
    """
    if season is None:
        return (1.0,) * 52
    if len(season) == 12:
        season = tuple(_week_of_months(season, week) for week in range(52))
    mean = sum(season) / 52
    return tuple(weight / mean for weight in season)


def _week_of_months(months: tuple[float, ...], week: int) -> float:
    begin, end = week * 12 / 52, (week + 1) * 12 / 52
    first, last = int(begin), min(int(end), 11)
    if first == last:
        return months[first]
    share = (last - begin) / (end - begin)
    return months[first] * share + months[last] * (1 - share)
