"""Demands that clash: named by the solver, thinned out, confirmed."""

from collections.abc import Collection, Sequence

from optimizer.asking import Asking
from optimizer.model import StaffingModel
from optimizer.outcome import SolverDisagreesError
from optimizer.reason import Reason
from optimizer.search import Found, Refuted, search

CONFIRMING_SECONDS = 5.0
"""Most seconds for looking whether demands clash without presolve too."""


def core(
    model: StaffingModel, demands: Collection[Reason], asking: Asking
) -> tuple[Reason, ...] | None:
    """Return those of a traced model's demands that the solver names as clashing.

    The model must strive for nothing: with an objective the solver names everything.
    It has named variables that were never assumed; those are passed over, and what is
    left is asked once more.

    Returns
    -------
    tuple
        Some of the demands, which are certain to clash; ``None`` if that isn't known.
    """
    guards = {model.guards()[demand]: demand for demand in demands}
    assuming = model.cp.clone()
    assuming.add_assumptions(
        [assuming.get_bool_var_from_proto_index(index) for index in guards]
    )
    match search(assuming, asking.effort()):
        case Refuted(assumptions=named):
            own = tuple(one for index, one in guards.items() if index in named)
            return own if clash(model, own, asking) else None
        case _:
            return None


def clash(
    model: StaffingModel, demands: Collection[Reason], asking: Asking
) -> bool | None:
    """Whether some demands of a traced model clash; ``None`` if that isn't known."""
    possible = asking.possible(model.demanding(demands))
    return None if possible is None else not possible


def thinned(
    model: StaffingModel, demands: Sequence[Reason], asking: Asking
) -> tuple[Reason, ...]:
    """Leave out what isn't needed for a clash, first many at once, then singly."""
    kept = list(demands)
    size = max(1, len(kept) // 2)
    while size:
        start = 0
        while start < len(kept):
            rest = kept[:start] + kept[start + size :]
            if clash(model, rest, asking):
                kept = rest
            else:
                start += size
        size //= 2
    return tuple(kept)


def confirm(model: StaffingModel, demands: Collection[Reason], asking: Asking) -> None:
    """Look for a plan that keeps demands which were said to clash, without presolve.

    Raises
    ------
    SolverDisagreesError
        If there is one: presolve has been known to lose the only solutions.
    """
    effort = asking.effort(CONFIRMING_SECONDS)
    if isinstance(search(model.demanding(demands), effort, presolve=False), Found):
        raise SolverDisagreesError("demands that were said to clash don't")
