"""The roster (花名册): who there is to hold posts."""

from typing import Annotated

from pydantic import Field

from scenarios.language.base import (
    Choice,
    Entry,
    PersonId,
    PostId,
    RungId,
    Spec,
    UnitId,
    Zh,
)
from scenarios.language.months import Month
from scenarios.language.spans import DateSpan


class Identity(Choice):
    """What establishment a person belongs to (身份)."""

    CIVIL_SERVANT = "civil_servant", "公务员"
    INSTITUTION_STAFF = "institution_staff", "事业人员"
    SUPPORT_STAFF = "support_staff", "工勤人员"
    DISPATCHED = "dispatched", "派驻人员"
    CONTRACT = "contract", "编外人员"


class Sex(Choice):
    """Male or female, which decides the month of retirement."""

    MALE = "m", "男"
    FEMALE = "f", "女"


class Control(Choice):
    """Who commands a person or an institution (管理权限)."""

    TOWN = "town", "镇"
    COUNTY = "county", "县"
    DUAL = "dual", "双重"


class TitleGrade(Choice):
    """The grade of an appointed title (任命职务层次)."""

    LEADER = "leader", "班子成员"
    MID_CHIEF = "mid_chief", "中层正职"
    MID_DEPUTY = "mid_deputy", "中层副职"


class Title(Spec):
    """An appointment on paper, which earns promotion credit (任命职务)."""

    unit: Annotated[UnitId, Zh("任命单位")]
    """The unit in which the person is appointed; it need not operate any more."""
    grade: Annotated[TitleGrade, Zh("任命层次")]
    """The grade of the appointment."""


class Absences(Spec):
    """How long and when a person is away (请假)."""

    leave_days: Annotated[float, Field(ge=0, le=200), Zh("年休假天数")] = 8
    """Working days of planned leave a year."""
    sick_days: Annotated[float, Field(ge=0, le=250), Zh("病假天数")] = 5
    """Mean working days of unplanned absence a year."""
    dates: Annotated[tuple[DateSpan, ...], Zh("缺勤日期")] = ()
    """Known absences, each a day or ``from/to``, both included."""


class Person(Entry):
    """A member of staff (干部)."""

    name: Annotated[str, Field(min_length=1), Zh("姓名")]
    """The person's name as it shall stand in charts and reports."""
    identity: Annotated[Identity, Zh("身份", "编制性质")]
    """The establishment to which the person belongs."""
    sex: Annotated[Sex, Zh("性别")]
    """``m`` or ``f``."""
    born: Annotated[Month, Zh("出生年月")]
    """Month of birth."""
    joined: Annotated[Month, Zh("参加工作时间")]
    """Month of entering service."""
    rank: Annotated[RungId | None, Zh("职级")] = None
    """The rung held on the ladder of the person's identity."""
    rank_since: Annotated[Month | None, Zh("任现职级时间")] = None
    """Since when; the month of entering service if left out."""
    title: Title | None = None
    """The appointed title, which earns promotion credit."""
    establishment: Annotated[UnitId | None, Zh("编制所在单位")] = None
    """The unit that carries the person's establishment (编制); it stays there."""
    certificates: Annotated[tuple[str, ...], Zh("资格证书")] = ()
    """Certificates held, in words of the scenario's own (``enforcement``)."""
    party: Annotated[bool, Zh("党员")] = False
    """Whether the person is a Party member."""
    hours: Annotated[float, Field(ge=0, le=100), Zh("每周工时")] = 40
    """Capacity in hours a week, backup duty and all."""
    max_posts: Annotated[int | None, Field(ge=0), Zh("最多岗位数")] = None
    """Most A-posts; the limit of the rule ``max_posts`` if left out."""
    holds: Annotated[tuple[PostId, ...], Zh("现任A岗")] = ()
    """Posts held today as A."""
    backs_up: Annotated[tuple[PostId, ...], Zh("现任B岗")] = ()
    """Posts backed up today as B."""
    available: Annotated[float, Field(ge=0, le=1), Zh("到场率")] = 1.0
    """Share of requests for joint work that find this person."""
    notice_days: Annotated[int, Field(ge=0, le=60), Zh("提前通知天数")] = 0
    """Working days of notice the person needs before joint work."""
    control: Annotated[Control, Zh("管理权限")] = Control.TOWN
    """Who commands the person."""
    transfers: Annotated[tuple[str, ...], Zh("可交流乡镇")] = ()
    """Towns to which the person may be transferred, in a scenario of several (交流)."""
    absences: Absences = Absences()
    """How long and when the person is away."""
    kin: Annotated[tuple[PersonId, ...], Zh("亲属")] = ()
    """Relatives on the roster from whom recusal is due (回避)."""
    retires: Annotated[Month | None, Zh("退休年月")] = None
    """Month of retirement, where it isn't the one that law gives by sex and birth."""
