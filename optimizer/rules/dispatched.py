"""Dispatched people stay in their own institution, unless the town commands them."""

from optimizer.reason import Reason
from optimizer.rule import Refusal, pair_rule
from scenarios import Seat, Town
from scenarios.language.base import PersonId, PostId, UnitId
from scenarios.language.people import Control, Identity, Person


def refusal(town: Town) -> Refusal:
    """Return what keeps dispatched people (派驻人员) at home, naming the person."""
    homes = {
        person.id: _own_units(town, person)
        for person in town.people.values()
        if person.identity is Identity.DISPATCHED and person.control is not Control.TOWN
    }

    def refuse(person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        del seat
        if person not in homes or town.posts[post].unit in homes[person]:
            return None
        return Reason("dispatched", (f"person:{person}",), (f"post:{post}",))

    return refuse


def _own_units(town: Town, person: Person) -> set[UnitId]:
    """Return the unit that carries the person's establishment, or else works with."""
    if person.establishment is not None:
        return {person.establishment}
    held = (*person.holds, *person.backs_up)
    return {town.posts[post].unit for post in held if post in town.posts}


DISPATCHED = pair_rule("dispatched", refusal)
