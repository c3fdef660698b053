"""Leaders hold leadership posts only, and units have their shares of identities."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Refusal, Rule, Wording, pair_rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId, UnitId
from scenarios.language.people import Identity, TitleGrade
from scenarios.language.posts import LEADERSHIP

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

MILLI = 1000
"""Shares are counted in thousandths, so that sums are exact."""


def refusal(town: Town) -> Refusal:
    """Return what keeps leaders (班子成员) off the staff's posts, naming the person."""
    leaders = {
        person.id
        for person in town.people.values()
        if town.rules.identity.leaders_only
        and person.title is not None
        and person.title.grade is TitleGrade.LEADER
    }

    def refuse(person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        del seat
        if person not in leaders or town.posts[post].grade in LEADERSHIP:
            return None
        return Reason("identity", (f"person:{person}",), (f"post:{post}",))

    return refuse


LEADERS_ONLY = pair_rule("identity", refusal)


def enforce(model: "StaffingModel") -> None:
    """Keep leaders to their posts and every unit to its shares."""
    LEADERS_ONLY.enforce(model)
    for share in unit_shares(model.town):
        posts = model.town.posts_of_unit[share.unit]
        balance = total(
            model.sits_among(person.id, posts) * share.weight(person.identity)
            for person in model.town.people.values()
        )
        model.require(balance >= 0, share.reason)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield leaders on the staff's posts, and units that miss their shares."""
    yield from LEADERS_ONLY.breaches(town, plan)
    for share in unit_shares(town):
        working = {
            person
            for post in town.posts_of_unit[share.unit]
            for person in plan.holders(post, Seat.A)
        }
        if sum(share.weight(town.people[one].identity) for one in working) < 0:
            yield share.reason


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence on a leader, or on a unit's share in per cent."""
    for share in unit_shares(town):
        if share.reason == because:
            return Wording(f"identity_{share.limit}", f"{100 * share.part:g}%")
    return Wording("identity")


@dataclass(frozen=True, slots=True)
class UnitShare:
    """The least or the most share that an identity has of a unit's A-holders."""

    unit: UnitId
    identity: Identity
    limit: Literal["least", "most"]
    part: float

    @property
    def reason(self) -> Reason:
        """The demand for the share."""
        identity = f"identity:{self.identity}"
        return Reason("identity", (f"unit:{self.unit}", identity, self.limit))

    def weight(self, identity: Identity) -> int:
        """Return what an A-holder adds; the share is kept if the sum isn't below 0."""
        above = MILLI * (identity is self.identity) - round(MILLI * self.part)
        return above if self.limit == "least" else -above


def unit_shares(town: Town) -> Iterator[UnitShare]:
    """Yield every share that is set, for each unit that works."""
    rule = town.rules.identity
    for unit in town.units.values():
        if unit.operates:
            asked = rule.units.get(unit.id, rule)
            for identity, part in asked.least.items():
                yield UnitShare(unit.id, identity, "least", part)
            for identity, part in asked.most.items():
                yield UnitShare(unit.id, identity, "most", part)


IDENTITY = Rule("identity", enforce, breaches, refusal, wording)
