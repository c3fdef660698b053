"""The CP-SAT model of a town while it is being built: seats, and demands upon them."""

from collections.abc import Collection, Iterable, Sequence

from optimizer.homes import Homes
from optimizer.linear import Block, Condition, Linear, Variable, total
from optimizer.reason import Reason
from optimizer.settings import settings_of
from optimizer.waiting import CanWait, Waiting
from scenarios import Assignment, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.rules import Mode


class StaffingModel(Waiting):
    """Who sits where, and the conditions upon it.

    Parameters
    ----------
    town
        The town to staff.
    left_out
        Who can't sit where; for these there are no variables.
    homes
        The towns that keep people apart: nobody meets posts out of reach.
    traced
        Whether demands of hard rules can be switched on one by one.
    late
        Of a late model, what can wait; ``None`` if the model isn't late.
    """

    def __init__(
        self,
        town: Town,
        *,
        left_out: Collection[Assignment] = frozenset(),
        homes: Homes | None = None,
        traced: bool = False,
        late: CanWait | None = None,
    ) -> None:
        can_wait = late or CanWait()
        super().__init__(town, left_out=left_out, homes=homes, can_wait=can_wait)
        self.late = late is not None
        """Whether rules may keep demands back until a plan breaks them."""
        self.clash_free: set[PersonId] = set()
        """Who can't have clashes any more, by conditions that were said."""
        self._traced = traced
        self._guards: dict[Reason, Linear] = {}
        self._broken: dict[Reason, Linear] = {}

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
        return total(sits(self.seats_among(person, posts, seats)) for person in people)

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

    def _switch(self, switches: dict[Reason, Linear], because: Reason) -> Linear:
        if because not in switches:
            switches[because] = self.integer(0, 1, str(because))
        return switches[because]
