"""Nobody carries much more than a fair share of the work (忙闲均衡)."""

from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.hours import MILLI, Hours
from optimizer.linear import Linear, multiples, total
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

PERCENT = 100


def expression(model: "StaffingModel") -> Linear:
    """Return the fullest person's load, plus all that lies above the fair share."""
    shares = Shares(model.town)
    fullest = model.integer(0, _most(model, shares), "fullest")
    above: list[Linear] = []
    for person in shares.people:
        load = _load(model, shares, person)
        model.define(load <= fullest)
        above.append(model.excess(load - shares.fair))
    return total([fullest, *above])


def value(town: Town, plan: Plan) -> int:
    """Return the fullest person's load, plus all that lies above the fair share."""
    shares = Shares(town)
    loads = [
        sum(
            shares.of(person, post, seat)
            for seat in Seat
            for post in plan.posts_of(person, seat)
        )
        for person in shares.people
    ]
    return max(loads, default=0) + sum(max(0, load - shares.fair) for load in loads)


class Shares:
    """How much of each person's week each seat takes, in whole per cent.

    People without hours are left out. The fair share is that of all the town's seats
    in all the town's hours.
    """

    def __init__(self, town: Town) -> None:
        self._hours = Hours(town)
        self._capacity = {
            person.id: round(MILLI * person.hours)
            for person in town.people.values()
            if person.hours > 0
        }
        backup = town.rules.workload.backup_share
        work = sum(
            p.hours * (p.seats + backup * p.backups) for p in town.posts.values()
        )
        capacity = sum(self._capacity.values())
        self.people: tuple[PersonId, ...] = tuple(self._capacity)
        self.fair = round(PERCENT * MILLI * work / capacity) if capacity else 0

    def of(self, person: PersonId, post: PostId, seat: Seat) -> int:
        """Return the per cent of a person's week that a seat takes."""
        hours = self._hours.of(person, post, seat)
        return round(PERCENT * hours / self._capacity[person])


def _load(model: "StaffingModel", shares: Shares, person: PersonId) -> Linear:
    return multiples(
        (held, shares.of(person, post, seat))
        for seat in Seat
        for post, held in model.posts_of(person, seat).items()
    )


def _most(model: "StaffingModel", shares: Shares) -> int:
    loads = (_load(model, shares, person) for person in shares.people)
    return max((model.largest(load) for load in loads), default=0)


BALANCE = Goal("balance", expression, value)
