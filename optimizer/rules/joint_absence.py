"""A and B of a post are never planned away on the same day (AB 岗不得同时离岗)."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.spans import DateSpan

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Keep every two who will be away together from being A and B of one post."""
    away = away_together(model.town)
    for post in model.town.posts:
        holders, backups = (model.holders(post, seat) for seat in Seat)
        for one, held in holders.items():
            for other in away.get(one, ()):
                if other in backups:
                    because = _reason(post, one, other)
                    model.require(held + backups[other] <= 1, because)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the posts whose A and B will be away together."""
    away = away_together(town)
    for post in town.posts:
        pairs = product(*(plan.holders(post, seat) for seat in Seat))
        for one, other in pairs:
            if other in away.get(one, ()):
                yield _reason(post, one, other)


def away_together(town: Town) -> dict[PersonId, tuple[PersonId, ...]]:
    """Return, for each who has known absences, who else is away on one of the days."""
    spans = {
        one.id: one.absences.dates for one in town.people.values() if one.absences.dates
    }
    return {
        one: tuple(
            other
            for other, theirs in spans.items()
            if other != one and any(_meet(a, b) for a, b in product(mine, theirs))
        )
        for one, mine in spans.items()
    }


def _meet(one: DateSpan, other: DateSpan) -> bool:
    """Whether two spans of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def _reason(post: PostId, one: PersonId, other: PersonId) -> Reason:
    people = (f"person:{one}", f"person:{other}")
    return Reason("joint_absence", (f"post:{post}",), people)


JOINT_ABSENCE = Rule("joint_absence", enforce, breaches, waits=True)
