"""What a B-holder has to do when somebody falls away (顶岗), said twice.

Each B-holder of a post must be able to do all the work of one seat there. Whoever backs
up several posts of the same person does the work of all of them at once. An empty seat
counts as somebody who fell away, a different one at each post.
"""

from collections import Counter
from typing import TYPE_CHECKING

from optimizer.hours import Hours
from optimizer.linear import Block, Linear, total
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def heaviest_load(town: Town, plan: Plan, hours: Hours, person: PersonId) -> int:
    """Return a person's thousandths of hours a week, whoever else falls away."""
    covers: Counter[str] = Counter()
    for post in plan.posts_of(person, Seat.B):
        more = _more(hours, person, post)
        holders = plan.holders(post, Seat.A)
        for holder in holders:
            covers[f"person:{holder}"] += more
        if len(holders) < town.posts[post].seats:
            covers[f"post:{post}"] += more
    return hours.load(plan, person) + max(covers.values(), default=0)


class Covers:
    """Covers as blocks: a place for each who may fall away, and for each empty seat."""

    def __init__(self, model: "StaffingModel") -> None:
        self._model = model
        self._hours = Hours(model.town)
        names = [*model.town.people, *model.town.posts]
        self._places = {name: number for number, name in enumerate(names)}
        self._seats = {post: self._seats_of(post) for post in model.town.posts}

    def load(self, person: PersonId) -> Linear:
        """Return a person's thousandths of hours a week while all are there."""
        return total(
            held * self._hours.of(person, post, seat)
            for seat in Seat
            for post, held in self._model.posts_of(person, seat).items()
        )

    def blocks(self, person: PersonId) -> list[Block]:
        """Return what a person does more, at the place of whoever falls away."""
        return [
            Block(place, self._model.product(backing, there), more)
            for post, backing in self._model.posts_of(person, Seat.B).items()
            if (more := _more(self._hours, person, post))
            for place, there in self._seats[post]
        ]

    def _seats_of(self, post: PostId) -> list[tuple[Linear, Linear]]:
        """Return where the seats of a post may fall away, each with 1 if it may."""
        model, seats = self._model, self._model.town.posts[post].seats
        holders, empty = model.holders(post, Seat.A), self._places[post]
        if seats == 1:
            place = model.integer(0, len(self._places), "place")
            moved = total(
                held * (self._places[person] - empty)
                for person, held in holders.items()
            )
            model.define(place.equals(moved + empty))
            return [(place, Linear({}, 1))]
        filled, vacant = total(holders.values()), model.integer(0, 1, "vacant")
        model.define(filled + vacant * seats >= seats)
        model.define(filled + vacant <= seats)
        there = {self._places[one]: held for one, held in holders.items()}
        there[empty] = vacant
        return [(Linear({}, place), held) for place, held in there.items()]


def _more(hours: Hours, person: PersonId, post: PostId) -> int:
    """Return what doing a post's work takes beyond backing it up."""
    return hours.of(person, post, Seat.A) - hours.of(person, post, Seat.B)
