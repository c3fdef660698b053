"""The rules of staffing with their limits, the goals, and the pins."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from scenarios.language.base import Choice, Name, Spec


class Mode(Choice):
    """Whether a rule binds, costs, or is left out."""

    HARD = "hard", "硬性"
    SOFT = "soft", "软性"
    OFF = "off", "不用"


class RuleSettings(Spec):
    """What every rule has: whether it binds, and the clause it comes from."""

    mode: Mode = Mode.HARD
    """``hard``: binds; ``soft``: each breach costs; ``off``: left out."""
    weight: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """The cost of a breach, beside those of other soft rules."""
    clause: Name | None = None
    """The clause of law or of local rules it comes from, to be quoted."""


class BackupSettings(RuleSettings):
    """Limits of the rule ``backup``."""

    most: Annotated[int, Field(ge=0)] = 3
    """Most B-posts a person."""


class MaxPostsSettings(RuleSettings):
    """Limits of the rule ``max_posts``."""

    most: Annotated[int, Field(ge=1)] = 3
    """Most A-posts a person, where the person has no limit of their own."""


class WorkloadSettings(RuleSettings):
    """Limits of the rule ``workload``."""

    backup_share: Annotated[float, Field(ge=0, le=1)] = 0.1
    """Share of a post's hours that falls to each B-holder."""
    most_share: Annotated[float, Field(gt=0, le=3)] = 1.0
    """Most hours, as a share of the person's own capacity."""


class CertifiedOfficersSettings(RuleSettings):
    """Limits of the rule ``certified_officers``."""

    spare: Annotated[int, Field(ge=0)] = 0
    """Officers beyond those a matter takes, for when some are away."""


def _on() -> RuleSettings:
    return RuleSettings()


def _off() -> RuleSettings:
    return RuleSettings(mode=Mode.OFF)


class Rules(Spec):
    """Every rule of the optimiser, by its key."""

    seats: RuleSettings = Field(default_factory=_on)
    """Each post has exactly as many A-holders as it has seats."""
    backup: BackupSettings = BackupSettings()
    """Each post has its B-holders, none of them an A-holder of the same post."""
    qualification: RuleSettings = Field(default_factory=_on)
    """Holders meet the requirements of identity, title, rank, certificates, Party."""
    full_time: RuleSettings = Field(default_factory=_on)
    """The holder of a full-time post holds no other (专职)."""
    max_posts: MaxPostsSettings = MaxPostsSettings()
    """Nobody holds more A-posts than the limit (一人多岗)."""
    workload: WorkloadSettings = WorkloadSettings()
    """Nobody's posts take more hours than the person has."""
    recusal: RuleSettings = Field(default_factory=_on)
    """Relatives are neither in line of command nor both under one lead (回避)."""
    incompatible: RuleSettings = Field(default_factory=_on)
    """Posts that exclude each other are not in one hand, as A or as B."""
    certified_officers: CertifiedOfficersSettings = CertifiedOfficersSettings()
    """The responsible unit has the certified officers that its matters take."""
    dispatched: RuleSettings = Field(default_factory=_on)
    """Dispatched people hold posts of their own institution only, unless the town
    commands them."""
    identity: RuleSettings = Field(default_factory=_off)
    """People with a leader's title hold leadership posts only; off unless asked for."""
    pins: RuleSettings = Field(default_factory=_on)
    """The people named under ``pins`` hold the posts named there."""


GoalKey = Literal["seats", "clashes", "fit", "wishes", "moves", "balance"]

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
