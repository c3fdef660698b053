"""Somebody stands ready to take over each key post for good (后备力量).

Ready is a B-holder who meets what the post asks of an A-holder. Key posts are those of
leads and of the mid-level, as far as they are to have backups. One person can take over
only one of them; so what counts is the key posts without anybody ready, and every
further key post for which somebody stands ready already.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, total
from optimizer.rules.qualification import meets
from scenarios import Plan, Seat, Town
from scenarios.language.posts import LEADERSHIP, Post, PostGrade

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

KEY_GRADES = LEADERSHIP | {PostGrade.MID_CHIEF, PostGrade.MID_DEPUTY}


def expression(model: "StaffingModel") -> Linear:
    """Return the key posts without a successor of their own."""
    lacking: list[Linear] = []
    ready_for: dict[str, list[Linear]] = {}
    for post in key_posts(model.town):
        ready = [
            (person, backing)
            for person, backing in model.holders(post.id, Seat.B).items()
            if meets(model.town, model.town.people[person], post.requires)
        ]
        lacking.append(model.excess(1 - total(one for _, one in ready)))
        for person, backing in ready:
            ready_for.setdefault(person, []).append(backing)
    taken = [model.excess(total(posts) - 1) for posts in ready_for.values()]
    return total(lacking + taken)


def value(town: Town, plan: Plan) -> int:
    """Return the key posts without a successor of their own."""
    ready = {
        post.id: [
            person
            for person in plan.holders(post.id, Seat.B)
            if meets(town, town.people[person], post.requires)
        ]
        for post in key_posts(town)
    }
    standing = [person for people in ready.values() for person in people]
    empty = sum(not people for people in ready.values())
    return empty + len(standing) - len(set(standing))


def key_posts(town: Town) -> Iterator[Post]:
    """Yield the posts of leads and of the mid-level that are to have backups."""
    for post in town.posts.values():
        if post.grade in KEY_GRADES and post.seats and post.backups:
            yield post


BENCH = Goal("bench", expression, value)
