"""What to strive for, in order of importance or by weights."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from scenarios.language.base import Spec

GoalKey = Literal[
    "seats", "clashes", "fit", "wishes", "moves", "balance", "backups_near", "bench"
]

DEFAULT_GOALS: tuple[GoalKey, ...] = (
    "seats", "clashes", "fit", "wishes", "moves", "balance",
)  # fmt: skip


class Goals(Spec):
    """What to strive for: a list in order of importance, or weights."""

    short_forms = ({"type": "array", "items": {"enum": list(get_args(GoalKey))}},)

    mode: Literal["lexicographic", "weighted"] = "lexicographic"
    """One after the other, or all in one sum."""
    order: tuple[GoalKey, ...] = DEFAULT_GOALS
    """In order of importance; written as the list itself."""
    weights: Mapping[GoalKey, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    """Weights of the sum, where the mode is ``weighted``."""

    @model_validator(mode="before")
    @classmethod
    def _list_is_order(cls, given: object) -> object:
        return {"order": given} if isinstance(given, list | tuple) else given
