"""Each post has its B-holders, none of them its A-holder (AB 岗)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Give every post its backups, and nobody more B-posts than the limit."""
    for post in model.town.posts.values():
        backups = total(model.holders(post.id, Seat.B).values())
        model.require(backups >= post.backups, Reason("backup", (f"post:{post.id}",)))
    for person in model.town.people:
        backed_up = total(model.posts_of(person, Seat.B).values())
        most = model.town.rules.backup.most
        model.require(backed_up <= most, Reason("backup", (f"person:{person}",)))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield posts not backed up as they should be, and who backs up too many."""
    for post in town.posts.values():
        backups = plan.holders(post.id, Seat.B)
        same = set(backups) & set(plan.holders(post.id, Seat.A))
        if len(backups) != post.backups or same:
            yield Reason("backup", (f"post:{post.id}",))
    for person in town.people:
        if len(plan.posts_of(person, Seat.B)) > town.rules.backup.most:
            yield Reason("backup", (f"person:{person}",))


BACKUP = Rule("backup", enforce, breaches)
