"""The next best plan with somebody else in a seat.

It is looked for near the present plan first: every assignment may be given up, the
post is open to all who may have it, and whoever had it may go anywhere. If there is
none, it is looked for everywhere; if there is none at all, a conflict says why.
"""

from collections.abc import Collection, Sequence
from threading import Event
from time import monotonic

from optimizer.asking import Asking
from optimizer.barring import Bars
from optimizer.choices import Alternative, Barred, Choice, cost, difference
from optimizer.copies import Copies
from optimizer.effort import Effort
from optimizer.outcome import Step
from optimizer.proof import Best
from optimizer.resolving import Resolver
from optimizer.search import Refuted, Unknown
from scenarios import Assignment, Plan, Seat, Town

NEAR_SECONDS = 1.0
"""Most seconds for making one sum of goals small near a plan."""

ANYWHERE_SECONDS = 20.0
"""Most seconds for finding any plan with somebody else in a seat."""


class NextBest:
    """Looks for plans with somebody else in a seat.

    Parameters
    ----------
    town, plan
        The town and its present plan, which keeps the hard rules.
    steps
        How far the plan is proven to be the best.
    deadline
        The moment, on the monotonic clock, by which it must end.
    stop
        Set by whoever wants it to end with what it has.
    """

    def __init__(
        self,
        town: Town,
        plan: Plan,
        steps: Sequence[Step],
        *,
        deadline: float,
        stop: Event,
    ) -> None:
        self._town, self._plan = town, plan
        self._copies = Copies(town, plan)
        self._resolver = Resolver(self._copies, steps)
        self._bars = Bars(town)
        self._cost = cost(town, plan)
        self._values = self._copies.values(plan)
        self._optimal = bool(steps) and all(step.proven for step in steps)
        self._asking = Asking(deadline, stop)

    def nobody_yet(self, post: str, seat: Seat) -> Choice:
        """Return the choice with who holds the seats and who is refused them."""
        holders = self._plan.holders(post, seat)
        refused = self._bars.refused(post, seat)
        return Choice(post, seat, holders, (), refused, complete=False)

    def others(self, choice: Choice) -> set[Assignment]:
        """Return who might have a seat and isn't among those told of yet."""
        told = {*choice.holders, *(one.person for one in choice.alternatives)}
        return self._copies.allowed(
            Assignment(choice.post, choice.seat, person)
            for person in self._town.people
            if person not in told
        )

    def after(
        self, choice: Choice, others: Collection[Assignment]
    ) -> Sequence[Alternative] | Barred | None:
        """Return the best of some others, or what bars all; ``None`` if time ran out.

        One plan may seat several of them.
        """
        found = self._near(self._plan, choice, others)
        if isinstance(found, Refuted):
            seated = self._copies.seating(others)
            anywhere = self._resolver.confirmed(seated, self._effort(ANYWHERE_SECONDS))
            if isinstance(anywhere, Refuted):
                return self._bars.joined(others, self._asking)
            if isinstance(anywhere, Unknown):
                return None
            found = self._near(anywhere, choice, others)
            if isinstance(found, Refuted):
                found = Best(anywhere)
        if isinstance(found, Best):
            return [
                self._told(one, found)
                for one in sorted(others)
                if one in found.plan.assignments
            ]
        return None

    def proven(self, choice: Choice, one: Alternative, seconds: float) -> Alternative:
        """Return an alternative, better or proven if time suffices for it."""
        seat = Assignment(choice.post, choice.seat, one.person)
        most = self._effort(seconds).seconds
        until = Asking(monotonic() + most, self._asking.stop)
        copy = self._copies.seating([seat])
        found = self._resolver.best(copy, until.share, one.plan)
        return self._told(seat, found) if isinstance(found, Best) else one

    def seconds_left(self) -> float:
        """Return how much time is left."""
        return 0.0 if self._asking.stop.is_set() else self._asking.seconds_left()

    def _near(
        self, plan: Plan, choice: Choice, others: Collection[Assignment]
    ) -> Best | Refuted | Unknown:
        copy = self._copies.held(plan, self._free(plan, choice), others)
        effort = self._effort(NEAR_SECONDS)
        same = self._resolver.any_plan(self._copies.as_good(copy), effort)
        if isinstance(same, Plan):
            return Best(same)
        best = self._resolver.best(copy, lambda _: self._effort(NEAR_SECONDS))
        return Best(best.plan) if isinstance(best, Best) else best

    def _free(self, plan: Plan, choice: Choice) -> set[Assignment]:
        held = plan.holders(choice.post, choice.seat)
        seats = {
            Assignment(choice.post, seat, person)
            for seat in Seat
            for person in self._town.people
        }
        rows = {
            Assignment(post, seat, person)
            for post in self._town.posts
            for seat in Seat
            for person in {*held, *choice.holders}
        }
        return seats | rows

    def _told(self, seat: Assignment, found: Best) -> Alternative:
        more = difference(cost(self._town, found.plan), self._cost)
        values = self._copies.values(found.plan)
        proven = len(found.exact) == len(values)
        proven = proven or (values == self._values and self._optimal)
        return Alternative(seat.person, found.plan, more, proven)

    def _effort(self, most: float) -> Effort:
        return self._asking.effort(most)
