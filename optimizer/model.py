"""The CP-SAT model while it is being built: a Boolean for each person and seat."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from optimizer.homes import Homes
from optimizer.linear import ZERO, Block, Condition, Linear, Variable, total
from optimizer.program import Program
from optimizer.reason import Reason
from optimizer.settings import settings_of
from scenarios import Assignment, Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.rules import Mode


class StaffingModel(Program):
    """Who sits where, as variables, and the conditions upon them.

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
    traced
        Whether demands of hard rules can be switched on one by one.
    late
        Whether rules may keep demands back until a plan breaks them.
    """

    def __init__(
        self,
        town: Town,
        *,
        left_out: Collection[Assignment] = frozenset(),
        homes: Homes | None = None,
        traced: bool = False,
        late: bool = False,
    ) -> None:
        super().__init__()
        self.town = town
        self._homes = homes
        self.late = late
        self.clash_free: set[PersonId] = set()
        """Who can't have clashes any more, by conditions that were said."""
        self._traced = traced
        self._guards: dict[Reason, Linear] = {}
        self._broken: dict[Reason, Linear] = {}
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
        return self._seats.get(Assignment(post, seat, person), ZERO)

    def holders(self, post: PostId, seat: Seat) -> Mapping[PersonId, Linear]:
        """Return who might sit there, each with 1 if they do."""
        return self._by_post.get((post, seat), {})

    def posts_of(self, person: PersonId, seat: Seat) -> Mapping[PostId, Linear]:
        """Return where the person might sit, each with 1 if they do."""
        return self._by_person.get((person, seat), {})

    def sits_among(
        self,
        person: PersonId,
        posts: Iterable[PostId],
        seats: Collection[Seat] = (Seat.A,),
    ) -> Linear:
        """Return 1 if the person sits at any of the posts, as A if not said, else 0."""
        return self.any_of(
            [self.holds(person, post, seat) for post in posts for seat in seats]
        )

    def how_many_sit_among(
        self,
        people: Iterable[PersonId],
        posts: Collection[PostId],
        seats: Collection[Seat] = (Seat.A,),
    ) -> Linear:
        """Return how many of the people sit at any of the posts, to demand enough.

        In a late model it may also be less: that is quicker to search, but a plan is
        several solutions then.
        """
        sits = self.at_most_any if self.late else self.any_of
        return total(
            sits([self.holds(person, post, seat) for post in posts for seat in seats])
            for person in people
        )

    def require(self, condition: Condition, because: Reason) -> None:
        """Post what a rule demands; a soft rule's breach costs instead."""
        if condition.settled:
            return
        settings = settings_of(self.town, because.rule)
        if settings.mode is Mode.SOFT:
            self._post(condition, unless=self._switch(self._broken, because))
        elif self._traced:
            self._post(condition, given=self._switch(self._guards, because.demand))
        else:
            self._post(condition)

    def require_stacked(
        self, blocks: Sequence[Block], most: Linear, because: Reason
    ) -> None:
        """Demand that blocks at one place aren't higher than `most`, nor that below 0.

        A soft rule's breach costs instead.
        """
        enough = sum(block.height for block in blocks) - min(0, self.smallest(most))
        settings = settings_of(self.town, because.rule)
        if settings.mode is Mode.SOFT:
            most = most + self._switch(self._broken, because) * enough
        elif self._traced:
            most = most + (1 - self._switch(self._guards, because.demand)) * enough
        self.stack(blocks, self.not_below_zero(most))

    def guards(self) -> dict[Reason, Variable]:
        """Return each traced demand with the variable that switches it on."""
        return {
            demand: index
            for demand, guard in self._guards.items()
            for index in guard.terms
        }

    def penalty(self) -> Linear:
        """Return the cost of all breaches of soft rules."""
        return total(
            broken * settings_of(self.town, because.rule).weight
            for because, broken in self._broken.items()
        )

    def plan(self, values: Sequence[int]) -> Plan:
        """Return the plan that a solution's values say."""
        return Plan.of(
            one
            for one, held in self._seats.items()
            if all(values[i] for i in held.terms)
        )

    def values_of(self, plan: Plan) -> dict[Variable, int]:
        """Return what a plan says of each seat's variable."""
        return {
            index: int(one in plan.assignments)
            for one, held in self._seats.items()
            for index in held.terms
        }

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

    def _switch(self, switches: dict[Reason, Linear], because: Reason) -> Linear:
        if because not in switches:
            switches[because] = self.integer(0, 1, str(because))
        return switches[because]
