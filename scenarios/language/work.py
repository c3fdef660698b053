"""Streams of work (工作流): how work arrives and what it asks of whom."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from scenarios.language.base import (
    Choice,
    Entry,
    Layer,
    ModuleId,
    Name,
    PostId,
    Spec,
    UnitId,
    Zh,
)
from scenarios.language.durations import Duration
from scenarios.language.seasons import Season
from scenarios.language.spans import DayOfYear


class Every(Choice):
    """A period after which work comes again."""

    DAY = "day", "每日"
    WEEK = "week", "每周"
    MONTH = "month", "每月"
    QUARTER = "quarter", "每季"
    HALF_YEAR = "half_year", "每半年"
    YEAR = "year", "每年"


class Arrival(Spec):
    """When pieces of work come; one of the forms, each told by its first key."""

    per_year: Annotated[float | None, Field(ge=0)] = None
    """Mean number a year, at moments by chance (a Poisson process)."""
    per_hour: Annotated[float | None, Field(ge=0)] = None
    """Mean number an hour of working time, at moments by chance."""
    every: Every | None = None
    """A period: the work comes at the opening of each ``on``."""
    dates: tuple[date, ...] | None = None
    """The days themselves."""
    season_days: Annotated[int | None, Field(ge=1, le=366)] = None
    """One piece on each of so many working days, drawn by the season's weights."""
    trace: str | None = None
    """A CSV file with the column ``at``, and ``hours`` where they are known."""
    season: Season | None = None
    """Weights of the months or weeks, beside ``per_year`` and ``season_days``."""
    on: Annotated[int | DayOfYear | None, Field(union_mode="left_to_right")] = None
    """Beside ``every``: weekday 1 to 7, or day of the (last) month, or ``MM-DD``.

    A day that is not a working day moves to the next one that is.
    """
    number: Annotated[int, Field(ge=1, le=1000)] = 1
    """Beside ``every``, ``dates``: how many pieces come at a time."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = ("per_year", "per_hour", "every", "dates", "season_days", "trace")
        given = [form for form in forms if getattr(self, form) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "one_form", "exactly one of {forms}", {"forms": ", ".join(forms)}
            )
        return self


class Due(Spec):
    """A time limit; one of the three."""

    working_days: Annotated[float | None, Field(gt=0)] = None
    """Working days from arrival."""
    days: Annotated[float | None, Field(gt=0)] = None
    """Calendar days from arrival."""
    hours: Annotated[float | None, Field(gt=0)] = None
    """Working hours from arrival."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.working_days, self.days, self.hours).count(None) != 2:
            raise PydanticCustomError(
                "one_form",
                "exactly one of {forms}",
                {"forms": "working_days, days, hours"},
            )
        return self


class Pool(Spec):
    """Who may do it: a post, a list of posts, or whoever answers a description."""

    short_forms = (
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
    )

    posts: tuple[PostId, ...] = ()
    """Any one of these posts; its holders are A, its backups B."""
    unit: UnitId | None = None
    """Any post of this unit."""
    module: ModuleId | None = None
    """Any post of this module's units."""
    everyone: bool = False
    """Any post of the town, leaders too."""
    certificates: tuple[str, ...] = ()
    """Only people who hold each of these."""
    count: Annotated[int, Field(ge=1, le=1000)] = 1
    """How many people it takes."""
    together: bool = True
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
        kinds = [kind for kind in _STEP_KINDS if kind in given]
        return f"step.{kinds[0]}" if kinds else None
    return next((f"step.{kind}" for kind in _STEP_KINDS if hasattr(given, kind)), None)


_STEP_KINDS = ("who", "joint", "meet", "approve", "county")

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


class Coverage(Spec):
    """Somebody must be there on every working day (值守)."""

    post: PostId
    """The post whose holders, or else backups, must be there."""
    staff: Annotated[int, Field(ge=1, le=200)] = 1
    """How many at a time."""
    hours_per_day: Annotated[float, Field(gt=0, le=24)] = 7
    """Hours of each working day."""


class Campaign(Spec):
    """Many people in a season (突击任务)."""

    from_: Annotated[DayOfYear, Field(alias="from")]
    """First day, ``MM-DD``."""
    to: DayOfYear
    """Last day, ``MM-DD``."""
    people: Annotated[int, Field(ge=1, le=1000)]
    """How many people on each day of it."""
    hours_per_day: Annotated[float, Field(gt=0, le=24)]
    """Hours of each of them."""
    days: Annotated[int | None, Field(ge=1, le=366)] = None
    """On so many working days, evenly spread; on every one if left out."""
    who: Pool = Pool(everyone=True)
    """From among whom; people take turns."""


class Stream(Entry):
    """A stream of work: steps that arrive, a place to be covered, or a campaign."""

    name: Annotated[Name, Zh("名称")]
    """What the work is called."""
    module: ModuleId | None = None
    """The module whose lead commands the work."""
    unit: UnitId | None = None
    """The unit whose lead commands the work."""
    post: PostId | None = None
    """The post, most often a leader's, that commands the work."""
    arrive: Arrival | None = None
    """When pieces of work come; needed beside ``steps``."""
    priority: Annotated[int, Field(ge=1, le=9)] = 3
    """1 is served first."""
    urgent: bool = False
    """Whether it interrupts other work, which is resumed afterwards."""
    due: Due | None = None
    """The time limit, if there is one."""
    steps: tuple[Step, ...] = ()
    """What each piece takes, one after the other."""
    coverage: Coverage | None = None
    """Instead of steps: somebody must be there."""
    campaign: Campaign | None = None
    """Instead of steps: many people in a season."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = (bool(self.steps), self.coverage is not None, self.campaign is not None)
        if sum(kinds) != 1:
            raise PydanticCustomError(
                "one_form",
                "exactly one of {forms}",
                {"forms": "steps, coverage, campaign"},
            )
        if bool(self.steps) is not (self.arrive is not None):
            raise PydanticCustomError("steps_arrive", "steps and arrive go together")
        return self

    @model_validator(mode="after")
    def _one_commander(self) -> Self:
        if (self.module, self.unit, self.post).count(None) != 2:
            raise PydanticCustomError(
                "one_form",
                "exactly one of {forms}",
                {"forms": "module, unit, post"},
            )
        return self
