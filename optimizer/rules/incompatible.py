"""Posts that exclude each other are not in one hand, as A or as B (不相容岗位)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Let nobody sit at both posts of a pair that excludes each other."""
    for pair in incompatible_pairs(model.town):
        for person in model.town.people:
            seats = total(
                model.holds(person, post, seat) for post in pair for seat in Seat
            )
            model.require(seats <= 1, _reason(pair, person))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the pairs of posts that exclude each other and the hand that has both."""
    for pair in incompatible_pairs(town):
        first, second = (
            {person for seat in Seat for person in plan.holders(post, seat)}
            for post in pair
        )
        for person in sorted(first & second):
            yield _reason(pair, person)


def incompatible_pairs(town: Town) -> tuple[tuple[PostId, PostId], ...]:
    """Return each pair of posts once, whichever of the two names the other."""
    pairs = {
        (min(post.id, other), max(post.id, other))
        for post in town.posts.values()
        for other in post.excludes
        if other != post.id
    }
    return tuple(sorted(pairs))


def _reason(pair: tuple[PostId, PostId], person: PersonId) -> Reason:
    posts = tuple(f"post:{post}" for post in pair)
    return Reason("incompatible", posts, (f"person:{person}",))


INCOMPATIBLE = Rule("incompatible", enforce, breaches)
