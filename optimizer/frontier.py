"""Finding the frontier of two goals: one made small while the other is limited.

The goals that stand before the two in the scenario are reached first and kept; soft
rules come before all of them. Then the epsilon-constraint method with whole steps: in
the middle of the largest gap the coarser goal is limited, the finer one made as small
as can be, and then the coarser one as small as that allows. What is proven on the way
is kept even where no better plan is found, so that a gap is closed, or known in part.
"""

from time import monotonic

from optimizer.assign import assign
from optimizer.audit import goal_of
from optimizer.front import Frontier
from optimizer.front_search import Budget, Exploring
from optimizer.outcome import Impossible, Solved, Undecided
from scenarios import Town
from scenarios.language.goals import GoalKey, Goals

FIRST_SHARE = 0.4
"""The share of the time that may go to the goals before and to the first point."""


def frontier(
    town: Town, between: GoalKey, against: GoalKey, budget: Budget
) -> Frontier | Impossible | Undecided:
    """Return what of two goals can be had together.

    Parameters
    ----------
    town
        The town; of its goals those before the first of the two are kept at their
        best, in their order, and the others left free. Goals with weights have no
        order, so none is kept.
    between, against
        The two goals, in the order in which points are told.
    budget
        What the search may take.

    Returns
    -------
    Frontier | Impossible | Undecided
        The points found and the gaps between them, or why there is no plan at all.
    """
    fine, coarse = between, against
    if goal_of(fine).scale < goal_of(coarse).scale:
        fine, coarse = coarse, fine
    asked = _asking(town, fine, coarse)
    deadline = monotonic() + budget.seconds
    first = assign(
        asked,
        seconds=FIRST_SHARE * budget.seconds,
        workers=budget.workers,
        stop=budget.stop,
    )
    if not isinstance(first, Solved):
        return first
    exploring = Exploring(asked, first, budget, deadline)
    exploring.explore()
    found = exploring.frontier()
    return found if found.goals == (between, against) else found.turned()


def _asking(town: Town, fine: GoalKey, coarse: GoalKey) -> Town:
    """Return the town with the goals to be kept, and then the two."""
    order = town.goals.order if town.goals.mode == "lexicographic" else ()
    places = [order.index(one) for one in (fine, coarse) if one in order]
    kept = order[: min(places, default=len(order))]
    return town.model_copy(update={"goals": Goals(order=(*kept, fine, coarse))})
