"""Who holds the same A-post in every plan that is as good as the one found.

Goals that are reached leave little open, but a solver that strives for the next one
doesn't see it: a sum that must be no more than so much says little of each seat, unless
it is what the solver strives for. So it is asked for the plan with no more of that sum
that keeps the fewest A-holders of the one found, as if that were the sum's last digit.
Whom it can't move is settled, and the next goal is a matter of the others alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from optimizer.effort import Effort
from optimizer.linear import Linear, total
from optimizer.model import StaffingModel
from optimizer.search import Found, Refuted, Unknown, search
from scenarios import Assignment, Plan, Seat

WORTHWHILE = 0.5
"""The share of the A-holders that must stay for the others to be few."""


def settled(
    model: StaffingModel, reached: Linear, least: int, plan: Plan, effort: Effort
) -> Sequence[Assignment]:
    """Return who of a plan's A-holders is an A-holder in every plan as good.

    A plan that breaks demands kept back counts too: fewer holders are settled then,
    but none wrongly. Nobody is, if the effort is too little to say, or if they would
    be too few to matter.

    Parameters
    ----------
    model
        The town's model, with what goals were reached among its conditions.
    reached
        A sum of goals that was reached.
    least
        What it comes to in the plan, and in every plan at least.
    plan
        A plan that keeps the model's conditions.
    effort
        What it may take.
    """
    model.forget()
    deadline = monotonic() + effort.seconds
    kept: Sequence[Assignment] = [one for one in plan if one.seat is Seat.A]
    fewest = int(WORTHWHILE * len(kept))
    while len(kept) > fewest:
        left = max(0.0, deadline - monotonic())
        nobody = _strive_for_few(model, reached, least, kept)
        trying = replace(effort, seconds=left, enough=nobody + fewest)
        with model.keeping_back(reached):
            result = search(model.cp, trying)
        match result:
            case Found(values=values):
                found = model.plan(values).assignments
                kept = [one for one in kept if one in found]
            case Refuted():
                return kept
            case Unknown():
                return ()
    return ()


def _strive_for_few(
    model: StaffingModel, reached: Linear, least: int, holders: Sequence[Assignment]
) -> int:
    """Strive for few of some holders, and never for all, in plans as good.

    Return what a plan with none of them would come to.
    """
    staying = total(model.holds(o.person, o.post, o.seat) for o in holders)
    digit = len(holders) + 1
    nobody, all_but_one = least * digit, least * digit + len(holders) - 1
    model.minimise(reached * digit + staying, least=nobody, most=all_but_one)
    return nobody
