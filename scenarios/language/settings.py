"""Settings of the calendar and of the year's play."""

from datetime import date, time
from typing import Annotated

from pydantic import Field, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue

from scenarios.language.base import Choice, Spec

_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"

_DAYS_OR_FILE: JsonSchemaValue = {
    "anyOf": [
        {"type": "array", "items": {"type": "string", "format": "date"}},
        {"type": "string"},
    ]
}


class CalendarKind(Choice):
    """Which days are working days."""

    CHINA = "china", "中国"
    PLAIN = "plain", "周一至周五"
    CONTINUOUS = "continuous", "连续"


class CalendarSettings(Spec):
    """The town's working time."""

    year: Annotated[int, Field(ge=2000, le=2100)] = 2026
    """The year that is played."""
    kind: CalendarKind = CalendarKind.CHINA
    """``china``: holidays and make-up workdays; ``plain``: Monday to Friday;
    ``continuous``: every hour of every day."""
    hours_per_day: Annotated[float, Field(gt=0, le=24)] = 8
    """Working hours of a working day."""
    day_starts: Annotated[
        time,
        WithJsonSchema({"type": "string", "pattern": _CLOCK, "examples": ["08:30"]}),
    ] = time(9)
    """When the working day begins."""
    days_off: Annotated[tuple[date, ...], WithJsonSchema(_DAYS_OR_FILE)] = ()
    """The town's own days off, beside those of the kind: a list, or the name of a
    file whose first column lists them."""


class SimulationSettings(Spec):
    """How the working year is played."""

    replications: Annotated[int, Field(ge=2, le=100_000)] = 20
    """How many years are drawn and played."""
    precision: Annotated[float | None, Field(gt=0, lt=1)] = None
    """Stop early once the half-widths are this share of the means."""
    seed: Annotated[int, Field(ge=0)] = 1
    """Where all chance begins; the same seed gives the same years."""
    patience_hours: Annotated[float, Field(ge=0)] = 4
    """Working hours that work waits for an A-holder before a B-holder may take it."""
    handover_hours: Annotated[float, Field(ge=0)] = 0.5
    """Hours that a B-holder spends on taking over."""
    goes_up: bool = True
    """Whether work that finds neither an A- nor a B-holder goes to the next officer
    up, or to those that its step names."""
    coordination_hours: Annotated[float, Field(ge=0)] = 1.0
    """Working hours that two leads need to agree whose work goes first."""
    backup_speed: Annotated[float, Field(gt=0, le=2)] = 0.8
    """How fast a B-holder works, beside an A-holder."""
    overtime_hours: Annotated[float, Field(ge=0, le=12)] = 3
    """Most hours a day that somebody works over time, on work that allows it."""
    scale: Annotated[float, Field(ge=0, le=10)] = 1.0
    """Factor on how often work arrives, for stress cases."""
    warm_up_days: Annotated[int, Field(ge=0, le=250)] = 20
    """Working days played before 1 January, so that the year starts with a backlog."""
