"""Posts are staffed within the establishment and the leaders' number (编制、领导职数).

The establishment stays with the person who moves (动人不动编), so moving breaks no
unit's number. What a plan can break is this: more leaders than are approved; somebody
on no unit's establishment put to work where no place is free; and a unit run mostly by
people whom others carry. Contract and dispatched staff take no place.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.people import Identity, Person
from scenarios.language.posts import LEADERSHIP
from scenarios.language.structure import Unit, UnitKind

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

MILLI = 1000
"""Shares are counted in thousandths, so that sums are exact."""

ON_ESTABLISHMENT = frozenset(
    {Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF, Identity.SUPPORT_STAFF}
)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that the A-holders of some posts may weigh together.

    Parameters
    ----------
    reason
        The demand.
    posts
        The posts; each person counts once for all of them.
    most
        The limit.
    weights
        What each person weighs; who isn't named weighs nothing.
    """

    reason: Reason
    posts: Collection[PostId]
    most: int
    weights: dict[PersonId, int]


def enforce(model: "StaffingModel") -> None:
    """Keep the A-holders within every limit."""
    for limit in limits(model.town):
        weight = total(
            model.sits_among(person, limit.posts) * weight
            for person, weight in limit.weights.items()
        )
        model.require(weight <= limit.most, limit.reason)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield each limit that the A-holders go beyond."""
    for limit in limits(town):
        working = {one for post in limit.posts for one in plan.holders(post, Seat.A)}
        if sum(limit.weights.get(one, 0) for one in working) > limit.most:
            yield limit.reason


def limits(town: Town) -> Iterator[Limit]:
    """Yield the limits on leaders, on newcomers and on people borrowed."""
    yield from _on_leaders(town)
    carried = [one.establishment for one in town.people.values()]
    for unit in town.units.values():
        if unit.operates and unit.establishment is not None:
            free = max(0, unit.establishment - carried.count(unit.id))
            yield _on_newcomers(town, unit, free)
        if unit.operates and town.rules.establishment.most_borrowed < 1:
            yield _on_borrowed(town, unit)


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence of the limit, with its number."""
    of_town = "_of_town" if because.named("town") else ""
    key = f"establishment_{because.subjects[0]}{of_town}"
    if because.subjects[0] == "borrowed":
        return Wording(key, f"{100 * town.rules.establishment.most_borrowed:g}%")
    found = (limit.most for limit in limits(town) if limit.reason == because)
    return Wording(key, str(next(found)))


def _on_leaders(town: Town) -> Iterator[Limit]:
    """Yield the limit on leaders; where there are several towns, on those of each."""
    for name in dict.fromkeys(unit.town for unit in town.units.values()):
        units = [unit for unit in town.units.values() if unit.town == name]
        if (most := _approved_leaders(town, units)) is not None:
            of_town = () if name is None else (f"town:{name}",)
            posts = [
                post
                for unit in units
                for post in town.posts_of_unit[unit.id]
                if town.posts[post].grade in LEADERSHIP
            ]
            reason = Reason("establishment", ("leaders", *of_town))
            yield Limit(reason, posts, most, dict.fromkeys(town.people, 1))


def _approved_leaders(town: Town, units: Collection[Unit]) -> int | None:
    """Return how many leaders some units may have together, if that is limited."""
    if (most := town.rules.establishment.most_leaders) is not None:
        return most
    approved = [
        unit.establishment
        for unit in units
        if unit.kind is UnitKind.LEADERSHIP
        and unit.operates
        and unit.establishment is not None
    ]
    return sum(approved) if approved else None


def _on_newcomers(town: Town, unit: Unit, free: int) -> Limit:
    new = [one.id for one in _established(town) if one.establishment is None]
    reason = Reason("establishment", ("newcomers", f"unit:{unit.id}"))
    return Limit(reason, town.posts_of_unit[unit.id], free, dict.fromkeys(new, 1))


def _on_borrowed(town: Town, unit: Unit) -> Limit:
    """Return the limit on the share of people whom other units carry."""
    part = round(MILLI * town.rules.establishment.most_borrowed)
    weights = {
        one.id: MILLI * (one.establishment not in {None, unit.id}) - part
        for one in _established(town)
    }
    reason = Reason("establishment", ("borrowed", f"unit:{unit.id}"))
    return Limit(reason, town.posts_of_unit[unit.id], 0, weights)


def _established(town: Town) -> Iterator[Person]:
    """Yield those whose identity takes a place of the establishment."""
    return (p for p in town.people.values() if p.identity in ON_ESTABLISHMENT)


ESTABLISHMENT = Rule("establishment", enforce, breaches, wording=wording)
