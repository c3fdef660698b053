"""Posts that exclude each other are not in one hand (不相容岗位).

Posts that name each other under ``excludes`` aren't, neither as A nor as B. Nor is
anybody chief of a unit and its own deputy, as A; a deputy may well back up the chief.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.posts import PostGrade

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


@dataclass(frozen=True, slots=True, order=True)
class Exclusion:
    """Two posts that nobody may sit at both, in these kinds of seats."""

    posts: tuple[PostId, PostId]
    seats: tuple[Seat, ...]

    def reason(self, person: PersonId) -> Reason:
        """Return the demand, with the person who breaks it."""
        posts = tuple(f"post:{post}" for post in self.posts)
        return Reason("incompatible", posts, (f"person:{person}",))


def enforce(model: "StaffingModel") -> None:
    """Let nobody sit at both posts of an exclusion."""
    for one in exclusions(model.town):
        for person in model.who_might_sit_among(one.posts, one.seats):
            seats = total(
                model.holds(person, post, seat)
                for post, seat in product(one.posts, one.seats)
            )
            model.require(seats <= 1, one.reason(person))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the posts that exclude each other and the hand that has both."""
    for one in exclusions(town):
        first, second = (
            {person for seat in one.seats for person in plan.holders(post, seat)}
            for post in one.posts
        )
        for person in sorted(first & second):
            yield one.reason(person)


def exclusions(town: Town) -> tuple[Exclusion, ...]:
    """Return each exclusion once, whichever of two posts names the other."""
    named = {
        (min(post.id, other), max(post.id, other))
        for post in town.posts.values()
        for other in post.excludes
        if other != post.id
    }
    return (
        *(Exclusion(pair, tuple(Seat)) for pair in sorted(named)),
        *(Exclusion(pair, (Seat.A,)) for pair in _own_deputies(town, named)),
    )


def _own_deputies(
    town: Town, named: set[tuple[PostId, PostId]]
) -> list[tuple[PostId, PostId]]:
    """Return each unit's chiefs with its deputies, but for pairs that are named."""
    pairs = [
        (min(chief, deputy), max(chief, deputy))
        for posts in town.posts_of_unit.values()
        for chief, deputy in product(posts, repeat=2)
        if town.posts[chief].grade is PostGrade.MID_CHIEF
        and town.posts[deputy].grade is PostGrade.MID_DEPUTY
    ]
    return [pair for pair in pairs if pair not in named]


INCOMPATIBLE = Rule("incompatible", enforce, breaches)
