"""The least of a weighted sum in which clashes have a price.

The sum is too much for a solver at once, as clashes are products. Two plans are had
sooner: the best if all but the pinned have no clashes, which is as good as any found by
other ways, and the best if their clashes cost no more than the least that so many leads
of A-posts clash, below which no plan can go. What one person may do for two leads, and
clashes at a higher price than the two plans are apart, is in no best plan; so it is
kept apart. That is repeated until they meet, or nothing more is to be kept apart.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from time import monotonic

from optimizer.bracket import Bracket
from optimizer.closing_in import close_in
from optimizer.effort import Effort
from optimizer.foresight import Foreseen
from optimizer.goal import Goal
from optimizer.likely import unlikely
from optimizer.model import StaffingModel
from optimizer.search import Found, OnNews, Refuted, Unknown
from optimizer.undercounted import Undercounted, price_of_clashes
from scenarios import Plan

HALF, MOST = 0.5, 0.75
"""Shares of what is left of the time that one search may take."""


def least_weighted(
    goal: Goal, model: StaffingModel, effort: Effort, on_news: OnNews
) -> Foreseen | None:
    """Return a plan with little of a weighted sum, and what none can go below.

    The model leaves out plans that are worse; if nothing is found, it stays as it was.

    Parameters
    ----------
    goal
        The sum.
    model
        The town's model, without goals.
    effort
        What all searches together may take.
    on_news
        Told of better values, and of what none can go below.
    """
    if price_of_clashes(goal) is None:
        return None
    return _Narrowing(Undercounted(goal, model), effort, on_news).result()


def likely_plan(sum_: Undercounted, plan: Plan, effort: Effort) -> Plan | None:
    """Return the best plan found among the pairs that are likely in a good one.

    Parameters
    ----------
    sum_
        The sum to make small.
    plan
        A plan that tells where to look; it need not keep the model's conditions.
    effort
        What all searches together may take.
    """
    return _Narrowing(sum_, effort).among_likely(plan)


@dataclass(slots=True)
class _Narrowing:
    """The search from both sides."""

    sum: Undercounted
    effort: Effort
    on_news: OnNews | None = None
    _best: Plan | None = field(default=None, init=False)
    _least: int = field(default=0, init=False)
    _deadline: float = field(init=False)

    def __post_init__(self) -> None:
        self._deadline = monotonic() + self.effort.seconds

    def result(self) -> Foreseen | None:
        """Return the best plan of both sides, and what no plan can go below."""
        self._search_below()
        if self._best is not None:
            with self._without_unlikely(self._best):
                self._search_above()
            self._narrow()
        self._search_above()
        if self._best is None:
            return None
        self._narrow()
        return Foreseen(self._best, min(self._least, self._value))

    def among_likely(self, plan: Plan) -> Plan | None:
        """Return the best plan of both sides among the pairs that are likely."""
        with self._without_unlikely(plan):
            self._search_below()
            self._search_above()
        return self._best

    def _narrow(self) -> None:
        """Keep apart what no best plan has, until that is nothing more."""
        while self.sum.keep_apart_beyond(self._value - self._least):
            self._search_below()

    @property
    def _value(self) -> int:
        """What the best plan found comes to."""
        return 0 if self._best is None else self._value_of(self._best)

    def _value_of(self, plan: Plan) -> int:
        return self.sum.goal.value(self.sum.model.town, plan)

    def _without_unlikely(self, plan: Plan) -> AbstractContextManager[None]:
        model = self.sum.model
        return model.without(unlikely(model, self.sum.sum, plan))

    def _search_below(self) -> None:
        """Raise what no plan can go below."""
        self._least = max(self._least, self._search(HALF, None))
        if self._best is not None:
            self._tell(self._value, min(self._least, self._value))

    def _search_above(self) -> None:
        """Look for a better plan: where the others have no clashes the sum is whole."""
        self.sum.count_all(whole=True)
        self._search(MOST, lambda value, _: self._tell(value, self._least))
        self.sum.count_all(whole=False)

    def _search(self, share: float, on_news: OnNews | None) -> int:
        """Look for a plan with less of the sum; return what it can't go below."""
        left = max(0.0, self._deadline - monotonic())
        effort = replace(self.effort, seconds=left * share, weighing=True)
        most = None if self._best is None else self._value - 1
        within, model = Bracket(self._least, most), self.sum.model
        result = close_in(model, self.sum.sum, effort, within=within, on_news=on_news)
        model.forget()
        match result:
            case Found(values=values, bound=bound):
                plan = model.plan(values)
                if self._best is None or self._value_of(plan) < self._value:
                    self._best = plan
                return bound
            case Unknown(bound=bound):
                return bound
            case Refuted():
                return self._value

    def _tell(self, value: int, bound: int) -> None:
        if self.on_news is not None:
            self.on_news(value, bound)
