"""What people may do for each lead, and which of it nobody is to do together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import networkx as nx

from optimizer.linear import ZERO, Linear, total
from optimizer.meeting import Share, Work
from optimizer.model import StaffingModel
from scenarios import Seat
from scenarios.language.base import PersonId, PostId

Pair = tuple[int, int]
"""Two of a person's services, by number."""


@dataclass(frozen=True, slots=True)
class Service:
    """What somebody might do for a lead, as A or as B.

    Parameters
    ----------
    lead, seat
        The lead, and whether as A or as B.
    seats
        1 for each seat that the person has, else 0.
    hours
        The least tenths of an hour a week that a seat of each season takes.
    """

    lead: PostId | None
    seat: Seat
    seats: list[Linear] = field(default_factory=list)
    hours: dict[Share, int] = field(default_factory=dict)

    def add(self, held: Linear, share: Share, hours: int) -> None:
        """Take in one more seat."""
        self.seats.append(held)
        self.hours[share] = min(hours, self.hours.get(share, hours))


def services_of(
    model: StaffingModel, work: Work, person: PersonId
) -> Sequence[Service]:
    """Return what somebody might do for each lead; what takes no time is left out."""
    found: dict[tuple[PostId | None, Seat], Service] = {}
    for seat in Seat:
        for post, held in model.posts_of(person, seat).items():
            if hours := work.of(person, post, seat):
                share = work.shares[post]
                key = share.lead, seat
                service = found.setdefault(key, Service(*key))
                service.add(held, share, hours)
    return list(found.values())


def too_much(work: Work, services: Sequence[Service], room: int) -> Sequence[Pair]:
    """Return which services can't go together with so little room for clashes."""
    return [
        (one, other)
        for one, other in _for_two_leads(services)
        if _least(work, services[one], services[other]) > room
    ]


def are_all(pairs: Sequence[Pair], services: Sequence[Service]) -> bool:
    """Whether these are all pairs of services for two leads."""
    return len(pairs) == sum(1 for _ in _for_two_leads(services))


def least_clashes_in(
    model: StaffingModel, work: Work, services: Sequence[Service]
) -> Linear:
    """Return clashes that somebody has at least, by the number of leads served as A.

    Each lead beyond the first costs as much as the two that clash least. Clashes as B
    are left out.
    """
    own = [one for one in services if one.seat is Seat.A]
    if len(own) < 2:
        return ZERO
    least = min(_least(work, one, other) for one, other in combinations(own, 2))
    return model.excess(total(_serves(model, [one]) for one in own) - 1) * least


def keep_apart(
    model: StaffingModel,
    services: Sequence[Service],
    pairs: Sequence[Pair],
    given: Linear | None = None,
) -> None:
    """Say that of each of these pairs of services one at most is done, if so given.

    Services that are kept from the same others count as one: so each person who is to
    serve one lead has a Boolean for each, and one condition.
    """
    apart = nx.Graph(pairs)
    alike: dict[frozenset[int], list[int]] = {}
    for number in sorted(apart):
        alike.setdefault(frozenset(apart[number]), []).append(number)
    groups = list(alike.values())
    serves = [_serves(model, [services[one] for one in group]) for group in groups]
    joined = nx.Graph(
        (one, other)
        for one, other in combinations(range(len(groups)), 2)
        if apart.has_edge(groups[one][0], groups[other][0])
    )
    for clique in nx.find_cliques(joined):
        model.define(total(serves[number] for number in clique) <= 1, given)


def _serves(model: StaffingModel, services: Sequence[Service]) -> Linear:
    """Return what is 1 if somebody does anything of some services."""
    serves = model.integer(0, 1, "serves")
    for service in services:
        for held in service.seats:
            model.define(held <= serves)
    return serves


def _for_two_leads(services: Sequence[Service]) -> Iterator[Pair]:
    for one, other in combinations(range(len(services)), 2):
        if services[one].lead != services[other].lead:
            yield one, other


def _least(work: Work, one: Service, other: Service) -> int:
    """Return the least clashes of somebody who does anything of both."""
    return min(
        hours * others * work.meeting(share, other_share)
        for share, hours in one.hours.items()
        for other_share, others in other.hours.items()
    )
