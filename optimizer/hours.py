"""How much of a person's week a seat takes."""

from typing import TYPE_CHECKING

from optimizer.linear import Linear, multiples
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.seating import Seating

MILLI = 1000
"""Hours are counted in thousandths, so that sums are exact."""


class Hours:
    """Hours a week that each person needs in each seat, in thousandths.

    Parameters
    ----------
    town
        The town; its scores may give a person's own need for a post.
    """

    def __init__(self, town: Town) -> None:
        self._share = town.rules.workload.backup_share
        self._posts = {post.id: post.hours for post in town.posts.values()}
        self._own = {
            (row.person, row.post): row.hours
            for row in town.scores.rows
            if row.hours is not None
        }

    def of(self, person: PersonId, post: PostId, seat: Seat) -> int:
        """Return the thousandths of an hour that the seat takes of the person."""
        hours = self._own.get((person, post), self._posts[post])
        return round(MILLI * hours * (1 if seat is Seat.A else self._share))

    def load(self, plan: Plan, person: PersonId) -> int:
        """Return the thousandths of an hour that all the person's seats take."""
        return sum(
            self.of(person, post, seat)
            for seat in Seat
            for post in plan.posts_of(person, seat)
        )

    def load_in(self, seating: "Seating", person: PersonId) -> Linear:
        """Return the same of a plan that is yet to be found."""
        return multiples(
            (held, self.of(person, post, seat))
            for seat in Seat
            for post, held in seating.posts_of(person, seat).items()
        )
