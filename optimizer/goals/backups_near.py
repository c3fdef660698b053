"""Backups work near the posts that they back up (就近顶岗).

A B-holder with an A-post in the post's unit is at hand; one with an A-post only in its
module is one step away, anybody else two.
"""

from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, total
from optimizer.nearness import posts_within
from scenarios import Plan, Seat, Town
from scenarios.language.rules import Within

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

STEPS = (Within.UNIT, Within.MODULE)
"""Each of these that a backup isn't within is a step."""


def expression(model: "StaffingModel") -> Linear:
    """Return the steps of all B-holders."""
    steps: list[Linear] = []
    for post in model.town.posts:
        for within in STEPS:
            near = posts_within(model.town, post, within)
            for person, backing in model.holders(post, Seat.B).items():
                held = total(model.holds(person, one, Seat.A) for one in near)
                steps.append(model.excess(backing - held))
    return total(steps)


def value(town: Town, plan: Plan) -> int:
    """Return the steps of all B-holders."""
    return sum(
        set(posts_within(town, post, within)).isdisjoint(plan.posts_of(person, Seat.A))
        for post in town.posts
        for person in plan.holders(post, Seat.B)
        for within in STEPS
    )


BACKUPS_NEAR = Goal("backups_near", expression, value)
