"""The plans of towns put together, with nobody in two of them."""

from collections import Counter
from collections.abc import Mapping

from optimizer.county.each_town import Plans
from optimizer.county.one_town import Wanted
from optimizer.homes import Homes, TownId
from scenarios import Plan
from scenarios.language.base import PersonId


def allotted(
    homes: Homes, wanted: Mapping[TownId, Wanted]
) -> Mapping[PersonId, TownId]:
    """Return the town of everybody who may sit in several.

    Whoever is wanted at home, or nowhere, stays at home. Others go to the first town
    that wants them.
    """
    return {one: _town_for(one, homes, wanted) for one in homes.movers()}


def _town_for(
    person: PersonId, homes: Homes, wanted: Mapping[TownId, Wanted]
) -> TownId:
    within = [name for name in homes.towns if homes.may_work_in(person, name)]
    wanting = [name for name in within if person in wanted[name].people]
    home = [name for name in within if homes.belongs_to(person, name)]
    at_home = [name for name in wanting if name in home]
    return next(iter(at_home or wanting or home or within))


def joined(found: Plans, own: Plans) -> Plan:
    """Return one plan of all towns.

    Towns that nothing was found for keep a plan of their own people alone, and so do
    those that seat somebody who is seated elsewhere then.

    Parameters
    ----------
    found
        The plans found for towns, or for some of them.
    own
        A plan for each town with its own people alone.
    """
    kept = {**own, **found}
    while twice := _seated_twice(kept):
        for name in found:
            if twice & _people_of(kept[name]):
                kept[name] = own[name]
    return Plan.of(one for plan in kept.values() for one in plan)


def _seated_twice(plans: Plans) -> set[str]:
    """Return who has seats in several towns."""
    towns = Counter(one for plan in plans.values() for one in _people_of(plan))
    return {one for one, number in towns.items() if number > 1}


def _people_of(plan: Plan) -> set[str]:
    return {one.person for one in plan}
