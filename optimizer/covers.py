"""What a B-holder has to do when somebody falls away (顶岗), said twice.

Each B-holder of a post must be able to do all the work of one seat there. Whoever backs
up several posts of the same person does the work of all of them at once. An empty seat
counts as somebody who fell away, a different one each.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count, pairwise
from typing import TYPE_CHECKING

from optimizer.hours import Hours
from optimizer.linear import Block, Linear, total
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def heaviest_load(town: Town, plan: Plan, hours: Hours, person: PersonId) -> int:
    """Return a person's thousandths of hours a week, whoever else falls away."""
    covers = covers_of(town, plan, hours, person)
    return hours.load(plan, person) + max(covers.values(), default=0)


def covers_of(
    town: Town, plan: Plan, hours: Hours, person: PersonId
) -> Mapping[str, int]:
    """Return what a person does more, by ``person:…`` or ``post:…`` fallen away."""
    covers: Counter[str] = Counter()
    for post in plan.posts_of(person, Seat.B):
        more = work_beyond(hours, person, post)
        holders = plan.holders(post, Seat.A)
        for holder in holders:
            covers[f"person:{holder}"] += more
        if len(holders) < town.posts[post].seats:
            covers[f"post:{post}"] += more
    return covers


class Covers:
    """Covers as blocks: a place for each who may fall away, and for each empty seat."""

    def __init__(self, model: "StaffingModel") -> None:
        self._model = model
        self._hours = Hours(model.town)
        self._people = {person: at for at, person in enumerate(model.town.people)}
        self._empty = count(len(self._people))
        self._seats = {post: self._seats_of(post) for post in model.town.posts}

    def blocks(self, person: PersonId) -> list[Block]:
        """Return what a person does more, at the place of whoever falls away."""
        return [
            Block(place, backing, more)
            for post, backing in self._model.posts_of(person, Seat.B).items()
            if (more := work_beyond(self._hours, person, post))
            for place in self._seats[post]
        ]

    def _seats_of(self, post: PostId) -> list[Linear]:
        """Return for each seat of a post where its holder falls away.

        The holders sit in the order of the people, with the empty seats after them.
        """
        sitting = self._sitting(post, self._model.town.posts[post].seats)
        places = [self._place(sits, next(self._empty)) for sits in sitting]
        for one, following in pairwise(places):
            self._model.define(one + 1 <= following)
        return places

    def _sitting(self, post: PostId, seats: int) -> Sequence[Mapping[PersonId, Linear]]:
        """Return for each seat of a post who might sit on it, each with 1 if so."""
        model, holders = self._model, self._model.holders(post, Seat.A)
        if seats == 1:
            return [holders]
        sitting = [
            {person: model.integer(0, 1, "sits") for person in holders}
            for _ in range(seats)
        ]
        for sits in sitting:
            model.define(total(sits.values()) <= 1)
        for person, held in holders.items():
            model.define(total(sits[person] for sits in sitting).equals(held))
        return sitting

    def _place(self, sits: Mapping[PersonId, Linear], empty: int) -> Linear:
        """Return the number of who sits on a seat, or of its emptiness."""
        place = self._model.integer(0, empty, "place")
        moved = total(one * (self._people[who] - empty) for who, one in sits.items())
        self._model.define(place.equals(moved + empty))
        return place


def work_beyond(hours: Hours, person: PersonId, post: PostId) -> int:
    """Return what doing a post's work takes beyond backing it up."""
    return hours.of(person, post, Seat.A) - hours.of(person, post, Seat.B)
