"""The points by which candidates are put in order (量化评分)."""

from dataclasses import dataclass
from typing import Self

from scenarios.language.careers import CareerPolicy, Credit
from scenarios.language.ladders import Points
from simulation.careers.chairs import LEADER, MID_DEPUTY, Chair, Level

APPOINTED_TITLE, EITHER = Credit.APPOINTED_TITLE, Credit.EITHER
"""By short names, which are looked up without asking the class."""

UNITS = 12_000
"""Parts of a point: sums of whole parts are exact, in whatever order."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A table of points, with the weight that the policy gives to seniority.

    All are whole `UNITS` of a point.

    Parameters
    ----------
    service, in_rung, chief, deputy, special
        For a month.
    chief_most, deputy_most, special_most
        Most of these.
    excellent, vote
        For a year marked excellent, and the most for this year's recommendation.
    """

    service: int
    in_rung: int
    chief: int
    chief_most: int
    deputy: int
    deputy_most: int
    special: int
    special_most: int
    excellent: int
    vote: int

    @classmethod
    def of(cls, table: Points, policy: CareerPolicy) -> Self:
        """Return a table's scale under a policy; in the middle, the table itself."""
        seniority = 2 * policy.seniority_weight * UNITS
        merit = 2 * UNITS - seniority
        return cls(
            service=round(seniority * table.per_year / 12),
            in_rung=round(seniority * table.per_year_in_rung / 12),
            chief=round(merit * table.mid_chief / 12),
            chief_most=round(merit * table.mid_chief_most),
            deputy=round(merit * table.mid_deputy / 12),
            deputy_most=round(merit * table.mid_deputy_most),
            special=round(merit * table.special / 12),
            special_most=round(merit * table.special_most),
            excellent=round(merit * table.excellent),
            vote=round(merit * table.vote),
        )


def credited(
    policy: CareerPolicy, title: Chair | None, post: Chair | None
) -> Level | None:
    """Return the level at which a person's present chairs earn points.

    Parameters
    ----------
    policy
        Whether points follow the title, the operating post, or either.
    title
        The chair that gives a title.
    post
        The chair that gives an operating post; it may be the same.
    """
    of_title = title.level if title and title.level is not LEADER else None
    of_duty = post.duty if post else None
    if policy.credit is EITHER:
        level = max(of_title, of_duty, key=lambda one: one or 0)
    else:
        level = of_title if policy.credit is APPOINTED_TITLE else of_duty
    if level is MID_DEPUTY and not policy.deputies_count:
        return None
    return level
