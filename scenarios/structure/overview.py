"""Everything about a structure in one value."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.language.base import Layer, PersonId, PostId
from scenarios.plan import Plan, Seat
from scenarios.structure.flaws import Flaw, flaws
from scenarios.structure.reporting import levels, reporting
from scenarios.structure.spans import Span, spans
from scenarios.structure.strength import Strength, strengths
from scenarios.town import Town

MANY_POSTS = 3
"""From so many A-posts on, a holder counts as one of many posts."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A structure at a glance.

    Parameters
    ----------
    layers
        The offices that a decision passes.
    levels
        Posts on the longest way from a post to the head of the town, both included;
        0 where nobody reports to a head.
    spans
        What each lead commands directly, in the order of the file.
    vacant
        Posts with too few A-holders today, with how many are missing.
    busy
        Those who hold many A-posts today, with their posts; the busiest first.
    strengths
        Approved establishment and strength of each unit that carries any.
    flaws
        What is broken.
    """

    layers: tuple[Layer, ...]
    levels: int
    spans: tuple[Span, ...]
    vacant: Mapping[PostId, int]
    busy: Mapping[PersonId, tuple[PostId, ...]]
    strengths: tuple[Strength, ...]
    flaws: tuple[Flaw, ...]


def overview(town: Town) -> Overview:
    """Return the structure of a town, with the staffing that its roster states."""
    today = Plan.today(town)
    graph = reporting(town)
    return Overview(
        layers=town.layers,
        levels=levels(town, graph),
        spans=tuple(spans(town, today)),
        vacant=_vacant(town, today),
        busy=_busy(town, today),
        strengths=tuple(strengths(town)),
        flaws=tuple(flaws(town, graph)),
    )


def _vacant(town: Town, today: Plan) -> dict[PostId, int]:
    missing = {
        post.id: post.seats - len(today.holders(post.id, Seat.A))
        for post in town.posts.values()
    }
    return {post: number for post, number in missing.items() if number > 0}


def _busy(town: Town, today: Plan) -> dict[PersonId, tuple[PostId, ...]]:
    held = {person: today.posts_of(person, Seat.A) for person in town.people}
    many = {who: posts for who, posts in held.items() if len(posts) >= MANY_POSTS}
    return dict(sorted(many.items(), key=lambda item: -len(item[1])))
