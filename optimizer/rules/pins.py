"""The people named under ``pins`` hold the posts named there (指定人选)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Seat those who are named."""
    for post, people in model.town.pins.items():
        for person in people:
            held = model.holds(person, post, Seat.A)
            because = Reason("pins", (f"post:{post}", f"person:{person}"))
            model.require(held >= 1, because)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield those who are named and sit elsewhere."""
    for post, people in town.pins.items():
        for person in people:
            if person not in plan.holders(post, Seat.A):
                yield Reason("pins", (f"post:{post}", f"person:{person}"))


PINS = Rule("pins", enforce, breaches)
