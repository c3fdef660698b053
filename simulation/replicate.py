"""Replications: years drawn, played and measured, on as many processes as wanted."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from scenarios import Plan, Town
from simulation.draw import draw_year
from simulation.measures import measure
from simulation.measures.checks import Checks, check
from simulation.play import play
from simulation.play.kernel import without_collection
from simulation.precision import is_precise, until_looks
from simulation.summary import Values

OnProgress = Callable[[int, int], None]
"""Called with how many replications are done, and how many there will be at most."""

_BLOCK = 2
"""Replications that a process is given at a time: about a second of work."""


@dataclass(frozen=True, slots=True)
class Replications:
    """What the years gave.

    Parameters
    ----------
    values
        The measures of each year, in the order of the replications.
    checks
        What was checked in all of them together.
    precise
        Whether the precision asked for was reached; nothing if none was.
    """

    values: tuple[Values, ...]
    checks: Checks
    precise: bool | None = None


def replicate(  # noqa: PLR0913 - all but what is played by keyword
    town: Town,
    plan: Plan,
    *,
    seed: int,
    replications: int,
    precision: float | None = None,
    workers: int = 1,
    on_progress: OnProgress | None = None,
) -> Replications:
    """Draw, play and measure years.

    Parameters
    ----------
    town, plan
        What is played.
    seed
        The root of all chance; the same seed gives the same years to every design.
    replications
        How many years; the most, where a precision is asked for.
    precision
        Stop once the half-widths of the primary measures are this share of their means;
        `simulation.precision` says which and when it is looked at.
    workers
        How many processes; with 1, all is done in this one. The result doesn't hang
        on it.
    on_progress
        Called in this process after each year.

    Returns
    -------
    Replications
        Values in the order of the replications, with the checks' totals.
    """
    values: list[Values] = []
    checks, precise = Checks(), None
    everything = [range(replications)]
    parts = everything if precision is None else until_looks(replications)
    with _players(partial(one_year, town, plan, seed), workers) as play_all:
        for part in parts:
            for of_year, checked in play_all(part):
                values.append(of_year)
                checks += checked
                if on_progress is not None:
                    on_progress(len(values), replications)
            if precision is not None and (precise := is_precise(values, precision)):
                break
    return Replications(tuple(values), checks, precise)


def one_year(
    town: Town, plan: Plan, seed: int, replication: int
) -> tuple[Values, Checks]:
    """Draw, play and measure one year, and check it."""
    with without_collection():
        year = draw_year(town, seed=seed, replication=replication)
        log = play(town, plan, year)
        return measure(town, plan, log), check(log)


_Year = tuple[Values, Checks]
_Players = Callable[[Sequence[int]], Iterator[_Year]]


@contextmanager
def _players(one: Callable[[int], _Year], workers: int) -> Iterator[_Players]:
    """Give what plays some years in order: in this process, or in fresh ones.

    What these haven't begun is dropped on an error.
    """
    if workers == 1:
        yield partial(map, one)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))

    def play_all(years: Sequence[int]) -> Iterator[_Year]:
        blocks = [
            years[first : first + _BLOCK] for first in range(0, len(years), _BLOCK)
        ]
        for block in pool.map(partial(_several, one), blocks):
            yield from block

    try:
        yield play_all
    finally:
        pool.shutdown(cancel_futures=True)


def _several(one: Callable[[int], _Year], years: Sequence[int]) -> list[_Year]:
    return [one(number) for number in years]
