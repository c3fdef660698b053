"""Relatives are neither superior and subordinate nor under one lead (任职回避).

Civil Servants Law, article 74: not both directly under the same leader, and not
directly one above the other. It concerns what they hold as A.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

Kin = tuple[PersonId, PersonId]


def enforce(model: "StaffingModel") -> None:
    """Keep each two relatives out of every line of command and from under one lead."""
    below = _posts_below(model.town)
    under = _posts_under_lead(model.town)
    for kin in kin_pairs(model.town):
        for one, other in (kin, kin[::-1]):
            for superior, posts in below.items():
                commands = model.holds(one, superior, Seat.A)
                obeys = model.sits_among(other, posts)
                model.require(commands + obeys <= 1, _reason(kin))
        for posts in under.values():
            both = [model.sits_among(person, posts) for person in kin]
            model.require(both[0] + both[1] <= 1, _reason(kin))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the relatives who command each other or answer to one lead."""
    for kin in kin_pairs(town):
        one, other = (plan.posts_of(person, Seat.A) for person in kin)
        if any(_too_close(town, mine, theirs) for mine in one for theirs in other):
            yield _reason(kin)


def kin_pairs(town: Town) -> tuple[Kin, ...]:
    """Return each two relatives once, whichever of the two names the other."""
    pairs = {
        (min(person.id, other), max(person.id, other))
        for person in town.people.values()
        for other in person.kin
        if other != person.id
    }
    return tuple(sorted(pairs))


def superiors(town: Town, post: PostId) -> set[PostId]:
    """Return the posts directly above: the lead, the unit's chief and leader."""
    unit = town.units[town.posts[post].unit]
    above = {town.lead_of_post(post)}
    if post != town.leader:
        above |= {unit.chief, unit.in_charge}
    return {one for one in above if one is not None and one != post}


def _too_close(town: Town, one: PostId, other: PostId) -> bool:
    lead = town.lead_of_post(one)
    return (
        one in superiors(town, other)
        or other in superiors(town, one)
        or (lead is not None and lead == town.lead_of_post(other))
    )


def _posts_below(town: Town) -> dict[PostId, list[PostId]]:
    below: dict[PostId, list[PostId]] = {}
    for post in town.posts:
        for superior in sorted(superiors(town, post)):
            below.setdefault(superior, []).append(post)
    return below


def _posts_under_lead(town: Town) -> dict[PostId, list[PostId]]:
    under: dict[PostId, list[PostId]] = {}
    for post in town.posts:
        lead = town.lead_of_post(post)
        if lead is not None:
            under.setdefault(lead, []).append(post)
    return under


def _reason(kin: Kin) -> Reason:
    return Reason("recusal", tuple(f"person:{person}" for person in kin))


RECUSAL = Rule("recusal", enforce, breaches)
