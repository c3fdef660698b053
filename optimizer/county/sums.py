"""A county with one weighted sum as its goal, staffed town by town."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from optimizer.asking import Asking
from optimizer.budget import Budget
from optimizer.county.each_town import Plans, all_of, checked, each_town, tell
from optimizer.county.joining import allotted, joined
from optimizer.county.one_town import OneTown, Wanted
from optimizer.county.programme import LinearProgramme
from optimizer.goal import Goal
from optimizer.goals.balance import BALANCE
from optimizer.homes import Homes, TownId
from optimizer.importance import goals_in_order
from optimizer.outcome import Solved
from optimizer.undercounted import price_of_clashes
from scenarios import Plan, Town
from scenarios.language.base import PersonId
from scenarios.language.rules import Mode

FIRST, PRICING, WANTING = 0.25, 0.5, 0.4
"""Shares of what is left of the time: for plans of towns by themselves, for prices, for
who is wanted at them."""


def is_priced(county: Town) -> bool:
    """Whether the goal is one sum, with clashes, that the towns' sums add up to."""
    goal = goals_in_order(county)[-1]
    parts = {part.key for part, _ in goal.parts}
    soft = any(settings.mode is Mode.SOFT for _, settings in county.rules)
    clashes = price_of_clashes(goal) is not None
    return clashes and BALANCE.key not in parts and not soft


def staffed_by_price(
    county: Town, towns: Mapping[TownId, Town], budget: Budget
) -> Solved | None:
    """Return a county's staffing, and what none can go below.

    Nothing is returned if some town isn't staffed with its own people alone in time.

    Parameters
    ----------
    county
        The county, whose goal is one sum that the towns' sums add up to.
    towns
        Its towns, as scenarios of their own.
    budget
        What all of it may take.
    """
    homes = Homes(county)
    ready = {name: OneTown(name, town, homes) for name, town in towns.items()}
    staffing = _ByPrice(county, homes, ready, budget)
    own = staffing.by_themselves()
    return None if own is None else staffing.together(own)


@dataclass(slots=True)
class _ByPrice:
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

        def alone(name: TownId, asking: Asking) -> Plan | None:
            return self.towns[name].by_itself(asking.effort(turns=True))

        return all_of(dict(each_town(self.towns, alone, self.budget, FIRST)))

    def together(self, own: Plans) -> Solved:
        """Return the best staffing found, from one of each town by itself on."""
        tell(self.county, joined({}, own), {}, self.budget)
        wanted, bounds = self._wanted(self._prices(own))
        tell(self.county, joined({}, own), bounds, self.budget)
        at, found = allotted(self.homes, wanted), dict[TownId, Plan]()

        def best(name: TownId, asking: Asking) -> Plan | None:
            town = self.towns[name]
            gone = [one for one in town.shared if at[one] != name]
            return town.best_without(gone, own[name], asking.effort(turns=True))

        for name, plan in each_town(self.towns, best, self.budget):
            found |= {} if plan is None else {name: plan}
            tell(self.county, joined(found, own), bounds, self.budget)
        return checked(self.county, joined(found, own), bounds, self.budget)

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

    def _wanted(
        self, prices: Mapping[PersonId, int]
    ) -> tuple[Mapping[TownId, Wanted], Mapping[str, int]]:
        """Return whom each town wants at their price, and the bound of the sum."""

        def charged(name: TownId, asking: Asking) -> Wanted:
            return self.towns[name].charged(prices, asking.effort(turns=True))

        wanted = dict(each_town(self.towns, charged, self.budget, WANTING))
        return wanted, {self._goal.key: _bound(prices, wanted.values())}


def _bound(prices: Mapping[PersonId, int], towns: Iterable[Wanted]) -> int:
    """Return what no staffing of the county can go below.

    Whoever has a price has seats in one town at most, so a staffing comes to no less
    than what the towns come to with everybody's price, less the price of each.
    """
    return max(0, sum(one.least for one in towns) - sum(prices.values()))
