"""What a piece of work asks of whom: its steps, one after the other."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from scenarios.language.arrivals import Every
from scenarios.language.base import Layer, ModuleId, PostId, Spec, UnitId, Zh
from scenarios.language.durations import Duration


class Pool(Spec):
    """Who may do it: a post, a list of posts, or whoever answers a description."""

    short_forms = (
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
    )

    posts: Annotated[tuple[PostId, ...], Zh("岗位")] = ()
    """Any one of these posts; its holders are A, its backups B."""
    unit: Annotated[UnitId | None, Zh("单位")] = None
    """Any post of this unit."""
    module: Annotated[ModuleId | None, Zh("模块")] = None
    """Any post of this module's units."""
    everyone: Annotated[bool, Zh("全员")] = False
    """Any post of the town, leaders too."""
    certificates: Annotated[tuple[str, ...], Zh("证书")] = ()
    """Only people who hold each of these."""
    count: Annotated[int, Field(ge=1, le=1000), Zh("人数")] = 1
    """How many people it takes."""
    together: Annotated[bool, Zh("同时到场")] = True
    """Whether they work at the same time, or each by themselves."""

    @model_validator(mode="before")
    @classmethod
    def _posts_may_stand_alone(cls, given: object) -> object:
        if isinstance(given, str):
            return {"posts": (given,)}
        return {"posts": given} if isinstance(given, list | tuple) else given

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        named = (bool(self.posts), self.unit is not None, self.module is not None)
        if sum(named) + self.everyone != 1:
            raise PydanticCustomError(
                "one_form",
                "exactly one of {forms}",
                {"forms": "posts, unit, module, everyone"},
            )
        return self


class Batch(Spec):
    """Joint work that is gathered and done on one day of each period."""

    every: Every
    """The period."""
    on: int | None = None
    """The day of it, as beside ``arrive: {every: …}``."""


class WorkStep(Spec):
    """Work by one person, or by several of one pool."""

    who: Pool
    """Who may do it."""
    hours: Duration
    """Hours of work for each person."""
    another: bool = False
    """Only by people who had no hand in the piece before (legal review by a third)."""
    otherwise: tuple[PostId, ...] = ()
    """Whose holders take it if neither an A- nor a B-holder is there (the hall for a
    village's agent); the next officer up if left out."""


class CountyConsent(Spec):
    """What the county does with requests for people whom it controls. Assumption."""

    declines: Annotated[float, Field(ge=0, le=1)] = 0
    """Share of requests that it declines; they are made anew ``retry_days`` later."""
    postpones: Annotated[float, Field(ge=0, le=1)] = 0
    """Share of requests that it grants for a later day."""
    postpone_days: Annotated[int, Field(ge=1, le=60)] = 5
    """By how many working days."""


class JointStep(Spec):
    """Work for which several parties must be in one place at one time (联合踏勘)."""

    joint: Annotated[tuple[PostId, ...], Field(min_length=2)]
    """The parties: a holder, or else a backup, of each of these posts."""
    hours: Duration
    """Hours it takes once all are there."""
    by: Literal["appointment", "atomic"] = "appointment"
    """``appointment``: a time is set ahead; ``atomic``: as soon as all are free."""
    notice_days: Annotated[int, Field(ge=0, le=60)] = 0
    """Working days of notice, beside what the parties themselves need."""
    retry_days: Annotated[int, Field(ge=1, le=60)] = 5
    """Working days until the next attempt after a party stayed away."""
    consent: CountyConsent = CountyConsent()
    """Whether the county lets people go whom it controls; by appointment only."""
    batch: Batch | None = None
    """Gathered to one day of each period."""


class MeetStep(Spec):
    """A gathering of all who are there on the day; nobody waits for those away."""

    meet: Pool
    """Who is called together; ``count`` is not used."""
    hours: Duration
    """Hours it takes."""


class ApproveStep(Spec):
    """A decision that passes each layer that the design has, up to the one named."""

    approve: Literal["up_to"]
    """Always ``up_to``."""
    layer: Layer
    """The highest layer that it passes."""
    hours: Duration
    """Hours that each layer spends on it."""


class CountyStep(Spec):
    """A wait for the county (上报县级)."""

    county: Literal[True]
    """Always ``true``."""
    wait_days: Duration
    """Working days until the county has answered."""


def _kind_of_step(given: object) -> str | None:
    if isinstance(given, dict):
        kinds = [kind for kind in STEP_KINDS if kind in given]
        return f"step.{kinds[0]}" if kinds else None
    return next((f"step.{kind}" for kind in STEP_KINDS if hasattr(given, kind)), None)


STEP_KINDS = ("who", "joint", "meet", "approve", "county")

Step = Annotated[
    Annotated[WorkStep, Tag("step.who")]
    | Annotated[JointStep, Tag("step.joint")]
    | Annotated[MeetStep, Tag("step.meet")]
    | Annotated[ApproveStep, Tag("step.approve")]
    | Annotated[CountyStep, Tag("step.county")],
    Discriminator(
        _kind_of_step,
        custom_error_type="kind_of_step",
        custom_error_message="one of who, joint, meet, approve, county",
    ),
]
