"""Nobody holds more A-posts than the limit (一人多岗)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.people import Person

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Limit each person's A-posts."""
    for person in model.town.people.values():
        held = total(model.posts_of(person.id, Seat.A).values())
        because = Reason("max_posts", (f"person:{person.id}",))
        model.require(held <= most_posts(model.town, person), because)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield those who hold more A-posts than their limit."""
    for person in town.people.values():
        if len(plan.posts_of(person.id, Seat.A)) > most_posts(town, person):
            yield Reason("max_posts", (f"person:{person.id}",))


def most_posts(town: Town, person: Person) -> int:
    """Return a person's own limit, or else the rule's."""
    own = person.max_posts
    return town.rules.max_posts.most if own is None else own


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence with the person's limit."""
    (person,) = because.named("person")
    return Wording("max_posts", str(most_posts(town, town.people[person])))


MAX_POSTS = Rule("max_posts", enforce, breaches, wording=wording)
