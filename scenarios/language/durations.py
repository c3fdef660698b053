"""How long a piece of work takes: a number or a distribution."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.language.base import Choice, Spec, Zh


class Shape(Choice):
    """The shape of a distribution."""

    FIXED = "fixed", "固定"
    EXPONENTIAL = "exponential", "指数"
    LOGNORMAL = "lognormal", "对数正态"
    GAMMA = "gamma", "伽马"
    TRIANGULAR = "triangular", "三角"
    UNIFORM = "uniform", "均匀"
    EMPIRICAL = "empirical", "经验"


_NEEDS = {
    Shape.FIXED: ("mean",),
    Shape.EXPONENTIAL: ("mean",),
    Shape.LOGNORMAL: ("mean", "spread"),
    Shape.GAMMA: ("mean", "spread"),
    Shape.TRIANGULAR: ("low", "mode", "high"),
    Shape.UNIFORM: ("low", "high"),
    Shape.EMPIRICAL: ("values",),
}


_SPREAD = frozenset({Shape.LOGNORMAL, Shape.GAMMA})
USUAL_SPREAD = 0.5
"""How much lengths of work spread where a scenario gives the mean alone; assumed."""


class Duration(Spec):
    """A number stands for itself; ``{mean, spread}`` is lognormal."""

    short_forms = ({"type": "number", "minimum": 0},)

    dist: Shape = Shape.LOGNORMAL
    """The shape of the distribution."""
    mean: Annotated[float | None, Field(ge=0), Zh("均值")] = None
    """The mean."""
    spread: Annotated[float | None, Field(ge=0, le=20), Zh("离散")] = None
    """Standard deviation divided by the mean; 0.5 if left out (an assumption)."""
    low: Annotated[float | None, Field(ge=0)] = None
    """The least value (triangular, uniform)."""
    mode: Annotated[float | None, Field(ge=0)] = None
    """The most frequent value (triangular)."""
    high: Annotated[float | None, Field(ge=0)] = None
    """The greatest value (triangular, uniform)."""
    values: tuple[Annotated[float, Field(ge=0)], ...] | None = None
    """Values seen, each as likely as the next (empirical)."""

    @property
    def expected(self) -> float:
        """The mean length."""
        if self.values is not None:
            return sum(self.values) / len(self.values)
        if self.mean is not None:
            return self.mean
        ends = [end for end in (self.low, self.mode, self.high) if end is not None]
        return sum(ends) / len(ends)

    @model_validator(mode="before")
    @classmethod
    def _number_stands_for_itself(cls, given: object) -> object:
        if isinstance(given, int | float) and not isinstance(given, bool):
            return {"dist": Shape.FIXED, "mean": given}
        if isinstance(given, Mapping) and given.get("dist", Shape.LOGNORMAL) in _SPREAD:
            return {"spread": USUAL_SPREAD, **given}
        return given

    @model_validator(mode="after")
    def _has_what_its_shape_needs(self) -> Self:
        asked = {"mean", "spread", "low", "mode", "high", "values"}
        given = {key for key in asked if getattr(self, key) is not None}
        if given != set(_NEEDS[self.dist]) or self.values == ():
            raise PydanticCustomError(
                "duration_parts",
                "{shape} takes {parts}",
                {"shape": str(self.dist), "parts": ", ".join(_NEEDS[self.dist])},
            )
        if self.low is not None and self.high is not None:
            middle = self.low if self.mode is None else self.mode
            if not self.low <= middle <= self.high:
                raise PydanticCustomError("duration_order", "low, mode, high in order")
        return self
