"""The holder of a full-time post holds no other (专职、专岗)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town
from scenarios.language.posts import FullTime, Post

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Let a full-time post exclude every other."""
    for post in _full_time_posts(model.town):
        for person, held in model.holders(post.id, Seat.A).items():
            others = [
                other
                for seat in _seats_excluded(post)
                for name, other in model.posts_of(person, seat).items()
                if name != post.id
            ]
            because = Reason("full_time", (f"post:{post.id}",), (f"person:{person}",))
            model.require(total(others) <= (1 - held) * len(others), because)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the full-time posts whose holder has another."""
    for post in _full_time_posts(town):
        for person in plan.holders(post.id, Seat.A):
            held = [*plan.posts_of(person, Seat.A)]
            if Seat.B in _seats_excluded(post):
                held += plan.posts_of(person, Seat.B)
            if any(other != post.id for other in held):
                yield Reason("full_time", (f"post:{post.id}",), (f"person:{person}",))


def _full_time_posts(town: Town) -> Iterator[Post]:
    return (p for p in town.posts.values() if p.full_time is not FullTime.NO)


def _seats_excluded(post: Post) -> tuple[Seat, ...]:
    return tuple(Seat) if post.full_time is FullTime.EXCLUSIVE else (Seat.A,)


FULL_TIME = Rule("full_time", enforce, breaches)
