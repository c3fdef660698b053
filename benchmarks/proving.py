"""How soon there is a plan, and how soon each goal is proven.

``python -m benchmarks.proving`` takes the demo town with its usual rules and with every
rule on; ``--people 300 --posts 400 --matters 1000 --workers 2`` takes an invented town.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.product import Watched, watched
from benchmarks.tables import number, table
from benchmarks.towns import town, weighted, with_every_rule
from scenarios import Town
from scenarios.load import load

DEMO = Path(__file__).parents[1] / "scenarios" / "ganling" / "flat.yaml"


@click.command()
@click.option("--people", default=0, help="People of an invented town; 0: the demo.")
@click.option("--posts", default=140, show_default=True)
@click.option("--matters", default=415, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--seconds", default=60.0, show_default=True, help="Limit of each run.")
@click.option("--workers", default=1, show_default=True)
@click.option("--processor-time", is_flag=True, help="For a machine with other work.")
@click.option("--sum/--no-sum", "with_sum", default=False, help="One weighted sum too.")
@click.option("--usual", is_flag=True, help="The usual rules alone.")
def main(  # noqa: PLR0913 - a command's options
    *,
    people: int,
    posts: int,
    matters: int,
    seed: int,
    seconds: float,
    workers: int,
    processor_time: bool,
    with_sum: bool,
    usual: bool,
) -> None:
    """Print a table of goals for each variant of a town."""
    clock = time.process_time if processor_time else time.perf_counter
    made = town(people, posts, matters, seed) if people else load(DEMO)
    for name, variant in _variants(made, usual=usual, with_sum=with_sum):
        click.echo(f"\n{name}: {_size(variant)}; {workers} worker(s)")
        run = watched(variant, seconds=seconds, workers=workers, clock=clock)
        click.echo(f"first plan after {number(run.first_plan())} s")
        heads = ("goal", "value", "bound", "proven", "done after s")
        click.echo(table(heads, _rows(run)))
        if not run.steps:
            click.echo(f"no plan: {type(run.outcome).__name__}")


def _variants(made: Town, *, usual: bool, with_sum: bool) -> Iterator[tuple[str, Town]]:
    yield "usual rules", made
    if not usual:
        yield "every rule", with_every_rule(made)
    if with_sum:
        yield "usual rules, one weighted sum", weighted(made)


def _size(made: Town) -> str:
    sizes = len(made.people), len(made.posts), len(made.matters)
    return "{} people, {} posts, {} matters".format(*sizes)


def _rows(run: Watched) -> Iterator[tuple[str, ...]]:
    for at, step in enumerate(run.steps, start=1):
        proven = "yes" if step.proven else "no"
        done = number(run.done_with(at))
        yield step.goal, str(step.value), str(step.bound), proven, done


if __name__ == "__main__":
    main()
