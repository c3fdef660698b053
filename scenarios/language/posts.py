"""Posts (岗位): what is to be held, by how many, and by whom it may be held."""

from typing import Annotated

from pydantic import Field

from scenarios.language.base import (
    Choice,
    Entry,
    Name,
    PostId,
    RungId,
    Spec,
    UnitId,
    Zh,
)
from scenarios.language.people import Identity, TitleGrade
from scenarios.language.seasons import Season


class PostGrade(Choice):
    """The level of a post in the design."""

    LEADER = "leader", "主要领导"
    MODULE_LEAD = "module_lead", "模块牵头领导"
    ASSISTING_LEAD = "assisting_lead", "分管领导"
    MID_CHIEF = "mid_chief", "中层正职"
    MID_DEPUTY = "mid_deputy", "中层副职"
    STAFF = "staff", "一般岗位"
    AGENT = "agent", "代办员"


LEADERSHIP = frozenset(
    {PostGrade.LEADER, PostGrade.MODULE_LEAD, PostGrade.ASSISTING_LEAD}
)
"""The grades that members of the leadership team hold (领导岗位)."""


class FullTime(Choice):
    """How far a post demands the whole of its holder (专职)."""

    NO = "no", "否"
    DUTY = "duty", "专岗"
    EXCLUSIVE = "exclusive", "专职专用"


class CountsAs(Choice):
    """What a seat is worth for promotion."""

    MID_CHIEF = "mid_chief", "中层正职"
    MID_DEPUTY = "mid_deputy", "中层副职"
    NONE = "none", "不计"


class Requirement(Spec):
    """What a holder must bring; whatever is left out is not asked for."""

    identity: Annotated[tuple[Identity, ...], Zh("身份要求")] = ()
    """Any one of these identities."""
    title: Annotated[tuple[TitleGrade, ...], Zh("任命层次要求")] = ()
    """An appointed title of any one of these grades."""
    rank: Annotated[RungId | None, Zh("职级要求")] = None
    """At least this rung, on the ladder that has it."""
    certificates: Annotated[tuple[str, ...], Zh("证书要求")] = ()
    """Every one of these certificates."""
    party: Annotated[bool, Zh("党员要求")] = False
    """Party membership."""


class Post(Entry):
    """A post, with one or more seats of the same kind."""

    name: Annotated[Name, Zh("岗位名称", "名称")]
    """What the post is called."""
    unit: Annotated[UnitId, Zh("所在单位", "单位")]
    """The unit to which the post belongs."""
    grade: Annotated[PostGrade, Zh("层次")] = PostGrade.STAFF
    """The level of the post."""
    seats: Annotated[int, Field(ge=0, le=200), Zh("A岗人数")] = 1
    """How many people hold it as A."""
    backups: Annotated[int, Field(ge=0, le=200), Zh("B岗人数")] = 1
    """How many people back it up as B; 0 where none is needed."""
    hours: Annotated[float, Field(ge=0, le=100), Zh("每周工时")] = 20
    """Hours a week that one seat takes, averaged over the year."""
    season: Annotated[Season | None, Zh("季节")] = None
    """Weights of the 12 months or 52 weeks; level if left out."""
    full_time: Annotated[FullTime, Zh("专职")] = FullTime.NO
    """``duty``: no other A-post; ``exclusive``: no other A- or B-post."""
    other_hours: Annotated[float, Field(ge=0, le=100), Zh("兼任工时")] = 0
    """Hours a week that the holder of a full-time post may yet give to other posts."""
    requires: Requirement = Requirement()
    """What an A-holder must bring."""
    backup_requires: Annotated[Requirement | None, Zh("B岗")] = None
    """What a B-holder must bring; the same as an A-holder if left out."""
    excludes: Annotated[tuple[PostId, ...], Zh("不相容岗位")] = ()
    """Posts that the holder may not have beside this one, as A or as B (不相容岗位)."""
    counts_as: Annotated[CountsAs | None, Zh("晋升计作")] = None
    """What the seat is worth for promotion; its grade if left out."""

    @property
    def worth(self) -> CountsAs:
        """What the seat is worth for promotion."""
        if self.counts_as is not None:
            return self.counts_as
        return {
            PostGrade.MID_CHIEF: CountsAs.MID_CHIEF,
            PostGrade.MID_DEPUTY: CountsAs.MID_DEPUTY,
        }.get(self.grade, CountsAs.NONE)
