"""How the time of a played year grows, up to a county of as many towns as one has.

``python -m benchmarks.playing_growth --towns 3 --towns 26``

Each size is a county of copies of the demo town, played in a process of its own.
"""

import math
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import click

from benchmarks.tables import number, table
from benchmarks.towns.copies import copies
from scenarios import Plan
from scenarios.load import load
from simulation.draw import draw_year
from simulation.play import play
from simulation.play.kernel import without_collection
from simulation.rows import Event

DEMO = Path(__file__).parents[1] / "scenarios" / "ganling" / "flat.yaml"
HEADS = ("towns", "people", "pieces", "rows", "CPU s", "us a piece", "peak MB")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a county of so many towns took to draw and play."""

    towns: int
    people: int
    pieces: int
    rows: int
    seconds: float
    peak: float
    """Megabytes."""


@click.command()
@click.option("--towns", default=(3, 26), show_default=True, multiple=True)
@click.option("--one-leader", is_flag=True, help="One leader is above all towns.")
def main(*, towns: tuple[int, ...], one_leader: bool) -> None:
    """Print a table of sizes, and the exponent between the first and the last."""
    ran = []
    for count in towns:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            ran.append(alone.submit(_run, count, one_leader=one_leader).result())
    click.echo(table(HEADS, map(_row, ran)))
    first, last = ran[0], ran[-1]
    if last.pieces > first.pieces:
        more = math.log(last.pieces / first.pieces)
        growth = math.log(last.seconds / first.seconds) / more
        click.echo(f"\ntime ~ pieces ^ {growth:.3f} (aim: at most 1.05)")


def _run(towns: int, *, one_leader: bool) -> Ran:
    county = copies(load(DEMO), towns, one_leader=one_leader)
    plan = Plan.today(county)
    begun = time.process_time()
    with without_collection():
        log = play(county, plan, draw_year(county, seed=1, replication=0))
    seconds = time.process_time() - begun
    pieces = len(log.by_event[Event.ARRIVED])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Ran(towns, len(county.people), pieces, len(log), seconds, peak)


def _row(ran: Ran) -> tuple[str, ...]:
    sizes = (ran.towns, ran.people, ran.pieces, ran.rows)
    each = ran.seconds / ran.pieces * 1e6
    costs = (number(ran.seconds), number(each), number(ran.peak, 0))
    return *(f"{size:,}" for size in sizes), *costs


if __name__ == "__main__":
    main()
