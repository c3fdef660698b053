"""A design as careers see it, worked out once for all replications."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from scenarios import Plan, Seat, Town
from scenarios.language.base import LadderId, PersonId
from scenarios.language.ladders import Points
from simulation.careers.boards import Steps
from simulation.careers.cadre import Cadre, roster
from simulation.careers.chairs import Chair, ChairId
from simulation.careers.chairs_of import chairs
from simulation.careers.conditions import Conditions
from simulation.careers.eve import first_holders
from simulation.careers.luck import Names
from simulation.careers.points import Scale
from simulation.careers.waits import rate_by_chance


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Who begins where, and on what terms.

    Parameters
    ----------
    conditions
        The terms.
    chairs
        The chairs in the order in which they are filled.
    tenures
        For each chair the rate a month at which it falls free by itself, and the most
        months in it, if there is such a limit.
    ladders
        The ladders as boards see them.
    cadres
        Today's people, by their place in the order of ids.
    places
        That place, by the id of the first in each line.
    holders
        The first holder of each chair that has one.
    special
        The lines whose post earns points of its own, by ladder.
    no_ladder
        The points of those who have no ladder.
    names
        For whom luck is drawn.
    """

    conditions: Conditions
    chairs: tuple[Chair, ...]
    tenures: tuple[tuple[float, int | None], ...]
    ladders: Mapping[LadderId, Steps]
    cadres: tuple[Cadre, ...]
    places: Mapping[PersonId, int]
    holders: Mapping[ChairId, PersonId]
    special: frozenset[PersonId]
    no_ladder: Scale
    names: Names

    @classmethod
    def of(cls, town: Town, plan: Plan) -> Self:
        """Return the setting of a design under a plan."""
        seats, cadres = chairs(town), roster(town)
        policy, conditions = town.careers.policy, Conditions.of(town)
        return cls(
            conditions=conditions,
            chairs=seats,
            tenures=tuple(
                (rate_by_chance(conditions.turnover(one)), conditions.longest(one))
                for one in seats
            ),
            ladders={one.id: Steps.of(one, policy) for one in town.ladders.values()},
            cadres=cadres,
            places={one.id: place for place, one in enumerate(cadres)},
            holders=first_holders(town, plan, cadres, seats),
            special=_special(town, plan, cadres),
            no_ladder=Scale.of(Points(), policy),
            names=Names.of(town),
        )

    def scale(self, cadre: Cadre) -> Scale:
        """Return the points of somebody's own ladder."""
        if cadre.ladder is None:
            return self.no_ladder
        return self.ladders[cadre.ladder].scale


def _special(town: Town, plan: Plan, cadres: tuple[Cadre, ...]) -> frozenset[PersonId]:
    """Return who holds a post that the person's own ladder counts as special."""
    return frozenset(
        one.id
        for one in cadres
        if one.ladder is not None
        for post in town.ladders[one.ladder].points.special_posts
        if one.id in plan.holders(post, Seat.A)
    )
