"""No lead has too many people or too many hours directly below (管理幅度)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.hours import MILLI, Hours
from optimizer.linear import multiples, total
from optimizer.reason import Reason
from optimizer.rule import Rule, Wording
from scenarios import Plan, Seat, Town
from scenarios.language.base import PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Limit the different A-holders below each lead, and the hours of their posts."""
    hours = Hours(model.town)
    for lead, posts in posts_under_leads(model.town).items():
        below = model.who_might_sit_among(posts)
        people = total(model.sits_among(one, posts) for one in below)
        most = model.town.rules.span_of_control.most
        model.require(people <= most, _reason(lead, "people"))
        if (limit := _most_hours(model.town)) is not None:
            load = multiples(
                (held, hours.of(person, post, Seat.A))
                for post in posts
                for person, held in model.holders(post, Seat.A).items()
            )
            model.require(load <= limit, _reason(lead, "hours"))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield the leads with too many people or hours below."""
    hours, limit = Hours(town), _most_hours(town)
    for lead, posts in posts_under_leads(town).items():
        held = [(one, post) for post in posts for one in plan.holders(post, Seat.A)]
        if len({one for one, _ in held}) > town.rules.span_of_control.most:
            yield _reason(lead, "people")
        load = sum(hours.of(one, post, Seat.A) for one, post in held)
        if limit is not None and load > limit:
            yield _reason(lead, "hours")


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence on people or on hours, with its limit."""
    limits = town.rules.span_of_control
    if because.subjects[1] == "people":
        return Wording("span_of_control", str(limits.most))
    return Wording("span_of_control_hours", f"{limits.most_hours:g}")


def posts_under_leads(town: Town) -> dict[PostId, list[PostId]]:
    """Return the posts that each lead commands."""
    under: dict[PostId, list[PostId]] = {lead: [] for lead in town.leads}
    for post in town.posts:
        lead = town.lead_of_post(post)
        if lead is not None:
            under.setdefault(lead, []).append(post)
    return under


def _most_hours(town: Town) -> int | None:
    most = town.rules.span_of_control.most_hours
    return None if most is None else round(MILLI * most)


def _reason(lead: PostId, what: str) -> Reason:
    return Reason("span_of_control", (f"post:{lead}", what))


SPAN_OF_CONTROL = Rule(
    "span_of_control", enforce, breaches, wording=wording, waits=True
)
