"""A unit has the certified officers that its matters take (执法资格).

Administrative Penalty Law, article 42: at least two officers, both certified.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, UnitId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

Certificates = tuple[str, ...]


def enforce(model: "StaffingModel") -> None:
    """Put enough people with the certificates into each unit's A-posts."""
    for (unit, certificates), least in officers_needed(model.town).items():
        posts = model.town.posts_of_unit[unit]
        certified = _certified(model.town, certificates)
        officers = model.how_many_sit_among(certified, posts)
        model.require(officers >= least, _reason(unit, certificates))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the units with fewer certified officers than their matters take."""
    for (unit, certificates), least in officers_needed(town).items():
        people = {
            person
            for post in town.posts_of_unit[unit]
            for person in plan.holders(post, Seat.A)
        }
        if len(people & set(_certified(town, certificates))) < least:
            yield _reason(unit, certificates)


def officers_needed(town: Town) -> dict[tuple[UnitId, Certificates], int]:
    """Return how many officers with which certificates each unit needs."""
    needed: dict[tuple[UnitId, Certificates], int] = {}
    spare = town.rules.certified_officers.spare
    for matter in town.matters.values():
        if matter.certificates:
            key = (matter.unit, tuple(sorted(set(matter.certificates))))
            needed[key] = max(needed.get(key, 0), matter.officers + spare)
    return needed


def _certified(town: Town, certificates: Certificates) -> list[PersonId]:
    return [
        person.id
        for person in town.people.values()
        if set(certificates) <= set(person.certificates)
    ]


def _reason(unit: UnitId, certificates: Certificates) -> Reason:
    names = tuple(f"certificate:{name}" for name in certificates)
    return Reason("certified_officers", (f"unit:{unit}", *names))


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence with the number of officers needed."""
    (unit,) = because.named("unit")
    least = officers_needed(town)[unit, because.named("certificate")]
    return Wording("certified_officers", str(least))


CERTIFIED_OFFICERS = Rule("certified_officers", enforce, breaches, wording=wording)
