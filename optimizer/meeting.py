"""How strongly the work of two leads meets in one person."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from optimizer.hours import MILLI, Hours
from optimizer.linear import ZERO, Linear, total
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.seasons import weekly_profile

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

TENTHS = 10
HUNDREDTHS = 100
Profile = tuple[float, ...]
"""The weekly factors of a season."""


@dataclass(frozen=True, slots=True)
class Share:
    """The posts of one season, by its number, under one lead."""

    lead: PostId | None
    season: int


class Work:
    """What each seat takes of each person, by lead and season."""

    def __init__(self, town: Town) -> None:
        self._hours = Hours(town)
        seasons: dict[Profile, int] = {}
        self.shares = {
            post.id: Share(
                town.lead_of_post(post.id),
                seasons.setdefault(weekly_profile(post.season), len(seasons)),
            )
            for post in town.posts.values()
        }
        self._overlap = [[_overlap(one, other) for other in seasons] for one in seasons]

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
        return self._overlap[one.season][other.season]


def _overlap(one: Profile, other: Profile) -> int:
    """Return the mean product of two seasons' weekly factors, in hundredths."""
    together = sum(a * b for a, b in zip(one, other, strict=True)) / len(one)
    return round(HUNDREDTHS * together)


def clashes_of(work: Work, plan: Plan, person: PersonId) -> int:
    """Return one person's part of the sum."""
    seats = [(post, seat) for seat in Seat for post in plan.posts_of(person, seat)]
    return sum(
        work.of(person, *one)
        * work.of(person, *other)
        * work.together(one[0], other[0])
        for number, one in enumerate(seats)
        for other in seats[:number]
    )


def clashes_in(model: "StaffingModel", work: Work, person: PersonId) -> Linear:
    """Return one person's part of the sum, in a model's variables."""
    if person in model.clash_free:
        return ZERO
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
