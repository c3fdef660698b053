"""The points by which candidates are put in order (量化评分)."""

from dataclasses import dataclass
from typing import Self

from scenarios.language.careers import CareerPolicy, Credit
from scenarios.language.ladders import Points
from simulation.careers.chairs import Chair, Level


@dataclass(frozen=True, slots=True)
class Scale:
    """A table of points, with the weight that the policy gives to seniority.

    Parameters
    ----------
    service, in_rung, chief, deputy, special
        Points for a month.
    chief_most, deputy_most, special_most
        Most points of these.
    excellent, vote
        Points for a year marked excellent, and for this year's recommendation.
    """

    service: float
    in_rung: float
    chief: float
    chief_most: float
    deputy: float
    deputy_most: float
    special: float
    special_most: float
    excellent: float
    vote: float

    @classmethod
    def of(cls, table: Points, policy: CareerPolicy) -> Self:
        """Return a table's scale under a policy; in the middle, the table itself."""
        seniority = 2 * policy.seniority_weight
        merit = 2 - seniority
        return cls(
            service=seniority * table.per_year / 12,
            in_rung=seniority * table.per_year_in_rung / 12,
            chief=merit * table.mid_chief / 12,
            chief_most=merit * table.mid_chief_most,
            deputy=merit * table.mid_deputy / 12,
            deputy_most=merit * table.mid_deputy_most,
            special=merit * table.special / 12,
            special_most=merit * table.special_most,
            excellent=merit * table.excellent,
            vote=merit * table.vote,
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
    of_title = title.level if title and title.level is not Level.LEADER else None
    of_duty = post.duty if post else None
    level = {
        Credit.APPOINTED_TITLE: of_title,
        Credit.OPERATING_POST: of_duty,
        Credit.EITHER: max((of_title, of_duty), key=lambda one: one or 0),
    }[policy.credit]
    if level is Level.MID_DEPUTY and not policy.deputies_count:
        return None
    return level
