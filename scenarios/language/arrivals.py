"""When work comes, and how soon it must be done."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.language.base import Choice, Spec, Zh
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

    per_year: Annotated[float | None, Field(ge=0), Zh("年件数")] = None
    """Mean number a year, at moments by chance (a Poisson process)."""
    per_hour: Annotated[float | None, Field(ge=0), Zh("每小时件数")] = None
    """Mean number an hour of working time, at moments by chance."""
    every: Annotated[Every | None, Zh("周期")] = None
    """A period: the work comes at the opening of each ``on``."""
    dates: Annotated[tuple[date, ...] | None, Zh("来件日期")] = None
    """The days themselves."""
    season_days: Annotated[int | None, Field(ge=1, le=366), Zh("每年天数")] = None
    """One piece on each of so many working days, drawn by the season's weights."""
    trace: Annotated[str | None, Zh("来件记录")] = None
    """A CSV file with the column ``at``, and ``hours`` where they are known."""
    any_time: Annotated[bool, Zh("昼夜")] = False
    """Beside ``per_year``, ``per_hour``: by day and night, on days off too (floods,
    fires)."""
    season: Annotated[Season | None, Zh("季节")] = None
    """Weights of the months or weeks, beside ``per_year`` and ``season_days``."""
    on: Annotated[
        int | DayOfYear | None, Field(union_mode="left_to_right"), Zh("周期内日期")
    ] = None
    """Beside ``every``: weekday 1 to 7, or day of the (last) month, or ``MM-DD``.

    A day that is not a working day moves to the next one that is.
    """
    number: Annotated[int, Field(ge=1, le=1000), Zh("每次件数")] = 1
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

    @model_validator(mode="after")
    def _any_time_has_a_rate(self) -> Self:
        if self.any_time and self.per_year is None and self.per_hour is None:
            raise PydanticCustomError(
                "any_time_rate", "any_time goes with per_year or per_hour"
            )
        return self


class Due(Spec):
    """A time limit; one of the three."""

    working_days: Annotated[float | None, Field(gt=0), Zh("时限工作日")] = None
    """Working days from arrival."""
    days: Annotated[float | None, Field(gt=0), Zh("时限日历天")] = None
    """Calendar days from arrival."""
    hours: Annotated[float | None, Field(gt=0), Zh("时限工时")] = None
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
