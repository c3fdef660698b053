"""Why no plan exists: which demands clash, and which rules would have to give way."""

from collections.abc import Sequence
from threading import Event
from time import monotonic

from optimizer.asking import Asking
from optimizer.build import build
from optimizer.conflict import Switched, confirm, core, thinned
from optimizer.outcome import Impossible, Undecided
from optimizer.reason import Reason
from optimizer.relaxing import Relaxing, switched
from optimizer.rule import Rule
from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Town
from scenarios.language.rules import Mode


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
    traced = switched(town, rules)
    conflict = _conflict(town, rules, traced, asking)
    relaxations = Relaxing(town, rules, traced, asking).relaxations(conflict)
    return Impossible(conflict, relaxations, complete=not asking.unanswered)


def _conflict(
    town: Town, rules: Sequence[Rule], traced: Switched, asking: Asking
) -> tuple[Reason, ...]:
    """Return demands that clash, none of which could be left out.

    The solver names some of all demands; a model of the few rules that these belong
    to is thinned out. Where it names none in time, all demands are the conflict.
    """
    named = core(traced, tuple(traced.guards), asking)
    if named is None:
        asking.unanswered = True
        return tuple(traced.guards)
    concerned = {one.rule for one in named}
    few = [rule for rule in rules if rule.key in concerned]
    model = switched(town, few)
    demands = thinned(model, named, asking)
    confirm(model, demands, asking)
    return demands
