"""Streams of work (工作流): how work arrives and what it asks of whom."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.language.arrivals import Arrival, Due
from scenarios.language.base import (
    Entry,
    InRow,
    ModuleId,
    Name,
    PostId,
    Spec,
    UnitId,
    Zh,
)
from scenarios.language.row_steps import RowSteps
from scenarios.language.spans import DayOfYear
from scenarios.language.steps import Pool, Step


class Coverage(Spec):
    """Somebody must be there on every working day (值守)."""

    post: Annotated[PostId, Zh("值守岗位")]
    """The post whose holders, or else backups, must be there."""
    staff: Annotated[int, Field(ge=1, le=200), Zh("值守人数")] = 1
    """How many at a time."""
    hours_per_day: Annotated[float, Field(gt=0, le=24), Zh("值守每日小时")] = 7
    """Hours of each working day."""
    nights: Annotated[bool, Zh("夜间值班")] = False
    """Instead: each night, and day and night on days off; people take turns, and it
    takes none of their working time."""
    who: Annotated[Pool | None, Zh("值班人员")] = None
    """From among whom; the post's holders and backups if left out."""


class Campaign(Spec):
    """Many people in a season (突击任务)."""

    from_: Annotated[DayOfYear, Field(alias="from"), Zh("突击开始")]
    """First day, ``MM-DD``."""
    to: Annotated[DayOfYear, Zh("突击结束")]
    """Last day, ``MM-DD``."""
    people: Annotated[int, Field(ge=1, le=1000), Zh("突击人数")]
    """How many people on each day of it."""
    hours_per_day: Annotated[float, Field(gt=0, le=24), Zh("突击每日小时")]
    """Hours of each of them."""
    days: Annotated[int | None, Field(ge=1, le=366), Zh("突击天数")] = None
    """On so many working days, evenly spread; on every one if left out."""
    who: Annotated[Pool, Zh("突击")] = Pool(everyone=True)
    """From among whom; people take turns."""


class Stream(Entry):
    """A stream of work: steps that arrive, a place to be covered, or a campaign."""

    name: Annotated[Name, Zh("名称")]
    """What the work is called."""
    module: Annotated[ModuleId | None, Zh("模块")] = None
    """The module whose lead commands the work."""
    unit: Annotated[UnitId | None, Zh("单位", "所在单位")] = None
    """The unit whose lead commands the work."""
    post: Annotated[PostId | None, Zh("牵头岗位")] = None
    """The post, most often a leader's, that commands the work."""
    arrive: Arrival | None = None
    """When pieces of work come; needed beside ``steps``."""
    priority: Annotated[int, Field(ge=1, le=9), Zh("优先级")] = 3
    """1 is served first."""
    urgent: Annotated[bool, Zh("紧急")] = False
    """Whether it interrupts other work, which is resumed afterwards."""
    overtime: Annotated[bool, Zh("可加班")] = False
    """Whether who is at it when the working day ends goes on, within the limit
    ``simulation.overtime_hours``."""
    due: Due | None = None
    """The time limit, if there is one."""
    steps: Annotated[tuple[Step, ...], InRow(RowSteps)] = ()
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
