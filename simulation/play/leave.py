"""Leave planned with an eye on each other: A and B of a post are not away together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import product

from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId
from scenarios.language.rules import Mode
from simulation.draw import Year
from simulation.timetables import timetable


def days_away(town: Town, plan: Plan, year: Year) -> Mapping[PersonId, frozenset[date]]:
    """Return the working days on which each person is away.

    Where the rule ``joint_absence`` is on, a block of leave that would fall into what
    is already known of a colleague's absence moves to the next days that don't; A and
    B of a post are colleagues, and plan in the order of the roster. Sickness can't be
    planned, and leave for which there is no other place stays where it is.
    """
    if town.rules.joint_absence.mode is Mode.OFF:
        return {person: away.days for person, away in year.away.items()}
    days = timetable(town).in_year
    colleagues = _colleagues(town, plan)
    planned = {person: set(away.known) for person, away in year.away.items()}
    for person, away in year.away.items():
        theirs = frozenset[date]().union(*(planned[one] for one in colleagues[person]))
        for block in away.leave:
            planned[person] |= _moved(block, days, theirs | planned[person])
    return {
        person: frozenset(planned[person] | away.sick)
        for person, away in year.away.items()
    }


def _colleagues(town: Town, plan: Plan) -> Mapping[PersonId, AbstractSet[PersonId]]:
    """Return with whom each person is A and B of a post, either way."""
    found: dict[PersonId, set[PersonId]] = defaultdict(set)
    for post in town.posts:
        for one, other in product(*(plan.holders(post, seat) for seat in Seat)):
            found[one].add(other)
            found[other].add(one)
    return found


def _moved(
    block: frozenset[date], days: Sequence[date], taken: AbstractSet[date]
) -> frozenset[date]:
    """Return a block as it is, or the next working days that are all free."""
    if not block & taken:
        return block
    first = days.index(min(block))
    for ahead in range(1, len(days)):
        places = range(first + ahead, first + ahead + len(block))
        other = frozenset(days[place % len(days)] for place in places)
        if not other & taken:
            return other
    return block
