"""As few points short of full marks as can be (竞争上岗的评分)."""

from statistics import fmean
from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, multiples
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

FULL_MARKS = 100


def expression(model: "StaffingModel") -> Linear:
    """Return the points that A-holders' marks lack."""
    lost = PointsLost(model.town)
    return multiples(
        (held, lost.by(person, post))
        for post in model.town.posts
        for person, held in model.holders(post, Seat.A).items()
    )


def value(town: Town, plan: Plan) -> int:
    """Return the points that A-holders' marks lack."""
    lost = PointsLost(town)
    return sum(lost.by(one.person, one.post) for one in plan if one.seat is Seat.A)


class PointsLost:
    """Points that each person lacks for each post.

    Somebody without a mark counts as the average of those marked for the post, so
    that nobody gains or loses by not being marked; a post for which nobody is marked
    costs nothing.
    """

    def __init__(self, town: Town) -> None:
        self._own: dict[tuple[PersonId, PostId], int] = {}
        for_post: dict[PostId, list[int]] = {}
        for row in town.scores.rows:
            if row.assessment is not None:
                points = round(FULL_MARKS - row.assessment)
                self._own[row.person, row.post] = points
                for_post.setdefault(row.post, []).append(points)
        self._usual = {post: round(fmean(lost)) for post, lost in for_post.items()}

    def by(self, person: PersonId, post: PostId) -> int:
        """Return the points that a person lacks for a post."""
        return self._own.get((person, post), self._usual.get(post, 0))


FIT = Goal("fit", expression, value)
