"""Steps as the columns of a table of work say them."""

from typing import Annotated

from scenarios.language.base import Choice, PostId, Spec, Zh
from scenarios.language.durations import Duration
from scenarios.language.steps import Pool


class ApprovedBy(Choice):
    """The highest layer that a decision passes."""

    CHIEF = "chief", "中层负责人"
    IN_CHARGE = "in_charge", "分管领导"
    MODULE_LEAD = "module_lead", "模块牵头领导"
    LEADER = "leader", "主要领导"


class RowSteps(Spec):
    """The steps that one row of a table can say, done in this order.

    Work by somebody, then a joint visit, then approval, then a wait for the county;
    each may be left out. Whatever is more involved is written in YAML.
    """

    who: Annotated[Pool | None, Zh("办理")] = None
    """Who does the work."""
    hours: Annotated[Duration | None, Zh("每件工时")] = None
    """Hours of work for each person."""
    joint: Annotated[tuple[PostId, ...], Zh("联合到场岗位")] = ()
    """Posts that must all be there at one time."""
    joint_hours: Annotated[Duration | None, Zh("联合到场工时")] = None
    """Hours of the joint visit."""
    approve: Annotated[ApprovedBy | None, Zh("审批到")] = None
    """The highest layer that a decision passes."""
    approve_hours: Annotated[Duration | None, Zh("审批工时")] = None
    """Hours that each layer spends on it."""
    county_days: Annotated[Duration | None, Zh("县级办理天数")] = None
    """Working days until the county has answered."""
