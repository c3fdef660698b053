"""Each village has an agent and a backup, and no agent too many villages (代办员).

A village is a post of the grade ``agent``.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PostId
from scenarios.language.posts import PostGrade

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Seat an agent and a backup at each village, within everybody's limit."""
    posts = villages(model.town)
    for post in posts:
        for seat in Seat:
            sitting = total(model.holders(post, seat).values())
            model.require(sitting >= 1, Reason("villages", (f"post:{post}",)))
    for person in model.town.people:
        held = total(model.holds(person, post, Seat.A) for post in posts)
        because = Reason("villages", (f"person:{person}",))
        model.require(held <= model.town.rules.villages.most, because)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield villages without agent or backup, and agents of too many."""
    posts = villages(town)
    for post in posts:
        if not all(plan.holders(post, seat) for seat in Seat):
            yield Reason("villages", (f"post:{post}",))
    for person in town.people:
        held = set(plan.posts_of(person, Seat.A)) & set(posts)
        if len(held) > town.rules.villages.most:
            yield Reason("villages", (f"person:{person}",))


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence on a village, or on a person's limit."""
    if because.named("person"):
        return Wording("villages_limit", str(town.rules.villages.most))
    return Wording("villages")


def villages(town: Town) -> tuple[PostId, ...]:
    """Return the agents' posts, each of which stands for a village."""
    agents = (post for post in town.posts.values() if post.grade is PostGrade.AGENT)
    return tuple(post.id for post in agents if post.seats)


VILLAGES = Rule("villages", enforce, breaches, wording=wording, waits=True)
