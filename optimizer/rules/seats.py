"""Each post has exactly as many A-holders as it has seats (定岗定员)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Fill every seat; that none is filled twice lies in its nature."""
    for post in model.town.posts.values():
        holders = total(model.holders(post.id, Seat.A).values())
        model.require(holders >= post.seats, Reason("seats", (f"post:{post.id}",)))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the posts with too few or too many A-holders."""
    for post in town.posts.values():
        if len(plan.holders(post.id, Seat.A)) != post.seats:
            yield Reason("seats", (f"post:{post.id}",))


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence with the post's seats."""
    (post,) = because.named("post")
    return Wording("seats", str(town.posts[post].seats))


SEATS = Rule("seats", enforce, breaches, wording=wording)
