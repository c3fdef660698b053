"""What each rule costs: how much better the best plan would be without it.

A plan of the town keeps every rule of the looser town too; so each re-solving begins
with it and can only gain, in the order of the goals.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic

from optimizer.asking import Asking
from optimizer.audit import audit
from optimizer.choices import Cost, cost, difference, scale_of
from optimizer.loosening import Looser, loosened
from optimizer.outcome import SolverDisagreesError, Step
from optimizer.resolving import Best, Resolver
from scenarios import Plan, Town
from scenarios.language.rules import Mode

Told = Callable[[int, int], None]
"""Told how many prices are known, and of how many."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What finding all prices may take.

    Parameters
    ----------
    seconds
        How long altogether.
    workers
        How many are looked for side by side.
    stop
        When set, it ends with what it has.
    on_progress
        Told how far it is, in the calling thread.
    """

    seconds: float = 120
    workers: int = 2
    stop: Event | None = None
    on_progress: Told | None = None


USUAL = Spending()
"""All prices within two minutes."""


def prices(
    town: Town, plan: Plan, steps: Sequence[Step] = (), spending: Spending = USUAL
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
        What it may take.
    """
    changes = [*loosened(town)]
    stop = spending.stop or Event()
    deadline = monotonic() + spending.seconds
    shares = _Shares(deadline, stop, len(changes), spending.workers)
    base = _Base(town, plan, steps)
    told: list[Price] = []
    with ThreadPoolExecutor(max_workers=spending.workers) as threads:
        try:
            for one in threads.map(lambda c: base.price(c, shares.next()), changes):
                told.append(one)
                if spending.on_progress:
                    spending.on_progress(len(told), len(changes))
        except BaseException:
            stop.set()
            raise
    return tuple(told)


@dataclass(slots=True)
class _Shares:
    """Shares the time that is left among those that have not begun."""

    deadline: float
    stop: Event
    left: int
    workers: int

    def next(self) -> Asking:
        """Return the time of the next one."""
        now = monotonic()
        rounds = -(-self.left // self.workers)
        self.left -= 1
        return Asking(now + max(0.0, self.deadline - now) / rounds, self.stop)


@dataclass(frozen=True, slots=True)
class _Base:
    """The plan that is compared with, and how far it is proven."""

    town: Town
    plan: Plan
    steps: Sequence[Step]

    def price(self, looser: Looser, asking: Asking) -> Price:
        """Return what a change gains, as far as time goes."""
        resolver = Resolver(looser.town, self.plan)
        found = resolver.best(resolver.copy(), asking.share, self.plan)
        best = found if isinstance(found, Best) else Best(self.plan)
        if broken := audit(looser.town, best.plan, modes=(Mode.HARD,)):
            raise SolverDisagreesError(f"the plan breaks {broken}")
        here, there = cost(self.town, self.plan), cost(looser.town, best.plan)
        exact = _both(self._exact(), best.exact)
        most = {
            goal: here[goal] - least / scale_of(goal)
            for goal, least in best.least.items()
            if goal in here
        }
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
