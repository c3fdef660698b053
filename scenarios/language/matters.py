"""Matters (事项) of the town's lists, and the marks and wishes of competition."""

from typing import Annotated

from pydantic import Field

from scenarios.language.base import (
    Choice,
    Entry,
    Name,
    PersonId,
    PostId,
    Spec,
    UnitId,
    Zh,
)


class MatterList(Choice):
    """The list that a matter stands on (事项清单)."""

    STATUTORY = "statutory", "法定"
    DELEGATED = "delegated", "赋权"
    TERRITORIAL = "territorial", "属地"
    BASIC = "basic", "基本履职"
    COOPERATING = "cooperating", "配合履职"
    RETURNED = "returned", "上级收回"


class DecidedBy(Choice):
    """Who decides in truth; the county, where power came down in name only."""

    TOWN = "town", "镇"
    COUNTY = "county", "县"


class Matter(Entry):
    """A power or a duty that the town answers for."""

    name: Annotated[Name, Zh("事项名称", "名称")]
    """What the matter is called."""
    list: Annotated[MatterList, Zh("清单")]
    """The list that it stands on."""
    unit: Annotated[UnitId, Zh("责任单位")]
    """The unit responsible."""
    certificates: Annotated[tuple[str, ...], Zh("资格要求")] = ()
    """Certificates that each officer on it must hold."""
    officers: Annotated[int, Field(ge=1, le=20), Zh("最少人数")] = 1
    """How many such officers it takes each time."""
    hours_per_year: Annotated[float, Field(ge=0), Zh("年工时")] = 0
    """Hours of work a year."""
    decided_by: Annotated[DecidedBy, Zh("决定权")] = DecidedBy.TOWN
    """Who decides in truth."""


class Score(Spec):
    """A mark, a wish or a need of one person for one post (竞争上岗、双向选择)."""

    person: Annotated[PersonId, Zh("人员", "人员编号")]
    """The person."""
    post: Annotated[PostId, Zh("岗位", "岗位编号")]
    """The post."""
    wish: Annotated[int | None, Field(ge=1), Zh("志愿")] = None
    """The person's rank of the post, 1 first."""
    assessment: Annotated[float | None, Field(ge=0, le=100), Zh("评分")] = None
    """The unit's mark of the person, 0 to 100."""
    hours: Annotated[float | None, Field(ge=0, le=100), Zh("所需工时")] = None
    """Hours a week that this person needs for the post, instead of the post's own."""


class Scores(Spec):
    """All marks, wishes and needs: the list itself, or ``{rows: […], only: true}``."""

    rows: tuple[Score, ...] = ()
    """A row a pair of person and post."""
    only: bool = False
    """Whether pairs that are not listed can't be matched."""
