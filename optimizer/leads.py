"""What people may do for each lead, and which leads nobody is to serve together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import comb

import networkx as nx

from optimizer.linear import Linear, total
from optimizer.meeting import Share, Work
from optimizer.model import StaffingModel
from scenarios import Seat
from scenarios.language.base import PersonId, PostId

Pair = tuple[int, int]
"""Two of a person's leads, by number."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What somebody might do for a lead: the seats, and the least hours by season."""

    seats: list[Linear] = field(default_factory=list)
    hours: dict[Share, int] = field(default_factory=dict)

    def add(self, held: Linear, share: Share, hours: int) -> None:
        """Take in one more seat."""
        self.seats.append(held)
        self.hours[share] = min(hours, self.hours.get(share, hours))


def leads_of(model: StaffingModel, work: Work, person: PersonId) -> Sequence[Lead]:
    """Return what somebody might do for each lead; what takes no time is left out."""
    leads: dict[PostId | None, Lead] = {}
    for seat in Seat:
        for post, held in model.posts_of(person, seat).items():
            if hours := work.of(person, post, seat):
                share = work.shares[post]
                leads.setdefault(share.lead, Lead()).add(held, share, hours)
    return list(leads.values())


def too_much(work: Work, leads: Sequence[Lead], room: int) -> Sequence[Pair]:
    """Return which leads can't be served together with so little room for clashes."""
    return [
        (one, other)
        for one, other in combinations(range(len(leads)), 2)
        if _least(work, leads[one], leads[other]) > room
    ]


def are_all(pairs: Sequence[Pair], leads: Sequence[Lead]) -> bool:
    """Whether these are all pairs that there are of some leads."""
    return len(pairs) == comb(len(leads), 2)


def keep_apart(
    model: StaffingModel,
    leads: Sequence[Lead],
    pairs: Sequence[Pair],
    given: Linear | None = None,
) -> None:
    """Say that of each of these pairs of leads one at most is served, if so given."""
    apart = nx.Graph(pairs)
    serves = {number: model.integer(0, 1, "serves") for number in apart}
    for number, served in serves.items():
        for held in leads[number].seats:
            model.define(held <= served)
    for group in nx.find_cliques(apart):
        model.define(total(serves[number] for number in group) <= 1, given)


def _least(work: Work, one: Lead, other: Lead) -> int:
    """Return the least clashes of somebody who does anything for both leads."""
    return min(
        hours * others * work.meeting(share, other_share)
        for share, hours in one.hours.items()
        for other_share, others in other.hours.items()
    )
