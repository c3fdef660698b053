"""Settings of the calendar, of the year's play and of the careers."""

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


class Credit(Choice):
    """Whose service as mid-level chief earns promotion points."""

    APPOINTED_TITLE = "appointed_title", "任命职务"
    OPERATING_POST = "operating_post", "运行岗位"
    EITHER = "either", "两者皆可"


class CareerPolicy(Spec):
    """What may be changed about promotion."""

    credit: Credit = Credit.APPOINTED_TITLE
    """Whether points follow the appointed title, the operating post, or either."""
    mid_level_share: Annotated[float | None, Field(ge=0, le=1)] = None
    """Least share of the staff, leaders apart, who hold a mid-level chief's seat."""
    deputies_count: bool = True
    """Whether service as mid-level deputy earns points."""


class CareerFlows(Spec):
    """How people come and go, beside retirement. All of it is assumption."""

    minimum_service_years: Annotated[float, Field(ge=0)] = 5
    """Years of service before anybody may be called away (最低服务年限)."""
    young_until: Annotated[float, Field(ge=16, le=70)] = 35
    """Age up to which people are called away often (借调、遴选)."""
    leave_young: Annotated[float, Field(ge=0, lt=1)] = 0.06
    """Chance a year to be called away, up to that age."""
    leave_older: Annotated[float, Field(ge=0, lt=1)] = 0.01
    """Chance a year to be called away, beyond it."""
    lose: Annotated[float, Field(ge=0, lt=1)] = 0.003
    """Chance a year to die or fall ill for good."""
    replace_share: Annotated[float, Field(ge=0, le=1)] = 0.7
    """Share of those who left for whom somebody is recruited."""
    recruit_age: tuple[int, int] = (22, 30)
    """Youngest and oldest age at recruitment."""
    seat_years: Annotated[float, Field(gt=0)] = 4.5
    """Mean years that somebody stays in a mid-level seat before it falls free."""
    leader_openings: Annotated[float, Field(ge=0)] = 1.5
    """Leaders' posts that fall free a year."""
    leader_inside_share: Annotated[float, Field(ge=0, le=1)] = 0.35
    """Share of them that people of the town fill."""
    outside_leader_age: tuple[int, int] = (35, 48)
    """Youngest and oldest age of a leader who comes from outside."""
    term_years: Annotated[float, Field(ge=0)] = 5
    """Years that a candidate for a seat must still have before retirement, and that
    somebody whose time in a seat is over stands aside; at most `seat_years`."""
    excellent_share: Annotated[float, Field(ge=0, le=1)] = 0.2
    """Share of the staff marked excellent each year."""
    boards_per_year: Annotated[int, Field(ge=1, le=12)] = 2
    """How often a year places on the ladders are filled."""


class CareerSettings(Spec):
    """How careers are played."""

    years: Annotated[int, Field(ge=1, le=40)] = 15
    """How many years."""
    replications: Annotated[int, Field(ge=2, le=100_000)] = 20
    """How many times."""
    policy: CareerPolicy = CareerPolicy()
    """What may be changed about promotion."""
    flows: CareerFlows = CareerFlows()
    """How people come and go."""
