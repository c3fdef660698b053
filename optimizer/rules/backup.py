"""Each post has its B-holders, none of them its A-holder (AB 岗)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.nearness import posts_within
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.rules import Within

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

FROM_NEAR = {"unit": "backup_from_unit", "module": "backup_from_module"}


def enforce(model: "StaffingModel") -> None:
    """Give every post its backups, from near, and nobody more than the limit."""
    for post in model.town.posts.values():
        backups = total(model.holders(post.id, Seat.B).values())
        model.require(backups >= post.backups, Reason("backup", (f"post:{post.id}",)))
    for person in model.town.people:
        backed_up = total(model.posts_of(person, Seat.B).values())
        most = model.town.rules.backup.most
        model.require(backed_up <= most, Reason("backup", (f"person:{person}",)))
    for place in _places(model.town):
        for person, backing in model.holders(place.post, Seat.B).items():
            held = total(model.holds(person, one, Seat.A) for one in place.near)
            model.require(backing <= held, place.reason(person))


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
    for place in _places(town):
        for person in plan.holders(place.post, Seat.B):
            if not set(place.near) & set(plan.posts_of(person, Seat.A)):
                yield place.reason(person)


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence on a post's backups, their origin, or a person's limit."""
    if near := because.named("within"):
        return Wording(FROM_NEAR[near[0]])
    if because.named("person"):
        return Wording("backup_limit", str(town.rules.backup.most))
    (post,) = because.named("post")
    return Wording("backup", str(town.posts[post].backups))


@dataclass(frozen=True, slots=True)
class _Place:
    """A post whose backups hold one of the posts near it."""

    post: PostId
    within: Within
    near: tuple[PostId, ...]

    def reason(self, person: PersonId) -> Reason:
        subjects = (f"post:{self.post}", f"within:{self.within}")
        return Reason("backup", subjects, (f"person:{person}",))


def _places(town: Town) -> Iterator[_Place]:
    within = town.rules.backup.within
    if within is Within.ANYWHERE:
        return
    for post in town.posts:
        if post not in town.rules.backup.exempt:
            yield _Place(post, within, posts_within(town, post, within))


BACKUP = Rule("backup", enforce, breaches, wording=wording)
