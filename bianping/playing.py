"""Playing a design: the working year and the careers, many times."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bianping.console import Progress
from bianping.request import Request
from plots import Study
from scenarios import Plan, Town
from simulation.careers.replicate import replicate_careers
from simulation.measures.checks import Checks
from simulation.replicate import Replications, replicate
from simulation.summary import Key, Measure, Values, summary


@dataclass(frozen=True, slots=True)
class Played:
    """What playing a design gave.

    Parameters
    ----------
    study
        The design with its means.
    years, careers
        The values of each replication, in order.
    checks
        What was checked in every year.
    precise
        Whether the years are as precise as was asked; nothing if it wasn't asked.
    """

    study: Study
    years: tuple[Values, ...]
    careers: tuple[Values, ...]
    checks: Checks
    precise: bool | None


@dataclass(frozen=True, slots=True)
class Chances:
    """What chance begins with, and how often; the same for all designs of a study.

    Parameters
    ----------
    seed
        The root of all chance.
    years, careers
        Replications of the working year and of the careers: of the year, the most.
    precision
        The half-widths, as a share of the means, at which fewer years are enough.
    """

    seed: int
    years: int
    careers: int
    precision: float | None = None


def chances(town: Town, request: Request) -> Chances:
    """Return the chances of a study, from its first design and the request."""
    seed = town.simulation.seed if request.seed is None else request.seed
    year = town.simulation
    return Chances(seed, year.replications, town.careers.replications, year.precision)


def play_years_of(
    town: Town, plan: Plan, how: Chances, request: Request, progress: Progress
) -> Replications:
    """Play a design's working year as often as the chances say."""
    words = request.words
    doing = words("console.doing.year", name=words.name(town.name))
    with progress.part(doing):
        return replicate(
            town,
            plan,
            seed=how.seed,
            replications=how.years,
            precision=how.precision,
            workers=min(request.processors, how.years),
            on_progress=_counter(progress, doing),
        )


def play_careers_of(
    town: Town, plan: Plan, how: Chances, request: Request, progress: Progress
) -> tuple[Values, ...]:
    """Play a design's careers as often as the chances say."""
    words = request.words
    doing = words("console.doing.careers", name=words.name(town.name))
    with progress.part(doing):
        return replicate_careers(
            town,
            plan,
            seed=how.seed,
            replications=how.careers,
            on_progress=_counter(progress, doing),
        )


def played_of(
    town: Town, plan: Plan, years: Replications, careers: tuple[Values, ...]
) -> Played:
    """Return a design's replications with their means."""
    measures = by_key(summary(years.values) + summary(careers))
    study = Study(town, plan, measures)
    return Played(study, years.values, careers, years.checks, years.precise)


def by_key(measures: tuple[Measure, ...]) -> Mapping[Key, Measure]:
    """Return measures by their name and what they are of."""
    return {(one.measure, one.of): one for one in measures}


def _counter(progress: Progress, doing: str) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        progress.show(f"{doing}  {done}/{total}")

    return show
