"""Modules, units and layers: the structure that a design gives the town."""

from typing import Annotated

from pydantic import Field

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
from scenarios.language.people import Control


class Module(Entry):
    """One of the modules (模块) into which a flat design gathers the units."""

    name: Annotated[Name, Zh("名称")]
    """What the module is called."""
    lead: Annotated[PostId, Zh("牵头领导")]
    """The post that leads the module (牵头领导)."""


class UnitKind(Choice):
    """What sort of unit it is."""

    LEADERSHIP = "leadership", "班子"
    OFFICE = "office", "办公室"
    CENTRE = "centre", "中心"
    TEAM = "team", "队"
    DISPATCHED = "dispatched", "派驻机构"


class Titles(Spec):
    """How many appointed mid-level titles a unit carries."""

    mid_chief: Annotated[int, Field(ge=0), Zh("中层正职数")] = 0
    """Titles of mid-level chief (中层正职)."""
    mid_deputy: Annotated[int, Field(ge=0), Zh("中层副职数")] = 0
    """Titles of mid-level deputy (中层副职)."""


class Unit(Entry):
    """An office, a centre, a team or a dispatched institution."""

    name: Annotated[Name, Zh("名称")]
    """What the unit is called."""
    kind: Annotated[UnitKind, Zh("类型")] = UnitKind.OFFICE
    """What sort of unit it is."""
    town: Annotated[str | None, Zh("所属乡镇")] = None
    """The town that the unit belongs to, in a scenario that holds several."""
    module: Annotated[ModuleId | None, Zh("模块")] = None
    """The module to which the unit belongs, in a design with modules."""
    in_charge: Annotated[PostId | None, Zh("分管领导")] = None
    """The leader's post that is in charge of the unit (分管)."""
    chief: Annotated[PostId | None, Zh("负责人")] = None
    """The post of the unit's own chief."""
    control: Annotated[Control, Zh("管理权限")] = Control.TOWN
    """Who commands the unit."""
    establishment: Annotated[int | None, Field(ge=0), Zh("核定编制")] = None
    """Approved establishment (核定编制): how many people the unit may carry."""
    operates: Annotated[bool, Zh("运行")] = True
    """Whether it works; a unit of titles only does not (the dual track)."""
    titles: Titles = Titles()
    """Appointed titles that a unit which doesn't operate still carries."""
    absorbs: Annotated[tuple[UnitId, ...], Zh("并入单位")] = ()
    """Units that this one takes over, with their posts, matters and work.

    A unit taken over no longer operates. Its titles lapse, unless the unit itself
    says ``operates: false``, which keeps it as a unit of titles only.
    """


LAYERS: tuple[Layer, ...] = ("chief", "in_charge", "module_lead", "leader")
"""The offices a decision may pass on its way up, from the lowest."""
