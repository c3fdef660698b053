"""People get the posts that they wish for, as nearly as can be (志愿)."""

from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, multiples
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def expression(model: "StaffingModel") -> Linear:
    """Return how far A-holders are from their first wishes."""
    regret = Regret(model.town)
    return multiples(
        (held, regret.of(person, post))
        for post in model.town.posts
        for person, held in model.holders(post, Seat.A).items()
    )


def value(town: Town, plan: Plan) -> int:
    """Return how far A-holders are from their first wishes."""
    regret = Regret(town)
    return sum(regret.of(one.person, one.post) for one in plan if one.seat is Seat.A)


class Regret:
    """Places between a person's first wish and a post.

    The first wish costs 0, the second 1; a post not wished for costs as much as one
    beyond the town's longest list, and nothing for those who wished for nothing.
    """

    def __init__(self, town: Town) -> None:
        self._rank: dict[tuple[PersonId, PostId], int] = {
            (row.person, row.post): row.wish
            for row in town.scores.rows
            if row.wish is not None
        }
        self._wishing = {person for person, _ in self._rank}
        self._beyond = max(self._rank.values(), default=0) + 1

    def of(self, person: PersonId, post: PostId) -> int:
        """Return the regret of a person who gets a post."""
        if person not in self._wishing:
            return 0
        return self._rank.get((person, post), self._beyond) - 1


WISHES = Goal("wishes", expression, value)
