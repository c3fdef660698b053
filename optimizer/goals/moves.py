"""As few people as can be give up a post that they hold today (人员变动)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, total
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def expression(model: "StaffingModel") -> Linear:
    """Return the number of A-posts held today that are given up."""
    return total(
        1 - model.holds(person, post, Seat.A) for person, post in _today(model.town)
    )


def value(town: Town, plan: Plan) -> int:
    """Return the number of A-posts held today that are given up."""
    return sum(
        person not in plan.holders(post, Seat.A) for person, post in _today(town)
    )


def _today(town: Town) -> Iterator[tuple[PersonId, PostId]]:
    """Yield who holds which post today, as far as the design still has the post."""
    for person in town.people.values():
        for post in dict.fromkeys(person.holds):
            if post in town.posts:
                yield person.id, post


MOVES = Goal("moves", expression, value)
