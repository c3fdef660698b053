"""The least of a weighted sum in which clashes have a price.

The sum is too much for a solver at once, as clashes are products. Two plans are had
sooner: the best if all but the pinned have no clashes, which is as good as any found by
other ways, and the best if their clashes cost no more than the least that so many leads
of A-posts clash, below which no plan can go. What one person may do for two leads, and
clashes at a higher price than the two plans are apart, is in no best plan; so it is
kept apart. That is repeated until they meet, or nothing more is to be kept apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from time import monotonic

from optimizer.clash_free import clashes_among, keep_clash_free, pinned_people
from optimizer.closing_in import Bracket, close_in
from optimizer.effort import Effort
from optimizer.foresight import Foreseen
from optimizer.goals.clashes import CLASHES
from optimizer.importance import prices_of, weighted
from optimizer.linear import Linear, total
from optimizer.meeting import Work
from optimizer.model import StaffingModel
from optimizer.search import Found, OnNews, Refuted, Unknown
from optimizer.services import (
    are_all,
    keep_apart,
    least_clashes_in,
    services_of,
    too_much,
)
from scenarios import Plan
from scenarios.language.base import PersonId

HALF, MOST = 0.5, 0.75
"""Shares of what is left of the time that one search may take."""


def least_weighted(
    model: StaffingModel, effort: Effort, on_news: OnNews
) -> Foreseen | None:
    """Return a plan with little of the weighted sum, and what none can go below.

    The model leaves out plans that are worse; if nothing is found, it stays as it was.

    Parameters
    ----------
    model
        The town's model, without goals.
    effort
        What all searches together may take.
    on_news
        Told of better values, and of what none can go below.
    """
    price = {goal.key: price for goal, price in prices_of(model.town)}
    if CLASHES.key not in price:
        return None
    return _Narrowing(model, price[CLASHES.key], effort, on_news).result()


@dataclass(slots=True)
class _Narrowing:
    """The search from both sides."""

    model: StaffingModel
    price: int
    effort: Effort
    on_news: OnNews
    _best: Plan | None = field(default=None, init=False)
    _least: int = field(default=0, init=False)
    _work: Work = field(init=False)
    _others: Sequence[PersonId] = field(init=False)
    _sum: Linear = field(init=False)
    _deadline: float = field(init=False)
    _apart: dict[PersonId, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        town = self.model.town
        pinned = pinned_people(town)
        self._work = Work(town)
        self._others = [one for one in town.people if one not in pinned]
        theirs = clashes_among(self.model, self._work, pinned)
        least = total(self._least_clashes_of(one) for one in self._others)
        self._sum = (theirs + least) * self.price + total(
            goal.expression(self.model) * price
            for goal, price in prices_of(town)
            if goal.key != CLASHES.key
        )
        self._deadline = monotonic() + self.effort.seconds

    def result(self) -> Foreseen | None:
        """Return the best plan of both sides, and what no plan can go below."""
        clash_free = self.model.integer(0, 1, "the others have no clashes")
        keep_clash_free(self.model, self._work, self._others, clash_free)
        self.model.fix(clash_free, 0)
        self._search_below()
        self.model.fix(clash_free, 1)
        self._search_above()
        self.model.fix(clash_free, 0)
        if self._best is None:
            return None
        while self._keep_apart_beyond((self._value - self._least) // self.price):
            if not self._search_below():
                break
        return Foreseen(self._best, min(self._least, self._value))

    @property
    def _value(self) -> int:
        """What the best plan found comes to."""
        return 0 if self._best is None else self._value_of(self._best)

    def _value_of(self, plan: Plan) -> int:
        return weighted(self.model.town).value(self.model.town, plan)

    def _search_below(self) -> bool:
        """Raise what no plan can go below; return if anything was found."""
        if (found := self._search(HALF, None)) is None:
            return False
        self._least = max(self._least, found)
        self.on_news(self._value, min(self._least, self._value))
        return True

    def _search_above(self) -> None:
        """Look for a better plan: where the others have no clashes the sum is whole."""
        self._search(MOST, lambda value, _: self.on_news(value, self._least))

    def _search(self, share: float, on_news: OnNews | None) -> int | None:
        """Look for a better plan with less of the sum; return what it can't go below.

        Nothing is returned if no plan is known at the end.
        """
        left = max(0.0, self._deadline - monotonic())
        effort = replace(self.effort, seconds=left * share, weighing=True)
        most = None if self._best is None else self._value - 1
        within = Bracket(self._least, most)
        result = close_in(self.model, self._sum, effort, within=within, on_news=on_news)
        self.model.forget()
        match result:
            case Found(values=values, bound=bound):
                plan = self.model.plan(values)
                if self._best is None or self._value_of(plan) < self._value:
                    self._best = plan
                return bound
            case Unknown(bound=bound) if self._best is not None:
                return bound
            case Refuted() if self._best is not None:
                return self._value
            case _:
                return None

    def _least_clashes_of(self, person: PersonId) -> Linear:
        services = services_of(self.model, self._work, person)
        return least_clashes_in(self.model, self._work, services)

    def _keep_apart_beyond(self, room: int) -> bool:
        """Keep apart what clashes more than there is room for; return if anything."""
        more = False
        for person in self._others:
            services = services_of(self.model, self._work, person)
            pairs = too_much(self._work, services, room)
            if len(pairs) > self._apart.get(person, 0):
                self._apart[person], more = len(pairs), True
                keep_apart(self.model, services, pairs)
                if are_all(pairs, services):
                    self.model.clash_free.add(person)
        return more
