"""Fewer of some rules that clash all the same.

A conflict that the solver names may have rules in it that it doesn't need. Each such
rule is one more that might give way, as far as is known, and one search more to see
that it doesn't help: of nine conflicts of a town whose weeks are too short, eight went
away once those that clash were left alone.
"""

from collections.abc import Sequence

from optimizer.asking import Asking
from optimizer.build import build
from optimizer.conflict import CONFIRMING_SECONDS
from optimizer.loosening import without
from optimizer.model import StaffingModel
from optimizer.outcome import SolverDisagreesError
from optimizer.rule import Rule
from optimizer.search import Found, Refuted, search
from scenarios import Town

THINNING_SECONDS = 2.0
"""Most seconds for looking whether rules clash without one of them: what clashes is
mostly refuted within a second, and what doesn't is met soon or never."""


def fewer_rules(
    town: Town, rules: Sequence[Rule], clashing: frozenset[str], asking: Asking
) -> frozenset[str]:
    """Return some of the rules that clash, without those that are seen not to matter.

    Parameters
    ----------
    town
        The town.
    rules
        Its hard rules, in their order; the last are left out first.
    clashing
        The keys of rules that clash.
    asking
        Answers questions as long as there is time.

    Raises
    ------
    SolverDisagreesError
        Those left don't clash after all.
    """
    left = clashing
    for rule in reversed(rules):
        fewer = left - {rule.key}
        if rule.key in left and fewer and not asking.over():
            model, effort = _only(town, rules, fewer), asking.effort(THINNING_SECONDS)
            if isinstance(search(model.cp, effort), Refuted):
                left = fewer
    if left != clashing:
        _confirm(_only(town, rules, left), asking)
    return left


def _only(town: Town, rules: Sequence[Rule], keys: frozenset[str]) -> StaffingModel:
    """Return a model of a town in which no other rules are in force."""
    off = [rule.key for rule in rules if rule.key not in keys]
    return build(without(town, off), [rule for rule in rules if rule.key in keys])


def _confirm(model: StaffingModel, asking: Asking) -> None:
    """Look for a plan without presolve, which has been known to lose solutions."""
    effort = asking.effort(CONFIRMING_SECONDS)
    if isinstance(search(model.cp, effort, presolve=False), Found):
        raise SolverDisagreesError("rules that were said to clash don't")
