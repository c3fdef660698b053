"""One town of a county, ready to be staffed with all who may come."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from optimizer.build import build
from optimizer.closing_in import close_in
from optimizer.county.programme import LinearProgramme
from optimizer.effort import Effort
from optimizer.homes import Homes, TownId
from optimizer.importance import goals_in_order
from optimizer.lawful import any_plan
from optimizer.likely import unlikely
from optimizer.linear import Linear, total
from optimizer.model import StaffingModel
from optimizer.outcome import SolverDisagreesError
from optimizer.priced import likely_plan
from optimizer.search import Found, Refuted, Unknown
from optimizer.undercounted import Undercounted
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId

VERY_FEW = 12
"""People for a seat, and seats for a person, that tell what people are worth."""
MOST = 0.85
"""Share of the time that the search for a good plan may take before any will do."""
NEAR = 0.0025
"""How near a search has to come to what it can't go below, as a share of it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who has a seat at their price, and what the town comes to at least, prices too.

    Parameters
    ----------
    people
        Those who may sit elsewhere too and are wanted all the same.
    least
        What no staffing of the town can go below.
    """

    people: Collection[PersonId]
    least: int


class OneTown:
    """A town's model, in which those who may sit elsewhere too can be charged for.

    Parameters
    ----------
    name
        The town's name.
    town
        The town as a scenario of its own, with everybody within reach.
    homes
        The towns of the county, and who may work where.
    """

    def __init__(self, name: TownId, town: Town, homes: Homes) -> None:
        self.shared = tuple(one for one in homes.movers() if one in town.people)
        """Who may sit in another town too."""
        self._strangers = frozenset(
            one for one in town.people if not homes.belongs_to(one, name)
        )
        self._model = build(town, late=True)
        self._sum = Undercounted(goals_in_order(town)[-1], self._model)

    def join(self, programme: LinearProgramme, plan: Plan) -> Mapping[PersonId, int]:
        """Add the town to a linear programme; return the variables of shared people.

        Pairs that are unlikely in a plan with less than the one given are left out.
        """
        sits = {one: _sits(self._model, one) for one in self._shared_here()}
        without = unlikely(self._model, self._sum.sum, plan, VERY_FEW)
        first = programme.take_in(self._model, self._sum.sum, frozenset(without))
        return {one: first + min(some.terms) for one, some in sits.items()}

    def by_itself(self, effort: Effort) -> Plan | None:
        """Return any plan with the town's own people alone, if one is found."""
        return self._any_without(self._strangers, effort)

    def charged(self, prices: Mapping[PersonId, int], effort: Effort) -> Wanted:
        """Return who is wanted where each who sits in the town has a price.

        Raises
        ------
        SolverDisagreesError
            The solver says that the town can't be staffed, though it is.
        """
        sits = {one: _sits(self._model, one) for one in self._shared_here()}
        charges = total(held * prices.get(one, 0) for one, held in sits.items())
        trying = replace(effort, near=NEAR, weighing=True)
        match close_in(self._model, self._sum.sum + charges, trying):
            case Found(values=values, bound=bound):
                plan = self._model.plan(values)
                seated = {one.person for one in plan}
                return Wanted(seated.intersection(self.shared), bound)
            case Unknown(bound=bound):
                return Wanted((), bound)
            case Refuted():
                raise SolverDisagreesError("a staffed town is said not to be staffed")

    def best_without(
        self, people: Collection[PersonId], plan: Plan, effort: Effort
    ) -> Plan | None:
        """Return a good plan in which some people have no seat, if any is found.

        It is looked for among the pairs that are likely in a plan with less than the
        one given.
        """
        with self._model.without(self._model.seats_of(people)):
            trying = replace(effort, seconds=effort.seconds * MOST, near=NEAR)
            found = likely_plan(self._sum, plan, trying)
        rest = replace(effort, seconds=effort.seconds * (1 - MOST))
        return found or self._any_without(people, rest)

    def _any_without(self, people: Collection[PersonId], effort: Effort) -> Plan | None:
        with self._model.without(self._model.seats_of(people)):
            self._model.forget()
            return any_plan(self._model, effort)

    def _shared_here(self) -> Iterator[PersonId]:
        """Yield the shared people to whom any seat is open."""
        for one in self._model.who_might_sit_among(self._model.town.posts, tuple(Seat)):
            if one in self.shared:
                yield one


def _sits(model: StaffingModel, person: PersonId) -> Linear:
    return model.sits_among(person, model.town.posts, tuple(Seat))
