"""The cheapest change of policy that gives back what a structure took."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf, isnan, nan
from statistics import fmean

from scenarios import Plan, Town
from scenarios.language.careers import Remedy
from simulation.careers.luck import draw_luck
from simulation.careers.many import play_many
from simulation.careers.measures.survival import Wait, median_wait, survival
from simulation.careers.setting import Setting
from simulation.careers.waiting import waits
from simulation.summary import half_width

BATCHES = 10
"""Into how many lots of replications a median is split to see how sure it is."""

AT_ONCE = 1024
"""How many replications are played at once; more would need more memory."""


@dataclass(frozen=True, slots=True)
class Median:
    """The median years until a first mid-level seat, of all replications together.

    Parameters
    ----------
    years
        The median; infinite if fewer than half get a seat in the years played.
    batches
        The medians of `BATCHES` lots of replications.
    """

    years: float
    batches: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What some remedies together come to.

    Parameters
    ----------
    remedies
        The remedies; none for the design as it is.
    price
        What they cost together.
    median
        The median wait under them.
    longer
        Mean of how much longer the wait is than under the structure of old, and the
        half-width of its 95 % interval, over lots of replications that met the same
        luck; not-a-number where a lot has no median.
    """

    remedies: tuple[Remedy, ...]
    price: float
    median: Median
    longer: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Search:
    """What the search for a remedy came to.

    Parameters
    ----------
    target
        The median wait under the structure of old.
    trials
        What was tried, the cheapest first; the first is the design as it is.
    found
        The cheapest that restores the wait, if there is one.
    complete
        Whether everything cheaper was tried, and all of it if nothing was found.
    """

    target: Median
    trials: tuple[Trial, ...]
    found: Trial | None
    complete: bool


def find_remedy(
    old: tuple[Town, Plan],
    design: tuple[Town, Plan],
    *,
    seed: int,
    replications: int,
    go_on: Callable[[Trial], bool],
) -> Search:
    """Return the cheapest remedies of a design that restore the wait of old.

    Every set of remedies that don't change the same key is tried in order of price,
    so that the first one that restores the wait is the cheapest.

    Parameters
    ----------
    old, design
        The structure of old and the design, each with its plan.
    seed, replications
        The chance that all meet.
    go_on
        Told of every trial; whether to go on.
    """
    target = _median(*old, seed, replications)
    trials: list[Trial] = []
    for chosen in _choices(tuple(design[0].careers.remedies.values())):
        town = with_remedies(design[0], chosen)
        median = _median(town, design[1], seed, replications)
        trial = Trial(chosen, _price(chosen), median, _longer(median, target))
        trials.append(trial)
        restored = median.years <= target.years
        goes_on = go_on(trial)
        if restored or not goes_on:
            found = trial if restored else None
            return Search(target, tuple(trials), found, complete=restored)
    return Search(target, tuple(trials), None, complete=True)


def with_remedies(town: Town, remedies: Sequence[Remedy]) -> Town:
    """Return a town whose policy has the keys that some remedies set."""
    changes = {
        key: getattr(one.policy, key)
        for one in remedies
        for key in one.policy.model_fields_set
    }
    policy = town.careers.policy.model_copy(update=changes)
    careers = town.careers.model_copy(update={"policy": policy})
    return town.model_copy(update={"careers": careers})


def _choices(remedies: Sequence[Remedy]) -> Iterator[tuple[Remedy, ...]]:
    """Yield every set of remedies that go together, the cheapest first."""
    sets = (
        chosen
        for size in range(len(remedies) + 1)
        for chosen in combinations(remedies, size)
        if _go_together(chosen)
    )
    yield from sorted(sets, key=_price)


def _go_together(remedies: Sequence[Remedy]) -> bool:
    keys = [key for one in remedies for key in one.policy.model_fields_set]
    return len(keys) == len(set(keys))


def _price(remedies: Sequence[Remedy]) -> float:
    return sum(one.price for one in remedies)


def _longer(median: Median, target: Median) -> tuple[float, float]:
    pairs = zip(median.batches, target.batches, strict=True)
    longer = [new - was for new, was in pairs]
    if any(isnan(one) for one in longer):
        return nan, nan
    return fmean(longer), half_width(longer)


def _median(town: Town, plan: Plan, seed: int, replications: int) -> Median:
    setting = Setting.of(town, plan)
    found: list[list[Wait]] = []
    for first in range(0, replications, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, replications))
        lucks = [draw_luck(setting.names, seed=seed, replication=k) for k in numbers]
        found += waits(play_many(setting, lucks), len(lucks))
    lots = min(BATCHES, replications)
    return Median(
        years=_or_never(_of(found)),
        batches=tuple(_of(found[lot::lots]) for lot in range(lots)),
    )


def _of(replications: Sequence[Sequence[Wait]]) -> float:
    return median_wait(survival(wait for one in replications for wait in one))


def _or_never(years: float) -> float:
    return inf if isnan(years) else years
