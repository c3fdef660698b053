"""A county of many towns: the gap over time, memory, and how time grows with size.

``python -m benchmarks.county --towns 25 --seconds 600 --workers 2``

Each size runs in a process of its own, so that its peak of memory is its own.
"""

import math
import resource
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import click

from benchmarks.product import watched
from benchmarks.tables import number, percent, table
from benchmarks.timeline import Timeline
from benchmarks.towns import Size, county, weighted
from optimizer.goals.clashes import CLASHES

AIM = 0.01
"""The gap that a county is to come to."""

LEAST_SECONDS = 60.0
"""What the smallest county may take; others take their part of the time."""

PARTS = (0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
STEPS = (0.04, 0.2, 1.0)
"""Parts of the county whose times are compared."""

GAPS = ("after", "value", "bound", "gap")
SIZES = ("people", "first plan s", "gap of 1 % s", "all s", "last gap", "peak GB")


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a county of so many towns, and the most memory it took."""

    towns: int
    people: int
    timeline: Timeline
    gigabytes: float


@click.command()
@click.option("--towns", default=25, show_default=True)
@click.option("--people", default=100, show_default=True, help="Of each town.")
@click.option("--posts", default=140, show_default=True, help="Of each town.")
@click.option("--matters", default=415, show_default=True, help="Of each town.")
@click.option("--seconds", default=600.0, show_default=True, help="Limit of all towns.")
@click.option("--workers", default=2, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(  # noqa: PLR0913 - a command's options
    *,
    towns: int,
    people: int,
    posts: int,
    matters: int,
    seconds: float,
    workers: int,
    seed: int,
) -> None:
    """Print gaps over time for the county, then times and memory by size."""
    size = Size(people, posts, matters)
    counts = sorted({max(1, round(part * towns)) for part in STEPS})
    times = [max(LEAST_SECONDS, seconds * count / towns) for count in counts]
    runs = [
        _alone(count, size, seed, limit, workers)
        for count, limit in zip(counts, times, strict=True)
    ]
    last = runs[-1]
    click.echo(f"{last.towns} towns, {last.people} people, {workers} worker(s)")
    click.echo(f"\n{table(GAPS, _gaps(last.timeline, seconds))}")
    click.echo(f"\n{table(SIZES, map(_row, runs))}")
    firsts = [(run.people, run.timeline.first_plan()) for run in runs]
    click.echo(f"\ngrowth of the time to a first plan: {_growth(firsts)}")
    narrow = [(run.people, run.timeline.until_gap(AIM)) for run in runs]
    click.echo(f"growth of the time to a gap of 1 %: {_growth(narrow)}")


def _alone(count: int, size: Size, seed: int, seconds: float, workers: int) -> Ran:
    spawn = get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=spawn) as process:
        return process.submit(_ran, count, size, seed, seconds, workers).result()


def _ran(count: int, size: Size, seed: int, seconds: float, workers: int) -> Ran:
    made = weighted(county(count, size, seed))
    timeline = watched(made, seconds=seconds, workers=workers).timeline()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kilobytes = peak / 1024 if sys.platform == "darwin" else peak
    return Ran(count, len(made.people), timeline, kilobytes / 1e6)


def _gaps(timeline: Timeline, seconds: float) -> Iterator[tuple[str, ...]]:
    for part in PARTS:
        known = timeline.at(part * seconds)
        value, bound = (
            number(None if one is None else one / CLASHES.scale, 2)
            for one in (known.value, known.bound)
        )
        yield f"{part * seconds:g} s", value, bound, percent(known.gap)


def _row(run: Ran) -> tuple[str, ...]:
    line = run.timeline
    return (
        f"{run.people:,}",
        number(line.first_plan()),
        number(line.until_gap(AIM)),
        number(line.seconds),
        percent(line.last.gap),
        number(run.gigabytes, 2),
    )


def _growth(times: Sequence[tuple[int, float | None]]) -> str:
    """Return the exponent of time in size between the smallest and the largest."""
    (few, soon), (many, late) = times[0], times[-1]
    if soon is None or late is None or few == many:
        return "not known, as not every size came to it"
    exponent = math.log(late / soon) / math.log(many / few)
    return f"time ~ people ^ {exponent:.2f}, from {few} to {many}"


if __name__ == "__main__":
    main()
