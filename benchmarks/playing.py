"""The demo town's year: beside plain SimPy, on a bare heap, and part by part.

``python -m benchmarks.playing --rounds 5``

All is timed in one run and in turns, in processor time; the digests of all events are
compared too. The year in plain SimPy is the oracle of the tests. What is compiled can't
be put on a bare heap, which is then left out.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from benchmarks.heap_kernel import bare_heap
from benchmarks.ratios import in_turns, told
from scenarios import Plan, Town
from scenarios.load import load
from simulation.compiled import is_compiled
from simulation.draw import Year, draw_year
from simulation.log import Log
from simulation.measures import measure
from simulation.measures.checks import check
from simulation.play import play
from simulation.play.kernel import without_collection
from simulation.replicate import one_year
from simulation.rows import Event, Row
from tests.simulation.oracle.digest import digest
from tests.simulation.oracle.year import played

DEMO = Path(__file__).parents[1] / "scenarios" / "ganling"

Played = Log | list[Row]

WAYS = {"in plain SimPy": "at least 4", "on a bare heap": "at least 0.63"}
PARTS = {"a whole replication": "0.6 s"}


@click.command()
@click.option("--design", default="flat", show_default=True)
@click.option("--rounds", default=5, show_default=True)
def main(*, design: str, rounds: int) -> None:
    """Print the year's times, and those of a replication's parts."""
    town = load(DEMO / f"{design}.yaml")
    plan = Plan.today(town)
    year = draw_year(town, seed=1, replication=0)
    log = play(town, plan, year)
    pieces = len(log.by_event[Event.ARRIVED])
    build = "compiled" if is_compiled() else "plain Python"
    click.echo(f"{design}: {pieces:,} pieces, {len(log):,} rows; {build}")
    ways: dict[str, Callable[[], Played]] = {
        "the play": lambda: play(town, plan, year),
        "in plain SimPy": lambda: played(town, plan, year),
    }
    if not is_compiled():
        ways["on a bare heap"] = lambda: _on_a_bare_heap(town, plan, year)
    click.echo(_digests(ways))
    with without_collection():
        click.echo(f"\n{told(in_turns(ways, rounds), WAYS)}")
        parts = {
            "a whole replication": lambda: one_year(town, plan, 1, 0),
            "draw": lambda: draw_year(town, seed=1, replication=0),
            "play": lambda: play(town, plan, year),
            "measure": lambda: measure(town, plan, log),
            "check": lambda: check(log),
        }
        click.echo(f"\n{told(in_turns(parts, rounds), PARTS)}")


def _digests(ways: Mapping[str, Callable[[], Played]]) -> str:
    own, *others = (_digest(way()) for way in ways.values())
    same = ("the same events" if other == own else "OTHER EVENTS" for other in others)
    return "; ".join(map(": ".join, zip([*ways][1:], same, strict=True)))


def _digest(year: Played) -> str:
    return digest(year.rows if isinstance(year, Log) else year)


def _on_a_bare_heap(town: Town, plan: Plan, year: Year) -> Log:
    with bare_heap():
        return play(town, plan, year)


if __name__ == "__main__":
    main()
