"""The holder of a full-time post holds no other (专职、专岗).

Where a post leaves its holder some hours for others (经协商兼任), the other posts
together may take no more than these; of B-posts their share counts.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.hours import MILLI, Hours
from optimizer.linear import multiples
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId
from scenarios.language.posts import FullTime, Post

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Let a full-time post exclude every other, or all beyond its hours for others."""
    hours = Hours(model.town)
    for post in _full_time_posts(model.town):
        for person, held in model.holders(post.id, Seat.A).items():
            others = multiples(
                (other, _taken(hours, post, person, (name, seat)))
                for seat in _seats_excluded(post)
                for name, other in model.posts_of(person, seat).items()
                if name != post.id
            )
            allowed = _allowed(post)
            beyond = max(0, model.largest(others) - allowed)
            model.require(
                others <= allowed + (1 - held) * beyond, _reason(post, person)
            )


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the full-time posts whose holder has others beside it, or too many."""
    hours = Hours(town)
    for post in _full_time_posts(town):
        for person in plan.holders(post.id, Seat.A):
            others = sum(
                _taken(hours, post, person, (name, seat))
                for seat in _seats_excluded(post)
                for name in plan.posts_of(person, seat)
                if name != post.id
            )
            if others > _allowed(post):
                yield _reason(post, person)


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence without or with hours left for other posts."""
    (post,) = because.named("post")
    other_hours = town.posts[post].other_hours
    if other_hours:
        return Wording("full_time_but_for_hours", f"{other_hours:g}")
    return Wording("full_time")


def _taken(hours: Hours, post: Post, person: PersonId, other: tuple[str, Seat]) -> int:
    """Return what another seat takes: hours, or 1 where none is allowed at all."""
    return hours.of(person, *other) if post.other_hours else 1


def _allowed(post: Post) -> int:
    return round(MILLI * post.other_hours)


def _full_time_posts(town: Town) -> Iterator[Post]:
    return (p for p in town.posts.values() if p.full_time is not FullTime.NO)


def _seats_excluded(post: Post) -> tuple[Seat, ...]:
    return tuple(Seat) if post.full_time is FullTime.EXCLUSIVE else (Seat.A,)


def _reason(post: Post, person: PersonId) -> Reason:
    return Reason("full_time", (f"post:{post.id}",), (f"person:{person}",))


FULL_TIME = Rule("full_time", enforce, breaches, wording=wording)
