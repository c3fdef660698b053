"""Nobody backs up a post in the very season in which an own A-post peaks (忙季错开)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.seasons import weekly_profile

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def enforce(model: "StaffingModel") -> None:
    """Keep whoever holds a post from backing up those that peak with it."""
    for post, rivals in posts_peaking_with(model.town).items():
        for person, backing in model.holders(post, Seat.B).items():
            busy = model.sits_among(person, rivals)
            model.require(busy + backing <= 1, _reason(person, post))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield who backs up a post that peaks with one of their own."""
    for post, rivals in posts_peaking_with(town).items():
        for person in plan.holders(post, Seat.B):
            if set(rivals) & set(plan.posts_of(person, Seat.A)):
                yield _reason(person, post)


def posts_peaking_with(town: Town) -> dict[PostId, tuple[PostId, ...]]:
    """Return the posts that share a peak week with each post, itself too."""
    peaks = {
        post.id: _peak_weeks(post.season, town.rules.peaks.above)
        for post in town.posts.values()
        if post.season is not None
    }
    return {
        post: tuple(other for other, theirs in peaks.items() if weeks & theirs)
        for post, weeks in peaks.items()
        if weeks
    }


def _peak_weeks(season: tuple[float, ...], above: float) -> frozenset[int]:
    profile = weekly_profile(season)
    return frozenset(week for week, factor in enumerate(profile) if factor >= above)


def _reason(person: PersonId, post: PostId) -> Reason:
    return Reason("peaks", (f"person:{person}",), (f"post:{post}",))


PEAKS = Rule("peaks", enforce, breaches, waits=True)
