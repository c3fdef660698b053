"""As little work under different leads in one hand, at one time, as can be (打架).

Somebody who holds posts under two leads is wanted by both at once for a part of the
week. With H the hours a week that a lead's posts take of a person (of a backup its
share), f the posts' weekly factors (mean 1) and 40 hours in a week, the expected hours
a week in which both want the person are, summed over the person's pairs of leads,

    the mean over 52 weeks of  H(lead 1) f(lead 1) H(lead 2) f(lead 2) / 40.

Posts of one season under one lead are added up first, in tenths of hours, and the mean
of the product of two seasons is taken in hundredths; so the sum is a whole number, and
the model needs one product for each person, lead and season, not for each pair of
posts. A post that nobody commands counts as its own lead's.
"""

from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, total
from optimizer.meeting import HUNDREDTHS, TENTHS, Work, clashes_in, clashes_of
from scenarios import Plan, Town

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

WEEK_HOURS = 40


def expression(model: "StaffingModel") -> Linear:
    """Return the expected hours of clashes a week, in the goal's units."""
    work = Work(model.town)
    return total(clashes_in(model, work, person) for person in model.town.people)


def value(town: Town, plan: Plan) -> int:
    """Return the expected hours of clashes a week, in the goal's units."""
    work = Work(town)
    return sum(clashes_of(work, plan, person) for person in town.people)


CLASHES = Goal(
    "clashes",
    expression,
    value,
    TENTHS * TENTHS * HUNDREDTHS * WEEK_HOURS,
)
