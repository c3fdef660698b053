"""Why no plan exists: which demands clash, and which rules would have to give way."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from threading import Event
from time import monotonic

from ortools.sat.python import cp_model

from optimizer.build import build
from optimizer.model import StaffingModel
from optimizer.outcome import Impossible, SolverDisagreesError, Undecided
from optimizer.reason import Reason
from optimizer.rule import Rule
from optimizer.rules import RULES
from optimizer.search import Effort, Found, Refuted, search
from optimizer.settings import mode_of
from scenarios import Town
from scenarios.language.rules import Mode

MOST_RULES_AT_ONCE = 3
"""Largest set of rules that is tried as a relaxation."""


@dataclass(slots=True)
class Asking:
    """Asks the solver yes-or-no questions until the time is up.

    Parameters
    ----------
    deadline
        The moment, on the monotonic clock, by which it must end.
    stop
        Set by whoever wants it to end with what it has.
    unanswered
        Whether any question got no answer.
    """

    deadline: float
    stop: Event
    unanswered: bool = False

    def possible(self, cp: cp_model.CpModel) -> bool | None:
        """Whether a model has a solution; ``None`` if that wasn't found out."""
        match search(cp, self.effort()):
            case Found():
                return True
            case Refuted():
                return False
            case _:
                self.unanswered = True
                return None

    def clash(self, model: StaffingModel, demands: Collection[Reason]) -> bool:
        """Whether it is certain that some demands of a traced model clash."""
        return self.possible(model.demanding(demands)) is False

    def over(self) -> bool:
        """Whether the time is up; what remains to be asked stays unanswered."""
        self.unanswered |= self.stop.is_set() or monotonic() >= self.deadline
        return self.unanswered

    def effort(self) -> Effort:
        """Return all the time that is left, for one worker."""
        return Effort(max(0.0, self.deadline - monotonic()), 1, self.stop)


def explain(
    town: Town, *, seconds: float = 40, stop: Event | None = None
) -> Impossible | Undecided | None:
    """Return why a town can't be staffed; ``None`` if it can.

    Parameters
    ----------
    town
        The town; its goals don't matter here.
    seconds
        How long it may take.
    stop
        When set, it ends with what it has.

    Returns
    -------
    Impossible | Undecided | None
        The conflict and the relaxations, or that time ran out before even the
        impossibility was certain.
    """
    asking = Asking(monotonic() + seconds, stop or Event())
    rules = [rule for rule in RULES if mode_of(town, rule.key) is Mode.HARD]
    possible = asking.possible(build(town, rules).cp)
    if possible is None:
        return Undecided(interrupted=asking.stop.is_set())
    if possible:
        return None
    clashing = _clashing_rules(town, rules, asking)
    conflict = _conflict(town, clashing, asking)
    relaxations = tuple(_relaxations(town, rules, clashing, asking))
    return Impossible(conflict, relaxations, complete=not asking.unanswered)


def _clashing_rules(
    town: Town, rules: Sequence[Rule], asking: Asking
) -> tuple[Rule, ...]:
    """Return rules that clash, none of which could be left out."""
    kept = list(rules)
    for rule in rules:
        rest = [other for other in kept if other is not rule]
        if asking.possible(build(town, rest).cp) is False:
            kept = rest
    return tuple(kept)


def _relaxations(
    town: Town, rules: Sequence[Rule], clashing: Sequence[Rule], asking: Asking
) -> Iterator[frozenset[str]]:
    """Yield the smallest sets of rules without which there is a plan.

    Each must name one of the rules that were seen to clash, or the clash would remain.
    """
    known: list[frozenset[str]] = []
    seen = {rule.key for rule in clashing}
    for size in range(1, MOST_RULES_AT_ONCE + 1):
        for keys in map(frozenset, combinations([rule.key for rule in rules], size)):
            if not keys & seen or any(smaller <= keys for smaller in known):
                continue
            if asking.over():
                return
            rest = [rule for rule in rules if rule.key not in keys]
            if asking.possible(build(town, rest).cp):
                known.append(keys)
                yield keys


def _conflict(town: Town, rules: Sequence[Rule], asking: Asking) -> tuple[Reason, ...]:
    """Return demands of the rules that clash, none of which could be left out."""
    model = build(town, rules, traced=True)
    demands = _thinned(model, _named(model, asking), asking)
    plain = model.demanding(demands)
    if isinstance(search(plain, asking.effort(), presolve=False), Found):
        raise SolverDisagreesError("demands that were said to clash don't")
    return demands


def _named(model: StaffingModel, asking: Asking) -> list[Reason]:
    """Return the demands that the solver names when all are assumed.

    It has named variables that were never assumed; those are passed over.
    """
    guards = {index: demand for demand, index in model.guards().items()}
    assuming = model.cp.clone()
    assuming.add_assumptions(
        [assuming.get_bool_var_from_proto_index(index) for index in guards]
    )
    match search(assuming, asking.effort()):
        case Refuted(assumptions=named) if named & guards.keys():
            core = [demand for index, demand in guards.items() if index in named]
            if asking.clash(model, core):
                return core
    return list(guards.values())


def _thinned(
    model: StaffingModel, demands: Sequence[Reason], asking: Asking
) -> tuple[Reason, ...]:
    """Leave out what isn't needed for the clash, first many at once, then singly."""
    kept = list(demands)
    size = max(1, len(kept) // 2)
    while size:
        start = 0
        while start < len(kept):
            rest = kept[:start] + kept[start + size :]
            if asking.clash(model, rest):
                kept = rest
            else:
                start += size
        size //= 2
    return tuple(kept)
