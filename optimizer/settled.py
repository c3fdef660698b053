"""Who holds the same A-post in every plan that is as good as the one found.

Goals that are reached leave little open, but a solver that strives for the next one
doesn't see it: a sum that must be no more than so much says little of each seat. So it
is asked for the plan, as good as this one, that keeps the fewest of its A-holders. Whom
it can't move is settled, and the next goal is a matter of the others alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from optimizer.effort import Effort
from optimizer.lawful import begin_with
from optimizer.linear import total
from optimizer.model import StaffingModel
from optimizer.search import Found, search
from scenarios import Assignment, Plan, Seat

LOOKING_AROUND = 3.0
"""The work, in the solver's measure, that goes into plans unlike the one found."""

WORTHWHILE = 0.5
"""The share of the A-holders that must stay for the others to be few."""


def staying(model: StaffingModel, plan: Plan, effort: Effort) -> Sequence[Assignment]:
    """Return A-holders of a plan whom a short search for other plans left in place.

    Nobody is returned if that is too few of them to matter.

    Parameters
    ----------
    model
        The town's model, with what goals were reached among its conditions.
    plan
        A plan that keeps them.
    effort
        What it may take.
    """
    holders = [one for one in plan if one.seat is Seat.A]
    fewest = int(WORTHWHILE * len(holders))
    looking = replace(effort, work=LOOKING_AROUND, enough=fewest)
    kept, _ = _kept(model, plan, holders, looking)
    return kept if len(kept) > fewest else ()


def settled(
    model: StaffingModel, plan: Plan, kept: Sequence[Assignment], effort: Effort
) -> Sequence[Assignment]:
    """Return who of some A-holders of a plan is an A-holder in every plan of a model.

    A plan that breaks demands kept back counts too: fewer holders are settled then,
    but none wrongly. Nobody is, if the effort is too little to say.
    """
    deadline = monotonic() + effort.seconds
    while kept:
        before, left = len(kept), max(0.0, deadline - monotonic())
        trying = replace(effort, seconds=left, enough=before - 1)
        kept, closed = _kept(model, plan, kept, trying)
        if closed:
            return kept
        if len(kept) == before:
            return ()
    return ()


def _kept(
    model: StaffingModel,
    plan: Plan,
    holders: Sequence[Assignment],
    effort: Effort,
) -> tuple[Sequence[Assignment], bool]:
    """Return the holders whom a plan unlike the given one keeps; or that all stay."""
    model.minimise(total(model.holds(o.person, o.post, o.seat) for o in holders))
    begin_with(model, plan, effort)
    match search(model.cp, effort):
        case Found(values=values, bound=bound):
            found = model.plan(values).assignments
            kept = [one for one in holders if one in found]
            return kept, bound >= len(holders)
        case _:
            return holders, False
