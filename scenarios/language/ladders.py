"""Ladders of promotion: ranks of civil servants, grades of institution staff."""

from typing import Annotated

from pydantic import Field

from scenarios.language.base import Entries, Entry, Name, PostId, RungId, Spec
from scenarios.language.people import Identity, TitleGrade


class Rung(Entry):
    """One rung of a ladder (职级、等级)."""

    name: Name
    """What the rung is called."""
    years: Annotated[float, Field(ge=0, le=40)]
    """Years that must be spent on this rung before the next."""
    service_years: Annotated[float, Field(ge=0, le=60)] = 0
    """Years of service that must be done before the next rung."""
    excellent: Annotated[int, Field(ge=0, le=40)] = 0
    """Years marked excellent on this rung that are needed for the next."""
    titles: tuple[TitleGrade, ...] = ()
    """Appointed titles of which one must be held, now or before, for the next."""
    leaders_at_least: bool = False
    """Whether who takes a leader's post steps up to this rung at once, if below it,
    whatever the quotas say (领导职务对应的最低职级)."""


class Quota(Entry):
    """A limit on how many may stand on some rungs together (职数)."""

    rungs: tuple[RungId, ...]
    """The rungs that share the limit."""
    share: Annotated[float | None, Field(ge=0, le=1)] = None
    """The limit as a share of the people on the ladder, rounded down."""
    seats: Annotated[int | None, Field(ge=0)] = None
    """The limit as a number; it goes before the share."""
    per_year: Annotated[float | None, Field(ge=0)] = None
    """Places a year that the county gives the town where it pools them
    (`careers.policy.county_pooling`); who leaves a place gives it back."""
    leaders_count: bool = True
    """Whether leaders on these rungs take places of the quota."""


class Points(Spec):
    """The points by which candidates for a free place are put in order (量化评分)."""

    per_year: Annotated[float, Field(ge=0)] = 0.5
    """For each year of service."""
    per_year_in_rung: Annotated[float, Field(ge=0)] = 1.0
    """For each year on the present rung."""
    mid_chief: Annotated[float, Field(ge=0)] = 2.0
    """For each year as mid-level chief."""
    mid_chief_most: Annotated[float, Field(ge=0)] = 10.0
    """Most points as mid-level chief."""
    mid_deputy: Annotated[float, Field(ge=0)] = 1.0
    """For each year as mid-level deputy."""
    mid_deputy_most: Annotated[float, Field(ge=0)] = 5.0
    """Most points as mid-level deputy."""
    excellent: Annotated[float, Field(ge=0)] = 2.0
    """For each year marked excellent (优秀)."""
    special_posts: tuple[PostId, ...] = ()
    """Posts that earn more (驻村、急难险重): their A-holders at the start, and who
    follows in their places."""
    special: Annotated[float, Field(ge=0)] = 0.0
    """For each year in such a post."""
    special_most: Annotated[float, Field(ge=0)] = 10.0
    """Most points from such posts."""
    vote: Annotated[float, Field(ge=0)] = 0.0
    """Most points of each year's democratic recommendation (民主推荐)."""


class Ladder(Entry):
    """A ladder, for the people of one identity."""

    name: Name
    """What the ladder is called."""
    identity: Identity
    """Whose ladder it is."""
    rungs: Entries[Rung]
    """The rungs, from the lowest."""
    quota: Entries[Quota] = Field(default_factory=dict)
    """Limits on how many may stand on which rungs."""
    points: Points = Points()
    """How candidates are put in order."""
    excellent_saves_years: Annotated[float, Field(ge=0, le=5)] = 0.0
    """Years on a rung that each excellent mark on it saves."""
    late_retirement: bool = False
    """Whether those on it may stay beyond the statutory age by agreement; civil
    servants and managers may not."""
