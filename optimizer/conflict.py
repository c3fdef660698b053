"""Demands that clash: named by the solver, thinned out, confirmed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from optimizer.asking import Asking
from optimizer.linear import Variable
from optimizer.outcome import SolverDisagreesError
from optimizer.reason import Reason
from optimizer.search import Found, Refuted, Unknown, search

PLAIN_SECONDS = 2.0
"""Most seconds for naming what clashes without presolve.

Mostly a twentieth of that is enough, where presolve takes seconds to begin with: each
demand's switch gets in its way. Only where one must really search does it pay.
"""

CONFIRMING_SECONDS = 5.0
"""Most seconds for looking whether demands clash without presolve too."""


@dataclass(frozen=True, slots=True)
class Switched:
    """A model that strives for nothing, with a switch for each demand.

    With an objective the solver would name every demand as clashing.

    Parameters
    ----------
    cp
        The model.
    guards
        The variable that switches each demand on.
    """

    cp: cp_model.CpModel
    guards: Mapping[Reason, Variable]

    def demanding(self, demands: Collection[Reason]) -> cp_model.CpModel:
        """Return a copy in which some demands are switched on."""
        copy = self.cp.clone()
        copy.add_bool_and(self._literals(copy, demands))
        return copy

    def assuming(self, demands: Collection[Reason]) -> cp_model.CpModel:
        """Return a copy in which some demands are assumed, so that it can name them."""
        copy = self.cp.clone()
        copy.add_assumptions(self._literals(copy, demands))
        return copy

    def _literals(
        self, copy: cp_model.CpModel, demands: Collection[Reason]
    ) -> list[cp_model.IntVar]:
        return [copy.get_bool_var_from_proto_index(self.guards[d]) for d in demands]


def core(
    model: Switched, demands: Collection[Reason], asking: Asking
) -> tuple[Reason, ...] | None:
    """Return those of some demands that the solver names as clashing.

    It has named variables that were never assumed; those are passed over, and what is
    left is asked once more.

    Returns
    -------
    tuple
        Some of the demands, which are certain to clash; ``None`` if that isn't known.
    """
    assuming, effort = model.assuming(demands), asking.effort(PLAIN_SECONDS)
    result = search(assuming, effort, presolve=False)
    if isinstance(result, Unknown):
        result = search(assuming, asking.effort())
    if not isinstance(result, Refuted):
        return None
    own = tuple(one for one in demands if model.guards[one] in result.assumptions)
    return own if clash(model, own, asking) else None


def clash(model: Switched, demands: Collection[Reason], asking: Asking) -> bool | None:
    """Whether some demands clash; ``None`` if that isn't known."""
    possible = asking.possible(model.demanding(demands))
    return None if possible is None else not possible


def thinned(
    model: Switched, demands: Sequence[Reason], asking: Asking
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


def confirm(model: Switched, demands: Collection[Reason], asking: Asking) -> None:
    """Look for a plan that keeps demands which were said to clash, without presolve.

    Raises
    ------
    SolverDisagreesError
        If there is one: presolve has been known to lose the only solutions.
    """
    effort = asking.effort(CONFIRMING_SECONDS)
    if isinstance(search(model.demanding(demands), effort, presolve=False), Found):
        raise SolverDisagreesError("demands that were said to clash don't")
