"""Why no plan exists: which demands clash, and which rules would have to give way."""

from threading import Event
from time import monotonic

from optimizer.asking import Asking
from optimizer.build import build
from optimizer.clashing import Clashing, switched
from optimizer.conflict import confirm, thinned
from optimizer.lawful import search_lawful
from optimizer.outcome import Impossible, Undecided
from optimizer.reason import Reason
from optimizer.relaxing import Relaxing
from optimizer.rules import RULES
from optimizer.search import Found, Refuted, Unknown
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
    match search_lawful(build(town, rules, late=True), asking.effort(turns=True)):
        case Found():
            return None
        case Unknown():
            return Undecided(interrupted=asking.stop.is_set())
        case Refuted():
            pass
    clashing = Clashing(town, rules, asking)
    conflict = _conflict(clashing)
    relaxations = Relaxing(town, rules, clashing, asking).relaxations(conflict)
    stopped = asking.unanswered and asking.stop.is_set()
    complete = not asking.unanswered
    return Impossible(conflict, relaxations, complete=complete, interrupted=stopped)


def _conflict(clashing: Clashing) -> tuple[Reason, ...]:
    """Return demands that clash, none of which could be left out.

    Where the solver names none in time, all demands are the conflict.
    """
    asking, rules = clashing.asking, clashing.rules
    clash = clashing.among([rule.key for rule in rules])
    if clash is None:
        asking.unanswered = True
        return tuple(switched(clashing.town, rules).guards)
    demands = thinned(clash.model, clash.demands, asking)
    confirm(clash.model, demands, asking)
    return demands
