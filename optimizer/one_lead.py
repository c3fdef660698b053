"""Which leads nobody can serve together, once clashes are as few as can be.

That all clashes together are no more than so much says little to a solver of a single
seat, for it is a sum of products. But where the plan found has next to no clashes but
those that can't be helped, hardly any two leads are left that one person could serve.
Once that is said, the goals after clashes are a matter of who serves which lead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import comb

import networkx as nx

from optimizer.linear import Linear, total
from optimizer.meeting import Share, Work, clashes_in, clashes_of
from optimizer.model import StaffingModel
from optimizer.search import Effort, Found, search
from scenarios import Plan, Seat
from scenarios.language.base import PersonId, PostId

ASKING = 5.0
"""The work, in the solver's measure, that goes into which clashes can't be helped."""


def keep_to_one_lead(model: StaffingModel, plan: Plan, effort: Effort) -> None:
    """Say to a model which leads nobody can serve together in a plan as good.

    Parameters
    ----------
    model
        The town's model.
    plan
        The plan; those with more clashes don't count any more.
    effort
        What a search for the clashes that can't be helped may take.
    """
    work = Work(model.town)
    clashes = {one: clashes_of(work, plan, one) for one in model.town.people}
    clashing = [one for one in clashes if clashes[one]]
    room = sum(clashes.values()) - _unavoidable(model, work, clashing, effort)
    for person in model.town.people:
        if person not in clashing:
            leads = _serving(model, work, person)
            apart = _too_much(work, leads, room)
            _keep_apart(model, leads, apart)
            if len(apart) == comb(len(leads), 2):
                model.keep_at_zero(clashes_in(model, work, person))


def _unavoidable(
    model: StaffingModel, work: Work, people: Sequence[PersonId], effort: Effort
) -> int:
    """Return what the clashes of some people come to at least, as far as is known."""
    clashes = total(clashes_in(model, work, person) for person in people)
    if not clashes.terms:
        return clashes.constant
    model.forget()
    model.minimise(clashes)
    match search(model.cp, replace(effort, work=ASKING)):
        case Found(bound=bound):
            return bound
        case _:
            return 0


@dataclass(frozen=True, slots=True)
class _Lead:
    """What somebody might do for a lead: the seats, and the least hours by season."""

    seats: list[Linear] = field(default_factory=list)
    hours: dict[Share, int] = field(default_factory=dict)

    def add(self, held: Linear, share: Share, hours: int) -> None:
        """Take in one more seat."""
        self.seats.append(held)
        self.hours[share] = min(hours, self.hours.get(share, hours))


def _serving(model: StaffingModel, work: Work, person: PersonId) -> list[_Lead]:
    """Return what somebody might do for each lead; what takes no time is left out."""
    leads: dict[PostId | None, _Lead] = {}
    for seat in Seat:
        for post, held in model.posts_of(person, seat).items():
            if hours := work.of(person, post, seat):
                share = work.shares[post]
                leads.setdefault(share.lead, _Lead()).add(held, share, hours)
    return list(leads.values())


def _too_much(work: Work, leads: Sequence[_Lead], room: int) -> list[tuple[int, int]]:
    """Return which two of the leads, by number, can't be served with so little room."""
    return [
        (one, other)
        for one, other in combinations(range(len(leads)), 2)
        if _least(work, leads[one], leads[other]) > room
    ]


def _least(work: Work, one: _Lead, other: _Lead) -> int:
    """Return the least clashes of somebody who does anything for both leads."""
    return min(
        hours * others * work.meeting(share, other_share)
        for share, hours in one.hours.items()
        for other_share, others in other.hours.items()
    )


def _keep_apart(
    model: StaffingModel, leads: Sequence[_Lead], pairs: Sequence[tuple[int, int]]
) -> None:
    """Say that of each two of these leads one at most is served."""
    apart = nx.Graph(pairs)
    serves = {number: model.integer(0, 1, "serves") for number in apart}
    for number, served in serves.items():
        for held in leads[number].seats:
            model.define(held <= served)
    for group in nx.find_cliques(apart):
        model.define(total(serves[number] for number in group) <= 1)
