"""The least of a sum of goals, by limits that close in on it.

A linear programme soon knows nearly what a sum comes to at least, long before a plan
comes near it. And once the sum is kept near that, it knows of most people and posts
that they don't go together, and what is left is soon searched. So a search is broken
off early, and goes on with the sum kept to the lower part of what lies between the
bound and the best plan: either a plan is there, or the bound rises to that limit.
"""

from dataclasses import replace
from itertools import count
from threading import Event
from time import monotonic

from optimizer.bracket import EVERYTHING, NOTHING, Bracket
from optimizer.effort import Effort
from optimizer.lawful import first_work
from optimizer.linear import Linear
from optimizer.mending import mended
from optimizer.model import StaffingModel
from optimizer.search import Found, OnNews, Refuted, Result, Unknown, search

ABOVE = 256
"""Where what was found broke demands that were kept back, the next is looked for no
farther above it than a part of its value, one of so many."""

MENDING_SECONDS, SECONDS_A_PAIR = 1.0, 2e-5
"""What is found as time is up, or as the search is stopped, is mended for so long: in
any town, and for each pair of a person and a seat. A large town takes half of it."""

PART = 4
"""What lies between the bound and the best plan is first searched in one part of so
many, from below."""


def close_in(
    model: StaffingModel,
    sum_: Linear,
    effort: Effort,
    *,
    within: Bracket = EVERYTHING,
    on_news: OnNews | None = None,
) -> Result:
    """Return a solution with the least of a sum that is found, every demand kept.

    It is refuted that there is one if all are beyond what is looked for. The sum is
    what the model strives for afterwards; what was suggested to it is forgotten, for a
    plan from afar keeps the solver with it.

    Parameters
    ----------
    model
        The town's model.
    sum_
        What to make small; not below 0.
    effort
        What all searches together may take.
    within
        What is known of the sum, and how much of it is looked for.
    on_news
        Told of better values, and of what none can go below.
    """
    model.forget()
    deadline = monotonic() + effort.seconds
    closing = _Closing(model, sum_, within, on_news)
    for _ in count() if effort.rounds is None else range(effort.rounds):
        if closing.left.empty or closing.near(effort.near):
            break
        closing.search(replace(effort, seconds=max(0.0, deadline - monotonic())))
        if effort.stop.is_set() or monotonic() >= deadline:
            break
    return closing.result()


class _Closing:
    """What is known so far, what is left to be looked for, and in which part first."""

    def __init__(
        self,
        model: StaffingModel,
        sum_: Linear,
        left: Bracket,
        on_news: OnNews | None,
    ) -> None:
        self.left = self.part = left
        self.work = first_work(model)
        self._model, self._sum = model, sum_
        self._on_news = on_news
        self._best: Found | None = None

    def search(self, effort: Effort) -> None:
        """Search the part that comes first, and take in what is found.

        What is found as time is up has some seconds more to be mended.
        """
        model, deadline = self._model, monotonic() + effort.seconds
        model.minimise(self._sum, least=self.part.least, most=self.part.most)
        backed = not model.does_without_backups(self._sum)
        with model.keeping_back(self._sum):
            trying = replace(effort, work=self.work)
            result = search(model.cp, trying, on_news=self._tell)
        mending = MENDING_SECONDS + SECONDS_A_PAIR * model.size
        left = max(mending, deadline - monotonic())
        self._learn(result, replace(effort, seconds=left, stop=Event()), backed=backed)

    def _tell(self, value: int, bound: int) -> None:
        """Tell of news; where anything waits, of bounds, and of the best plan known.

        What is found there needn't keep every rule.
        """
        if self._model.keeps_back(self._sum):
            if self.left.most is None:
                return
            value = self.left.most + 1
        if self._on_news is not None:
            self._on_news(value, bound)

    def _learn(self, result: Result, effort: Effort, *, backed: bool) -> None:
        """Take in what a search of the part came to, with B-holders or without.

        A solution that breaks what waits is mended within the effort.
        """
        match result:
            case Found():
                lawful = mended(self._model, result, effort, backed=backed)
                self._take(result, lawful)
            case Refuted():
                most = self.part.most
                self.left = NOTHING if most is None else self.left.above(most + 1)
                self.part = self.left
            case Unknown(bound=bound):
                self.left, self.part = self.left.above(bound), self.part.above(bound)
                self.part = self.left if self.part.empty else self.part
        if not isinstance(result, Refuted):
            self.work *= 2

    def near(self, share: float) -> bool:
        """Whether the best solution is good enough, if not the best there is."""
        best, least = self._best, self.left.least
        return best is not None and 0 < best.value - least <= share * best.value

    def result(self) -> Result:
        """Return what is known at the end."""
        if self._best is not None:
            bound = min(self.left.least, self._best.value)
            return replace(self._best, bound=bound)
        return Refuted(frozenset()) if self.left.empty else Unknown(self.left.least)

    def _take(self, found: Found, lawful: Found | None) -> None:
        """Take in a solution; one that can't be mended shows where to look."""
        self.left = self.left.above(found.bound)
        if lawful is None:
            over = max(found.value - self.left.least, found.value // ABOVE)
            self.part = self.left.up_to(found.value + over + 1)
        else:
            self._best, self.left = lawful, self.left.up_to(lawful.value - 1)
            over = lawful.value - self.left.least
            self.part = self.left.up_to(self.left.least + over // PART)
            self._tell(lawful.value, lawful.bound)
