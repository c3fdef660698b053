"""As little work under different leads in one hand, at one time, as can be (打架).

Somebody who holds posts under two leads is wanted by both at once for a part of the
week. With H the hours a week that a lead's posts take of a person (of a backup its
share), f the posts' weekly factors (mean 1) and 40 hours in a week, the expected hours
a week in which both want the person are, summed over the person's pairs of leads,

    the mean over 52 weeks of  H(lead 1) f(lead 1) H(lead 2) f(lead 2) / 40.

Posts of one season under one lead are added up first, in tenths of hours, and the mean
of the product of two seasons is taken in hundredths; so the sum is a whole number, and
the model needs one product for each person, lead and season, not for each pair of
posts. A post that nobody commands counts as its own lead's.
"""

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.hours import MILLI, Hours
from optimizer.linear import Linear, total
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.seasons import weekly_profile

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

WEEK_HOURS = 40
TENTHS = 10
HUNDREDTHS = 100
Profile = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """The posts of one season under one lead."""

    lead: PostId | None
    profile: Profile


def expression(model: "StaffingModel") -> Linear:
    """Return the expected hours of clashes a week, in the goal's units."""
    work = Work(model.town)
    return total(_clashes_of(model, work, person) for person in model.town.people)


def value(town: Town, plan: Plan) -> int:
    """Return the expected hours of clashes a week, in the goal's units."""
    work = Work(town)
    return sum(clashes_of(work, plan, person) for person in town.people)


def clashes_of(work: "Work", plan: Plan, person: PersonId) -> int:
    """Return one person's part of the sum."""
    seats = [(post, seat) for seat in Seat for post in plan.posts_of(person, seat)]
    return sum(
        work.of(person, *one)
        * work.of(person, *other)
        * work.together(one[0], other[0])
        for number, one in enumerate(seats)
        for other in seats[:number]
    )


class Work:
    """What each seat takes of each person, by lead and season."""

    def __init__(self, town: Town) -> None:
        self._hours = Hours(town)
        self.shares = {
            post.id: Share(town.lead_of_post(post.id), weekly_profile(post.season))
            for post in town.posts.values()
        }
        profiles = {share.profile for share in self.shares.values()}
        self._overlap = {pair: _overlap(*pair) for pair in product(profiles, repeat=2)}

    def of(self, person: PersonId, post: PostId, seat: Seat) -> int:
        """Return the tenths of an hour a week that a seat takes, rounded down."""
        return self._hours.of(person, post, seat) * TENTHS // MILLI

    def together(self, one: PostId, other: PostId) -> int:
        """Return how strongly two posts clash; 0 under the same lead."""
        return self.meeting(self.shares[one], self.shares[other])

    def meeting(self, one: Share, other: Share) -> int:
        """Return how strongly two leads' posts of some seasons clash."""
        if one.lead == other.lead:
            return 0
        return self._overlap[one.profile, other.profile]


def _overlap(one: Profile, other: Profile) -> int:
    """Return the mean product of two seasons' weekly factors, in hundredths."""
    together = sum(a * b for a, b in zip(one, other, strict=True)) / len(one)
    return round(HUNDREDTHS * together)


def _clashes_of(model: "StaffingModel", work: Work, person: PersonId) -> Linear:
    loads = _loads(model, work, person)
    shares = list(loads)
    clashes: list[Linear] = []
    for number, share in enumerate(shares):
        met = total(loads[o] * work.meeting(share, o) for o in shares[:number])
        clashes.append(model.product(loads[share], met))
    return total(clashes)


def _loads(model: "StaffingModel", work: Work, person: PersonId) -> dict[Share, Linear]:
    parts: dict[Share, list[Linear]] = {}
    for seat in Seat:
        for post, held in model.posts_of(person, seat).items():
            share = work.shares[post]
            parts.setdefault(share, []).append(held * work.of(person, post, seat))
    return {share: model.not_below_zero(total(some)) for share, some in parts.items()}


CLASHES = Goal("clashes", expression, value, TENTHS * TENTHS * HUNDREDTHS * WEEK_HOURS)
