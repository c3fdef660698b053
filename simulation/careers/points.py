"""The points by which candidates are put in order (量化评分)."""

from dataclasses import dataclass

from scenarios.language.ladders import Points
from scenarios.language.settings import CareerPolicy, Credit
from simulation.careers.chairs import Chair, Level


@dataclass(frozen=True, slots=True)
class Service:
    """What earns points, in months but for the marks.

    Parameters
    ----------
    total
        In service.
    in_rung
        On the present rung; 0 for those who aren't on the ladder yet.
    chief, deputy
        Credited as mid-level chief and deputy.
    excellent
        Years marked excellent.
    """

    total: int
    in_rung: int
    chief: int
    deputy: int
    excellent: int


def points(table: Points, service: Service) -> float:
    """Return the points of a candidate."""
    return (
        table.per_year * service.total / 12
        + table.per_year_in_rung * service.in_rung / 12
        + min(table.mid_chief_most, table.mid_chief * service.chief / 12)
        + min(table.mid_deputy_most, table.mid_deputy * service.deputy / 12)
        + table.excellent * service.excellent
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
        Credit.EITHER: max(of_title or 0, of_duty or 0) or None,
    }[policy.credit]
    if level is None or (level == Level.MID_DEPUTY and not policy.deputies_count):
        return None
    return Level(level)
