"""Replications on one process and on several: the speed-up, and a worker's memory.

``python -m benchmarks.playing_workers --replications 12 --workers 2``

Times are by the clock on the wall and say something only on a machine that is idle.
"""

import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import click

from scenarios import Plan
from scenarios.load import load
from simulation.replicate import one_year, replicate

DEMO = Path(__file__).parents[1] / "scenarios" / "ganling"


@click.command()
@click.option("--design", default="flat", show_default=True)
@click.option("--replications", default=12, show_default=True)
@click.option("--workers", default=2, show_default=True)
def main(*, design: str, replications: int, workers: int) -> None:
    """Print a worker's peak of memory, and how much sooner several are done."""
    path = DEMO / f"{design}.yaml"
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        peak = alone.submit(_peak, path).result()
    click.echo(f"memory of a worker after a year: {peak:.0f} MB (aim: below 150)")
    one, first = _timed(path, replications, 1)
    several, other = _timed(path, replications, workers)
    click.echo(
        f"{replications} replications: {one:.1f} s with 1, {several:.1f} s with "
        f"{workers}: {one / several:.2f} times as fast (aim: 1.8 with 2)"
    )
    click.echo("the same values" if first == other else "OTHER VALUES")


def _peak(path: Path) -> float:
    """Return the most megabytes that a year takes, in a process of its own."""
    town = load(path)
    one_year(town, Plan.today(town), 1, 0)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(path: Path, replications: int, workers: int) -> tuple[float, str]:
    town = load(path)
    plan = Plan.today(town)
    begun = time.perf_counter()
    done = replicate(town, plan, seed=1, replications=replications, workers=workers)
    return time.perf_counter() - begun, repr(done)


if __name__ == "__main__":
    main()
