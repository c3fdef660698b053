"""Each matter has an A- and a B-person in the unit responsible (事项责任到人).

A matter's A-person holds an A-post of the unit and its certificates. The B-person is
somebody else who holds or backs up a post there, with the same certificates. And a
unit has so many A-holders, with the certificates, that its matters can be shared out
with nobody carrying more than `most_share` of their hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

from optimizer.matter_groups import MatterGroup, matter_groups
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, UnitId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

MOST_COMBINED = 8
"""Groups of one unit, the largest, whose sums are all looked at together."""

NEARLY_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Need:
    """So many different people, of those able, who sit in a unit's posts."""

    reason: Reason
    unit: UnitId
    seats: tuple[Seat, ...]
    able: frozenset[PersonId]
    least: int


def enforce(model: "StaffingModel") -> None:
    """Seat enough able people in each unit that answers for matters."""
    for need in needs(model.town):
        posts = model.town.posts_of_unit[need.unit]
        able = [person for person in model.town.people if person in need.able]
        sitting = model.how_many_sit_among(able, posts, need.seats)
        model.require(sitting >= need.least, need.reason)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the matters without an A- or B-person, and units with too few hands."""
    for need in needs(town):
        sitting = {
            person
            for post in town.posts_of_unit[need.unit]
            for seat in need.seats
            for person in plan.holders(post, seat)
        }
        if len(sitting & need.able) < need.least:
            yield need.reason


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence, with the number of matters or the share in per cent."""
    if because.subjects[0] == "share":
        return Wording("matters_share", f"{100 * town.rules.matters.most_share:g}%")
    (group,) = (one for one in _groups(town) if one.subjects == because.subjects[1:])
    certified = "_certified" if group.certificates else ""
    key = f"matters_{because.subjects[0]}{certified}"
    return Wording(key, str(len(group.matters)))


def needs(town: Town) -> Iterator[Need]:
    """Yield how many able people each unit's posts need for its matters."""
    by_unit: dict[UnitId, list[MatterGroup]] = {}
    for group in _groups(town):
        able = frozenset(group.able(town))
        holder = Reason("matters", ("holder", *group.subjects))
        yield Need(holder, group.unit, (Seat.A,), able, 1)
        backup = Reason("matters", ("backup", *group.subjects))
        yield Need(backup, group.unit, tuple(Seat), able, 2)
        by_unit.setdefault(group.unit, []).append(group)
    for groups in by_unit.values():
        yield from _hands(town, groups)


def _groups(town: Town) -> tuple[MatterGroup, ...]:
    return matter_groups(town, town.rules.matters.lists)


def _hands(town: Town, groups: list[MatterGroup]) -> Iterator[Need]:
    """Yield the hands that it takes to share out the hours of a unit's matters.

    Hours can be shared out so if, and only if, the hours of every choice of groups
    fit those who can do any of them (Hall's theorem).
    """
    unit, hours = groups[0].unit, sum(group.hours for group in groups)
    most = town.rules.matters.most_share * hours
    combined = sorted(groups, key=lambda group: -group.hours)[:MOST_COMBINED]
    reason = Reason("matters", ("share", f"unit:{unit}"))
    for size in range(1, len(combined) + 1):
        for chosen in combinations(combined, size):
            asked = sum(group.hours for group in chosen)
            least = ceil(asked / most - NEARLY_NOTHING) if most else 0
            if least > 1:
                able = frozenset().union(*(group.able(town) for group in chosen))
                yield Need(reason, unit, (Seat.A,), able, least)


MATTERS = Rule("matters", enforce, breaches, wording=wording, waits=True)
