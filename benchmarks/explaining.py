"""How soon it is known what clashes, and every smallest set of rules to give way.

``python -m benchmarks.explaining`` takes the demo town with one and with several
demands broken at once, under its usual rules and under every rule.
"""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from benchmarks.tables import number, table
from benchmarks.towns import with_every_rule
from benchmarks.towns.broken import overworked, uncertified, unwatched, wanted_twice
from optimizer.explain import explain
from optimizer.outcome import Impossible
from scenarios import Town
from scenarios.load import load

GANLING = Path(__file__).parents[1] / "scenarios" / "ganling"


@click.command()
@click.option("--seconds", default=120.0, show_default=True, help="Limit of each run.")
@click.option("--case", "only", multiple=True, help="Only these cases.")
def main(*, seconds: float, only: tuple[str, ...]) -> None:
    """Print a table of the cases."""
    rows = [
        _row(name, town, seconds)
        for name, town in cases().items()
        if not only or name in only
    ]
    heads = ("case", "rules", "conflict", "relaxations", "complete", "s", "CPU s")
    click.echo(table(heads, rows))


def cases() -> Mapping[str, Town]:
    """Return the towns that can't be staffed."""
    return dict(_cases())


def _cases() -> Iterator[tuple[str, Town]]:
    impossible = load(GANLING / "impossible.yaml")
    flat = load(GANLING / "flat.yaml")
    yield "leads full-time", impossible
    yield "short weeks", overworked(flat)
    yield "narrow spans", unwatched(flat)
    yield "leads full-time, every rule", with_every_rule(impossible)
    every = with_every_rule(flat)
    yield "too few officers", uncertified(every)
    yield "one person at many posts", wanted_twice(every)
    yield "short weeks, every rule", overworked(every)
    yield "too few officers, many posts", wanted_twice(uncertified(every))
    yield "too few officers, narrow spans", unwatched(uncertified(every))
    yield "many posts, short weeks", overworked(wanted_twice(every))
    everything = overworked(unwatched(wanted_twice(uncertified(every))))
    yield "all of these", everything


def _row(name: str, town: Town, seconds: float) -> tuple[str, ...]:
    wall, cpu = time.perf_counter(), time.process_time()
    outcome = explain(town, seconds=seconds)
    spent = time.perf_counter() - wall, time.process_time() - cpu
    rules = sum(settings.mode.value == "hard" for _, settings in town.rules)
    found = (type(outcome).__name__, "–", "–")
    if isinstance(outcome, Impossible):
        found = (
            str(len(outcome.conflict)),
            str(len(outcome.relaxations)),
            "yes" if outcome.complete else "no",
        )
    return name, str(rules), *found, number(spent[0]), number(spent[1])


if __name__ == "__main__":
    main()
