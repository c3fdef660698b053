"""Which rules would have to give way: every smallest set of them, cheapest first.

Each conflict must lose one of its rules; so a set of rules that helps meets every
conflict. Smallest sets that meet all conflicts known so far are tried one by one. Where
one leaves a plan possible it is a relaxation, and no part of it would do, for a part
misses a conflict. Where it doesn't, the solver names a conflict that it misses, and the
search goes on with one conflict more. When every smallest set has been tried, there are
no other relaxations (hitting-set duality; Reiter 1987, Liffiton and others 2016).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from optimizer.asking import Asking
from optimizer.audit import audit
from optimizer.build import build
from optimizer.clashing import Clashing
from optimizer.conflict import confirm
from optimizer.fewer_rules import fewer_rules
from optimizer.hitting_sets import hitting_sets
from optimizer.lawful import begin_with, search_lawful
from optimizer.loosening import without
from optimizer.outcome import Relaxation, SolverDisagreesError
from optimizer.partly_traced import PartlyTraced
from optimizer.reason import Reason
from optimizer.rule import Rule
from optimizer.search import Found, Refuted, Unknown, search
from scenarios import Plan, Town
from scenarios.language.rules import Mode

LATE_SECONDS = 12.0
"""Most seconds for finding a plan with covers said late.

Where hours are short all over, each plan breaks others: better say all at once.
"""

PRICING_SECONDS = 3.0
"""Most seconds for finding how few demands of a relaxation must be given up."""


@dataclass(slots=True)
class Relaxing:
    """The search for relaxations of a town that can't be staffed.

    Parameters
    ----------
    town
        The town.
    rules
        Its hard rules, in their order.
    clashing
        Names what clashes in the town.
    asking
        Answers questions as long as there is time.
    """

    town: Town
    rules: Sequence[Rule]
    clashing: Clashing
    asking: Asking
    _near: Plan | None = field(default=None, init=False)

    def relaxations(self, conflict: Sequence[Reason]) -> tuple[Relaxation, ...]:
        """Return every relaxation, the cheapest first, given a first conflict.

        Fewer rules are cheaper, then fewer demands to be given up.
        """
        conflicts = [frozenset(one.rule for one in conflict)]
        known: dict[frozenset[str], Relaxation] = {}
        while (keys := self._next(conflicts, known)) and not self.asking.over():
            found = self._without(keys)
            if found is not None:
                known[keys] = found
            elif not self.asking.unanswered:
                conflicts.append(self._conflict_without(keys))
        return tuple(sorted(known.values(), key=self._price))

    def _next(
        self,
        conflicts: Sequence[frozenset[str]],
        known: dict[frozenset[str], Relaxation],
    ) -> frozenset[str] | None:
        open_sets = [one for one in hitting_sets(conflicts) if one not in known]
        return min(open_sets, key=self._size, default=None)

    def _size(self, keys: frozenset[str]) -> tuple[int, tuple[int, ...]]:
        places = (n for n, rule in enumerate(self.rules) if rule.key in keys)
        return len(keys), tuple(places)

    def _price(self, one: Relaxation) -> tuple[int, int, tuple[int, ...]]:
        size, places = self._size(one.rules)
        return size, len(one.given_up), places

    def _without(self, keys: frozenset[str]) -> Relaxation | None:
        """Return the relaxation if the town can be staffed without some rules."""
        kept = [rule for rule in self.rules if rule.key not in keys]
        model = build(without(self.town, keys), kept, late=True)
        if self._near is not None:
            model.hint(model.values_of(self._near))
        result = search_lawful(model, self.asking.effort(LATE_SECONDS, turns=True))
        if isinstance(result, Unknown):
            model = build(without(self.town, keys), kept)
            result = search(model.cp, self.asking.effort(turns=True))
        match result:
            case Found(values=values):
                self._near = model.plan(values)
                return self._priced(keys, self._near)
            case Refuted():
                return None
            case _:
                self.asking.unanswered = True
                return None

    def _priced(self, keys: frozenset[str], plan: Plan) -> Relaxation:
        """Return the relaxation with as few demands given up as are found."""
        kept = [rule for rule in self.rules if rule.key not in keys]
        loose = [rule for rule in self.rules if rule.key in keys]
        model, bound = PartlyTraced(self.town, kept, loose), 1
        effort = self.asking.effort(PRICING_SECONDS, turns=True)
        model.minimise(model.given_up())
        begin_with(model, plan, effort)
        match search(model.cp, effort):
            case Found(values=values, bound=bound):
                plan = min(
                    (plan, model.plan(values)), key=lambda p: len(self._broken(p))
                )
            case _:
                pass
        broken = self._broken(plan)
        if {one.rule for one in broken} != keys:
            raise SolverDisagreesError(f"without {sorted(keys)} a plan breaks {broken}")
        return Relaxation(keys, broken, len(broken) <= bound)

    def _broken(self, plan: Plan) -> tuple[Reason, ...]:
        """Return the demands that a plan doesn't keep, by the rules in plain Python."""
        reasons = audit(self.town, plan, modes=(Mode.HARD,))
        return tuple(dict.fromkeys(one.demand for one in reasons))

    def _conflict_without(self, keys: frozenset[str]) -> frozenset[str]:
        """Return rules, none of those given, that clash all the same."""
        rest = frozenset(rule.key for rule in self.rules) - keys
        if (clash := self.clashing.among(rest)) is None:
            return rest
        confirm(clash.model, clash.demands, self.asking)
        named = frozenset(one.rule for one in clash.demands)
        return fewer_rules(self.town, self.rules, named, self.asking)
