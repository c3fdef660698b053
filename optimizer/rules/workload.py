"""Nobody's posts take more hours than the person has (工作量)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.hours import MILLI, Hours
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Town
from scenarios.language.people import Person

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Limit the hours of all that each person holds, a backup's share included."""
    hours = Hours(model.town)
    for person in model.town.people.values():
        load = hours.load_in(model, person.id)
        because = Reason("workload", (f"person:{person.id}",))
        model.require(load <= _limit(model.town, person), because)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield those whose posts take more hours than they have."""
    hours = Hours(town)
    for person in town.people.values():
        if hours.load(plan, person.id) > _limit(town, person):
            yield Reason("workload", (f"person:{person.id}",))


def _limit(town: Town, person: Person) -> int:
    return round(MILLI * person.hours * town.rules.workload.most_share)


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence with the person's hours a week."""
    (person,) = because.named("person")
    hours = town.people[person].hours * town.rules.workload.most_share
    return Wording("workload", f"{hours:g}")


WORKLOAD = Rule("workload", enforce, breaches, wording=wording)
