"""Whoever falls away, posts and matters are covered and nobody is overburdened.

A post that asks for backups is covered if two people at least sit there; matters, if
one more of those with the certificates sits in the unit, as A or B, than they take.
When somebody falls away, each B-holder of their posts must be able to do all their
work at those posts beside the own, within `surge` of the own hours. An empty seat
counts as somebody who fell away.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.covers import Covers, covers_of, heaviest_load
from optimizer.hours import MILLI, Hours
from optimizer.linear import total
from optimizer.matter_groups import matter_groups
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from optimizer.settings import mode_of
from optimizer.single_covers import load_beside
from scenarios import Plan, Seat, Town
from scenarios.language.matters import MatterList
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.rules import Mode

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

OWN_LISTS = frozenset(MatterList) - {MatterList.RETURNED}
"""The lists whose matters the town must still be able to do."""


def enforce(model: "StaffingModel") -> None:
    """Put two people at each post, one to spare at matters, and bound every cover."""
    for post in _posts_to_cover(model.town):
        sitting = total(total(model.holders(post.id, seat).values()) for seat in Seat)
        model.require(sitting >= 2, Reason("n_minus_1", (f"post:{post.id}",)))
    for group in matter_groups(model.town, OWN_LISTS):
        posts = model.town.posts_of_unit[group.unit]
        able = group.able(model.town)
        officers = model.how_many_sit_among(able, posts, tuple(Seat))
        model.require(
            officers >= group.officers + 1, Reason("n_minus_1", group.subjects)
        )
    hours = Hours(model.town)
    if model.late and mode_of(model.town, "n_minus_1") is Mode.HARD:
        for person in model.town.people.values():
            own = hours.load_in(model, person.id)
            model.require(own <= _surge(model.town, person), _on_hours(person))
        return
    covers = Covers(model)
    for person in model.town.people.values():
        most = _surge(model.town, person) - hours.load_in(model, person.id)
        blocks = covers.blocks(person.id)
        model.require_stacked(blocks, most, _on_hours(person))


def catch_up(model: "StaffingModel", plan: Plan) -> bool:
    """Bound each cover that crushes somebody in a plan; return whether any does.

    There is a cover for every two people, and hardly any ever comes near its bound.
    """
    town, hours = model.town, Hours(model.town)
    crushing = [
        (person, absent)
        for person in town.people.values()
        for absent, more in covers_of(town, plan, hours, person.id).items()
        if hours.load(plan, person.id) + more > _surge(town, person)
    ]
    for person, absent in crushing:
        load = load_beside(model, hours, person.id, absent)
        model.require(load <= _surge(town, person), _on_hours(person))
    return bool(crushing)


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield posts and matters that one person leaves uncovered, and who is crushed."""
    for post in _posts_to_cover(town):
        if sum(len(plan.holders(post.id, seat)) for seat in Seat) < 2:
            yield Reason("n_minus_1", (f"post:{post.id}",))
    for group in matter_groups(town, OWN_LISTS):
        sitting = {
            person
            for post in town.posts_of_unit[group.unit]
            for seat in Seat
            for person in plan.holders(post, seat)
        }
        if len(sitting & set(group.able(town))) <= group.officers:
            yield Reason("n_minus_1", group.subjects)
    hours = Hours(town)
    for person in town.people.values():
        if heaviest_load(town, plan, hours, person.id) > _surge(town, person):
            yield _on_hours(person)


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence on a post, on matters, or on a person's hours."""
    if people := because.named("person"):
        hours = town.people[people[0]].hours * town.rules.n_minus_1.surge
        return Wording("n_minus_1_surge", f"{hours:g}")
    if because.named("post"):
        return Wording("n_minus_1")
    (group,) = (
        group
        for group in matter_groups(town, OWN_LISTS)
        if group.subjects == because.subjects
    )
    key = "n_minus_1_certified" if group.certificates else "n_minus_1_matters"
    return Wording(key, str(group.officers + 1))


def _posts_to_cover(town: Town) -> Iterator[Post]:
    """Yield the posts that ask for backups."""
    return (post for post in town.posts.values() if post.seats and post.backups)


def _surge(town: Town, person: Person) -> int:
    return round(MILLI * person.hours * town.rules.n_minus_1.surge)


def _on_hours(person: Person) -> Reason:
    return Reason("n_minus_1", (f"person:{person.id}",))


N_MINUS_1 = Rule(
    "n_minus_1", enforce, breaches, wording=wording, catch_up=catch_up, waits=True
)
