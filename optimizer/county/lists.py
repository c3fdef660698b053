"""A county with goals in order, each town staffed with its own people.

Which transfers would be worth their while isn't looked for. But each town is staffed
once more with all who may come: what it comes to then, town after town, is what no
staffing of the county can go below.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from optimizer.asking import Asking
from optimizer.budget import Budget
from optimizer.build import build
from optimizer.county.each_town import Plans, all_of, checked, each_town, tell
from optimizer.county.joining import joined
from optimizer.county.towns import by_key
from optimizer.goal import Goal, values_of
from optimizer.goals.balance import BALANCE
from optimizer.homes import Homes, TownId
from optimizer.importance import goals_in_order
from optimizer.lawful import any_plan
from optimizer.model import StaffingModel
from optimizer.outcome import Solved
from optimizer.reaching import Reaching
from scenarios import Plan, Town

FIRST, OWN = 0.25, 0.6
"""Shares of what is left of the time: for any plans, for good ones."""


def staffed_in_order(
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
    staffing = _InOrder(county, towns, budget)
    first = staffing.first()
    return None if first is None else staffing.best_from(first)


@dataclass(slots=True)
class _InOrder:
    """The staffing of a county, as far as it has got."""

    county: Town
    towns: Mapping[TownId, Town]
    budget: Budget
    _homes: Homes = field(init=False)
    _models: dict[TownId, StaffingModel] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._homes = Homes(self.county)

    def first(self) -> Plans | None:
        """Return any plan for each town."""
        for name, town in self.towns.items():
            own = _with_its_own(town, name, self._homes)
            self._models[name] = build(own, late=True)

        def anyhow(name: TownId, asking: Asking) -> Plan | None:
            return any_plan(self._models[name], asking.effort(turns=True))

        return all_of(dict(each_town(self.towns, anyhow, self.budget, FIRST)))

    def best_from(self, first: Plans) -> Solved:
        """Return the best staffing found from one of each town on."""
        tell(self.county, joined({}, first), {}, self.budget)
        found: dict[TownId, Solved] = {}

        goals = goals_in_order(self.county)

        def best(name: TownId, asking: Asking) -> Solved:
            return _reached(self._models[name], goals, first[name], asking)

        for name, solved in each_town(self.towns, best, self.budget, OWN):
            found[name] = solved
            tell(self.county, _joined(found, first), {}, self.budget)
        plan = _joined(found, first)
        bounds = self._bounds(found, plan)
        return checked(self.county, plan, bounds, self.budget)

    def _bounds(self, found: Mapping[TownId, Solved], plan: Plan) -> Mapping[str, int]:
        """Return what goals can't go below, wherever those sit who may come.

        That is known as far as goals of towns add up, and where those before can't be
        any less: a town does as well on these as it can, or the county would be worse.
        """
        goals = [*takewhile(_adds_up, goals_in_order(self.county))]

        def with_all(name: TownId, asking: Asking) -> Solved:
            if not any(one in self.towns[name].people for one in self._homes.movers()):
                return found[name]
            model = build(self.towns[name], late=True)
            return _reached(model, goals, found[name].plan, asking)

        towns = [solved for _, solved in each_town(self.towns, with_all, self.budget)]
        values = values_of(goals, self.county, plan)
        bounds: dict[str, int] = {}
        for goal in goals:
            bounds[goal.key] = sum(_bound(town, goal) for town in towns)
            if bounds[goal.key] < values[goal.key]:
                break
        return bounds


def _with_its_own(town: Town, name: TownId, homes: Homes) -> Town:
    own = [one for one in town.people.values() if homes.belongs_to(one.id, name)]
    return town.model_copy(update={"people": by_key(own)})


def _reached(
    model: StaffingModel, goals: Sequence[Goal], plan: Plan, asking: Asking
) -> Solved:
    budget = Budget(asking.deadline, 1, asking.stop, None)
    return Reaching(model, goals, budget).all_from(plan)


def _joined(found: Mapping[TownId, Solved], first: Plans) -> Plan:
    return joined({name: solved.plan for name, solved in found.items()}, first)


def _adds_up(goal: Goal) -> bool:
    """Whether a county's goal is what its towns' goals add up to."""
    return BALANCE.key not in {goal.key, *(part.key for part, _ in goal.parts)}


def _bound(town: Solved, goal: Goal) -> int:
    (bound,) = (step.bound for step in town.steps if step.goal == goal.key)
    return bound
