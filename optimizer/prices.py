"""What each rule costs: how much better the best plan would be without it.

A plan of the town keeps every rule of the looser town too; so each search begins with
it and can only gain, in the order of the goals. And a plan that is the best without a
rule is the best with the rule a step looser too, if it keeps that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from optimizer.asking import Asking
from optimizer.audit import audit
from optimizer.budget import Budget
from optimizer.build import build
from optimizer.choices import Cost, cost, difference, scale_of
from optimizer.goal import values_of
from optimizer.importance import goals_in_order
from optimizer.loosening import Looser, loosened
from optimizer.outcome import SolverDisagreesError, Step
from optimizer.proof import Best, best_of
from optimizer.reaching import Reaching
from optimizer.spending import Shares, Spending, side_by_side
from scenarios import Plan, Town
from scenarios.language.rules import Mode


@dataclass(frozen=True, slots=True)
class Price:
    """What a town would gain from one rule's being off or a step looser.

    Parameters
    ----------
    looser
        The change.
    plan
        The best plan that was found then.
    gain
        How much less it comes to than the present plan, goal by goal.
    exact
        The goals, from the first on, whose gain is proven: both plans are proven to
        have their least values.
    most
        What the first goal that isn't among them can gain at most, if that is known.
    """

    looser: Looser
    plan: Plan
    gain: Cost
    exact: tuple[str, ...]
    most: Cost


def prices(
    town: Town,
    plan: Plan,
    steps: Sequence[Step] = (),
    spending: Spending | None = None,
) -> tuple[Price, ...]:
    """Return what each rule costs, off and a step looser, in the order of the rules.

    Parameters
    ----------
    town
        The town.
    plan
        A plan that keeps its hard rules.
    steps
        How far the plan is proven to be the best, as `assign` gave it.
    spending
        What it may take; two minutes if not said.
    """
    spending = spending or Spending()
    rules = [
        tuple(changes)
        for _, changes in groupby(loosened(town), key=lambda looser: looser.rule)
    ]
    shares, base = Shares(spending, len(rules)), _Base(town, plan, steps)
    told = side_by_side(
        lambda changes: base.of_rule(changes, shares.next()), rules, spending
    )
    return tuple(price for of_rule in told for price in of_rule)


@dataclass(frozen=True, slots=True)
class _Base:
    """The plan that is compared with, and how far it is proven."""

    town: Town
    plan: Plan
    steps: Sequence[Step]

    def of_rule(self, changes: Sequence[Looser], asking: Asking) -> list[Price]:
        """Return what each change of one rule gains, as far as time goes."""
        found: list[tuple[Looser, Best]] = []
        for number, looser in enumerate(changes):
            best = self._already(looser, found)
            if best is None:
                best = self._searched(looser, asking.part(len(changes) - number))
            if broken := audit(looser.town, best.plan, modes=(Mode.HARD,)):
                raise SolverDisagreesError(f"the plan breaks {broken}")
            found.append((looser, best))
        return [self._price(*one) for one in found]

    def _already(
        self, looser: Looser, found: Sequence[tuple[Looser, Best]]
    ) -> Best | None:
        """Return the best plan with a change if no search is needed for it."""
        if looser.rule == "seats" and self._leaves_no_seat_empty():
            return Best(self.plan, self._exact())
        for loosest, best in found:
            alike = self._values(loosest.town, best.plan) == self._values(
                looser.town, best.plan
            )
            lawful = not audit(looser.town, best.plan, modes=(Mode.HARD,))
            if alike and lawful and {*self._exact()} <= {*best.exact}:
                return best
        return None

    def _leaves_no_seat_empty(self) -> bool:
        """Whether every plan as good fills all seats, whatever the rule says."""
        values = self._values(self.town, self.plan)
        keys = [*values]
        upto = keys[: keys.index("seats") + 1] if "seats" in keys else ()
        return bool(upto) and not any(values[key] for key in upto)

    def _searched(self, looser: Looser, asking: Asking) -> Best:
        """Return the best plan with a change that is found in time, by one thread."""
        town = looser.town
        budget = Budget(asking.deadline, 1, asking.stop, None)
        reaching = Reaching(build(town, late=True), goals_in_order(town), budget)
        return best_of(reaching.all_from(self.plan))

    def _values(self, town: Town, plan: Plan) -> Mapping[str, int]:
        return values_of(goals_in_order(town), town, plan)

    def _price(self, looser: Looser, best: Best) -> Price:
        here, there = cost(self.town, self.plan), cost(looser.town, best.plan)
        most = {
            goal: here[goal] - least / scale_of(goal)
            for goal, least in best.least.items()
            if goal in here
        }
        exact = _both(self._exact(), best.exact)
        return Price(looser, best.plan, difference(here, there), exact, most)

    def _exact(self) -> tuple[str, ...]:
        """Return the goals, from the first on, that the plan is proven to reach."""
        number = next((n for n, s in enumerate(self.steps) if not s.proven), None)
        return tuple(step.goal for step in self.steps[:number])


def _both(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Return what two sequences have in common from their beginnings on."""
    pairs = zip(one, other, strict=False)
    number = next((n for n, (a, b) in enumerate(pairs) if a != b), None)
    shorter = min(len(one), len(other))
    return tuple(one[: shorter if number is None else number])
