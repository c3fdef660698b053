"""Span of control: how many people and hours each lead commands directly."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.language.base import PostId, UnitId
from scenarios.plan import Plan, Seat
from scenarios.town import Town


@dataclass(frozen=True, slots=True)
class Span:
    """What one lead commands (管理幅度).

    Parameters
    ----------
    lead
        The lead's post.
    units
        Units under the lead that operate.
    seats
        A-seats of the posts under the lead.
    people
        People who hold such a seat today.
    hours
        Hours a week that those seats take.
    """

    lead: PostId
    units: tuple[UnitId, ...]
    seats: int
    people: int
    hours: float


def spans(town: Town, today: Plan) -> Iterator[Span]:
    """Yield the span of each lead and of the head, in the order of the file."""
    heads = {*town.leads, town.leader} - {None}
    for lead in town.posts:
        if lead in heads:
            yield _span(town, lead, today)


def _span(town: Town, lead: PostId, today: Plan) -> Span:
    under = [post for post in town.posts.values() if town.lead_of_post(post.id) == lead]
    people = {one for post in under for one in today.holders(post.id, Seat.A)}
    units = (
        unit.id
        for unit in town.units.values()
        if unit.operates and town.lead_of_unit(unit.id) == lead
    )
    return Span(
        lead,
        tuple(units),
        sum(post.seats for post in under),
        len(people),
        sum(post.seats * post.hours for post in under),
    )
