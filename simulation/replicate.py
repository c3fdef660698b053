"""Replications: years drawn, played and measured, on as many processes as wanted."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from scenarios import Plan, Town
from simulation.draw import draw_year
from simulation.measures import measure
from simulation.measures.checks import Checks, check
from simulation.play import play
from simulation.play.kernel import without_collection
from simulation.summary import Values

OnProgress = Callable[[int, int], None]
"""Called with how many replications are done, and how many there will be."""

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
    """

    values: tuple[Values, ...]
    checks: Checks


def replicate(  # noqa: PLR0913 - all but what is played by keyword
    town: Town,
    plan: Plan,
    *,
    seed: int,
    replications: int,
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
        How many years.
    workers
        How many processes; with 1, all is done in this one. The result doesn't hang
        on it.
    on_progress
        Called in this process after each year or block of years.

    Returns
    -------
    Replications
        Values in the order of the replications, with the checks' totals.
    """
    if workers == 1:
        done = []
        for number in range(replications):
            done.append(one_year(town, plan, seed, number))
            _report(on_progress, number + 1, replications)
        return _joined(done)
    with _processes(workers) as executor:
        return _over(executor, (town, plan, seed), replications, on_progress)


def one_year(
    town: Town, plan: Plan, seed: int, replication: int
) -> tuple[Values, Checks]:
    """Draw, play and measure one year, and check it."""
    with without_collection():
        year = draw_year(town, seed=seed, replication=replication)
        log = play(town, plan, year)
        return measure(town, plan, log), check(log)


def _over(
    executor: Executor,
    played: tuple[Town, Plan, int],
    replications: int,
    on_progress: OnProgress | None,
) -> Replications:
    """Hand out blocks of years, and put what comes back in order."""
    blocks = [
        range(first, min(first + _BLOCK, replications))
        for first in range(0, replications, _BLOCK)
    ]
    futures = [executor.submit(_block, *played, block) for block in blocks]
    done = 0
    for future in as_completed(futures):
        done += len(future.result())
        _report(on_progress, done, replications)
    return _joined([year for future in futures for year in future.result()])


def _block(
    town: Town, plan: Plan, seed: int, block: range
) -> list[tuple[Values, Checks]]:
    return [one_year(town, plan, seed, number) for number in block]


def _joined(years: Sequence[tuple[Values, Checks]]) -> Replications:
    return Replications(
        tuple(values for values, _ in years),
        sum((checks for _, checks in years), Checks()),
    )


def _report(on_progress: OnProgress | None, done: int, replications: int) -> None:
    if on_progress is not None:
        on_progress(done, replications)


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    """Yield a pool of fresh processes; what isn't begun is dropped on an error."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
