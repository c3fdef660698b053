"""A county's staffing, put together from those of its towns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from optimizer.audit import audit
from optimizer.budget import Budget
from optimizer.county.joining import Plans, allotted, joined
from optimizer.county.one_town import OneTown, Wanted
from optimizer.county.programme import LinearProgramme
from optimizer.effort import Effort
from optimizer.goal import Goal
from optimizer.homes import Homes, TownId
from optimizer.importance import goals_in_order
from optimizer.outcome import Progress, Solved, SolverDisagreesError, Step
from optimizer.spending import Shares, Spending, one_by_one
from scenarios import Plan, Town
from scenarios.language.base import PersonId
from scenarios.language.rules import Mode

Answer = TypeVar("Answer")
FIRST, PRICING, WANTING = 0.25, 0.5, 0.4
"""Shares of what is left of the time: for plans of towns by themselves, for prices, for
who is wanted at them."""


def staffed(
    county: Town, towns: Mapping[TownId, Town], budget: Budget
) -> Solved | None:
    """Return a county's staffing, and what none can go below.

    Nothing is returned if some town isn't staffed with its own people alone in time.

    Parameters
    ----------
    county
        The county.
    towns
        Its towns, as scenarios of their own.
    budget
        What all of it may take.
    """
    homes = Homes(county)
    ready = {name: OneTown(name, town, homes) for name, town in towns.items()}
    staffing = _Staffing(county, homes, ready, budget)
    own = staffing.by_themselves()
    return None if own is None else staffing.together(own)


@dataclass(slots=True)
class _Staffing:
    """The staffing of a county, as far as it has got."""

    county: Town
    homes: Homes
    towns: Mapping[TownId, OneTown]
    budget: Budget
    _goal: Goal = field(init=False)

    def __post_init__(self) -> None:
        self._goal = goals_in_order(self.county)[-1]

    def by_themselves(self) -> Plans | None:
        """Return a plan for each town with its own people alone."""
        found = dict(self._each(lambda _, town, effort: town.by_itself(effort), FIRST))
        plans = {name: plan for name, plan in found.items() if plan is not None}
        return plans if len(plans) == len(self.towns) else None

    def together(self, own: Plans) -> Solved:
        """Return the best staffing found, from one of each town by itself on."""
        self._tell(joined({}, own), 0)
        prices = self._prices(own)
        wanted = dict(
            self._each(lambda _, town, effort: town.charged(prices, effort), WANTING)
        )
        bound = _bound(prices, wanted.values())
        self._tell(joined({}, own), bound)
        at, found = allotted(self.homes, wanted), dict[TownId, Plan]()

        def best(name: TownId, town: OneTown, effort: Effort) -> Plan | None:
            gone = [one for one in town.shared if at[one] != name]
            return town.best_without(gone, own[name], effort)

        for name, plan in self._each(best):
            found |= {} if plan is None else {name: plan}
            self._tell(joined(found, own), bound)
        return self._checked(joined(found, own), bound)

    def _prices(self, own: Plans) -> Mapping[PersonId, int]:
        """Return what all who may sit in several towns are worth, if that is known.

        It is known from a linear programme of all towns: what they would save if
        somebody could be in two of them.
        """
        scale = self._goal.scale
        programme = LinearProgramme(scale)
        variables: dict[PersonId, list[int]] = {}
        for name, town in self.towns.items():
            for one, variable in town.join(programme, own[name]).items():
                variables.setdefault(one, []).append(variable)
        for some in variables.values():
            programme.join(some)
        if self.budget.stop.is_set():
            return {}
        worth = programme.worth(self.budget.effort(PRICING).seconds)
        if not worth:
            return {}
        return {
            one: round(scale * much) for one, much in zip(variables, worth, strict=True)
        }

    def _each(
        self, ask: Callable[[TownId, OneTown, Effort], Answer], share: float = 1.0
    ) -> Iterator[tuple[TownId, Answer]]:
        """Yield an answer for each town, side by side in a share of the time left."""
        budget = self.budget
        seconds = budget.effort(share).seconds
        spending = Spending(seconds=seconds, workers=budget.workers, stop=budget.stop)
        shares = Shares(spending, len(self.towns))

        def answer(name: TownId) -> Answer:
            return ask(name, self.towns[name], shares.next().effort(turns=True))

        answers = one_by_one(answer, [*self.towns], spending)
        yield from zip(self.towns, answers, strict=True)

    def _tell(self, plan: Plan, bound: int) -> None:
        if (listener := self.budget.on_progress) is not None:
            value = self._goal.value(self.county, plan)
            number = len(goals_in_order(self.county))
            listener(Progress(self._goal.key, number, number, value, bound))

    def _checked(self, plan: Plan, bound: int) -> Solved:
        """Hold the towns to what the county's rules say, in plain Python.

        Raises
        ------
        SolverDisagreesError
            The plan breaks a hard rule, or is better than can be.
        """
        if broken := audit(self.county, plan, modes=(Mode.HARD,)):
            raise SolverDisagreesError(f"the plan breaks {broken}")
        if (value := self._goal.value(self.county, plan)) < bound:
            raise SolverDisagreesError(f"{value} was said to be less than can be")
        before = [Step(goal.key, 0, 0) for goal in goals_in_order(self.county)[:-1]]
        steps = (*before, Step(self._goal.key, value, bound))
        return Solved(plan, steps, interrupted=self.budget.stop.is_set())


def _bound(prices: Mapping[PersonId, int], towns: Iterable[Wanted]) -> int:
    """Return what no staffing of the county can go below.

    Whoever has a price has seats in one town at most, so a staffing comes to no less
    than what the towns come to with everybody's price, less the price of each.
    """
    return max(0, sum(one.least for one in towns) - sum(prices.values()))
