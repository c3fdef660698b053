"""Who might sit where: a Boolean for each person and seat, found by either."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from optimizer.derived import Derived
from optimizer.homes import Homes
from optimizer.linear import ZERO, Linear, Variable, total
from scenarios import Assignment, Plan, Seat, Town
from scenarios.language.base import PersonId, PostId


class Seating(Derived):
    """The seats of a town, as variables.

    It is in the nature of a seat, and not a rule, that one person sits on it and
    that nobody sits at the same post twice; so these conditions are always there.

    Parameters
    ----------
    town
        The town to staff.
    left_out
        Who can't sit where; for these there are no variables.
    homes
        The towns that keep people apart: nobody meets posts out of reach. A county of
        2,500 people and 3,500 posts has 17 million seats for somebody, nearly all of
        them in towns where the person can't work.
    """

    def __init__(
        self, town: Town, *, left_out: Collection[Assignment], homes: Homes | None
    ) -> None:
        super().__init__()
        self.town = town
        self._homes = homes
        self._seats: dict[Assignment, Linear] = {}
        self._by_post: dict[tuple[PostId, Seat], dict[PersonId, Linear]] = {}
        self._by_person: dict[tuple[PersonId, Seat], dict[PostId, Linear]] = {}
        for person, post, seat in self.every_pair():
            if (one := Assignment(post, seat, person)) not in left_out:
                self._open(one)
        self._fill_each_seat_once()

    @property
    def size(self) -> int:
        """How many pairs of a person and a seat are open."""
        return len(self._seats)

    def every_pair(self) -> Iterator[tuple[PersonId, PostId, Seat]]:
        """Yield every person with every seat within reach, left out or not."""
        homes, everybody = self._homes, tuple(self.town.people)
        for post in self.town.posts.values():
            within = homes.people_for(post.id) if homes else everybody
            for seat, places in ((Seat.A, post.seats), (Seat.B, post.backups)):
                for person in within if places else ():
                    yield person, post.id, seat

    def holds(self, person: PersonId, post: PostId, seat: Seat) -> Linear:
        """Return 1 if the person sits there, else 0."""
        return self.posts_of(person, seat).get(post, ZERO)

    def holders(self, post: PostId, seat: Seat) -> Mapping[PersonId, Linear]:
        """Return who might sit there, each with 1 if they do."""
        return self._by_post.get((post, seat), {})

    def posts_of(self, person: PersonId, seat: Seat) -> Mapping[PostId, Linear]:
        """Return where the person might sit, each with 1 if they do."""
        return self._by_person.get((person, seat), {})

    def seats_among(
        self, person: PersonId, posts: Iterable[PostId], seats: Collection[Seat]
    ) -> list[Linear]:
        """Return 1 or 0 for each of the posts' seats that is open to the person."""
        open_ = [self.posts_of(person, seat) for seat in seats]
        return [held[post] for post in posts for held in open_ if post in held]

    def sits_among(
        self,
        person: PersonId,
        posts: Iterable[PostId],
        seats: Collection[Seat] = (Seat.A,),
    ) -> Linear:
        """Return 1 if the person sits at any of the posts, as A if not said, else 0."""
        return self.any_of(self.seats_among(person, posts, seats))

    def who_might_sit_among(
        self, posts: Iterable[PostId], seats: Collection[Seat] = (Seat.A,)
    ) -> list[PersonId]:
        """Return whom any of the posts is open to, in the town's order."""
        open_to = {
            person
            for post in posts
            for seat in seats
            for person in self.holders(post, seat)
        }
        return [person for person in self.town.people if person in open_to]

    def pairs(self) -> Iterator[tuple[Assignment, Variable]]:
        """Yield every open pair of a person and a seat with its variable."""
        for one, held in self._seats.items():
            (index,) = held.terms
            yield one, index

    def seats_of(self, people: Collection[PersonId]) -> list[Variable]:
        """Return the variables of all pairs of some people."""
        return [index for one, index in self.pairs() if one.person in people]

    def plan(self, values: Sequence[int]) -> Plan:
        """Return the plan that a solution's values say."""
        return Plan.of(one for one, index in self.pairs() if values[index])

    def values_of(self, plan: Plan) -> dict[Variable, int]:
        """Return what a plan says of each seat's variable."""
        return {index: int(one in plan.assignments) for one, index in self.pairs()}

    def _open(self, one: Assignment) -> None:
        held = self.integer(0, 1, f"{one.person} holds {one.post}.{one.seat}")
        self._seats[one] = held
        self._by_post.setdefault((one.post, one.seat), {})[one.person] = held
        self._by_person.setdefault((one.person, one.seat), {})[one.post] = held

    def _fill_each_seat_once(self) -> None:
        for post in self.town.posts.values():
            as_a, as_b = (self.holders(post.id, seat) for seat in Seat)
            self.define(total(as_a.values()) <= post.seats)
            self.define(total(as_b.values()) <= post.backups)
            for person in as_a:
                if person in as_b:
                    self.define(as_a[person] + as_b[person] <= 1)
