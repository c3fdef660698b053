"""The product against other ways to staff the same town, side by side in one run.

``python -m benchmarks.compare --people 100 --posts 140 --matters 415 --seconds 120``

The goal is one sum: clashes of overlapping seasons in A- and B-posts, fit, wishes and
moves. Plain CP-SAT and HiGHS solve the model of all pairs of persons and seats.
"""

import time
from collections.abc import Callable, Iterator

import click

from benchmarks.product import watched
from benchmarks.rivals.deferred import deferred
from benchmarks.rivals.greedy import greedy
from benchmarks.rivals.highs import highs
from benchmarks.rivals.plain import plain
from benchmarks.tables import number, percent, table
from benchmarks.timeline import Moment, Timeline
from benchmarks.towns import Size, made_town, weighted
from optimizer.audit import audit
from optimizer.goal import Goal
from optimizer.importance import goals_in_order
from scenarios import Plan, Town

GAPS = (0.2, 0.1, 0.05, 0.02, 0.01, 0.0)
PARTS = (0.05, 0.1, 0.25, 0.5, 1.0)
"""Parts of the time at which values are compared."""

ENDS = ("at the end", "value", "bound", "gap", "seconds", "rules broken")
VALUES = ("value after", "product", "plain CP-SAT", "plain / product")
TIMES = ("until", "product s", "plain CP-SAT s", "plain / product")


@click.command()
@click.option("--people", default=100, show_default=True)
@click.option("--posts", default=140, show_default=True)
@click.option("--matters", default=415, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--seconds", default=60.0, show_default=True, help="Limit of each.")
@click.option(
    "--patience", default=1.0, show_default=True, help="Limits for plain CP-SAT."
)
@click.option("--workers", default=1, show_default=True)
def main(  # noqa: PLR0913 - a command's options
    *,
    people: int,
    posts: int,
    matters: int,
    seed: int,
    seconds: float,
    patience: float,
    workers: int,
) -> None:
    """Print values, bounds and times of all, and the ratios of product to plain."""
    dealt = made_town(Size(people, posts, matters), seed)
    made = weighted(dealt.town)
    goal = goals_in_order(made)[-1]
    ours = watched(made, seconds=seconds, workers=workers).timeline()
    theirs = plain(made, seconds=patience * seconds, workers=workers)
    click.echo(
        f"{people} people, {posts} posts, {matters} matters, {workers} worker(s)"
    )
    rows = [_ended("product", ours, goal), _ended("plain CP-SAT", theirs, goal)]
    rows += _others(made, goal, seconds)
    rows.append(_known("the plan it was made from", made, goal, lambda _: dealt.plan))
    click.echo(f"\n{table(ENDS, rows)}")
    click.echo(f"\n{table(VALUES, _values(ours, theirs, goal, seconds))}")
    click.echo(f"\n{table(TIMES, _times(ours, theirs))}")


def _ended(name: str, timeline: Timeline, goal: Goal) -> tuple[str, ...]:
    return _row(name, timeline.last, goal, timeline.seconds, "0")


def _row(
    name: str, moment: Moment, goal: Goal, seconds: float, broken: str
) -> tuple[str, ...]:
    value, bound = (_scaled(one, goal) for one in (moment.value, moment.bound))
    return name, value, bound, percent(moment.gap), number(seconds), broken


def _scaled(value: float | None, goal: Goal) -> str:
    return number(None if value is None else value / goal.scale, 2)


def _others(made: Town, goal: Goal, seconds: float) -> Iterator[tuple[str, ...]]:
    """Yield the rows of those who tell nothing on the way."""
    answer = highs(made, seconds=seconds)
    broken = "–" if answer.plan is None else str(len(audit(made, answer.plan)))
    moment = answer.moment
    yield _row("HiGHS, pairs made linear", moment, goal, moment.seconds, broken)
    ways: dict[str, Callable[[Town], Plan]] = {
        "greedy": greedy,
        "deferred acceptance, then greedy": deferred,
    }
    for name, way in ways.items():
        yield _known(name, made, goal, way)


def _known(
    name: str, made: Town, goal: Goal, way: Callable[[Town], Plan]
) -> tuple[str, ...]:
    """Return the row of a way that proves nothing."""
    begun = time.perf_counter()
    plan = way(made)
    took = time.perf_counter() - begun
    reached = Moment(took, goal.value(made, plan), None)
    return _row(name, reached, goal, took, str(len(audit(made, plan))))


def _values(
    ours: Timeline, theirs: Timeline, goal: Goal, seconds: float
) -> Iterator[tuple[str, ...]]:
    for part in PARTS:
        at = part * seconds
        mine, other = ours.at(at).value, theirs.at(at).value
        ratio = number(other / mine, 3) if mine and other is not None else "–"
        yield f"{at:g} s", _scaled(mine, goal), _scaled(other, goal), ratio


def _times(ours: Timeline, theirs: Timeline) -> Iterator[tuple[str, ...]]:
    """Yield how long each took to come as far; an end without it is a least time."""
    yield _race("first plan", ours.first_plan(), theirs.first_plan(), theirs)
    value = theirs.last.value
    if value is not None:
        reached = ours.until_value(value), theirs.until_value(value)
        yield _race("plain CP-SAT's last value", *reached, theirs)
    if (last := theirs.last.gap) is not None:
        reached = ours.until_gap(last), theirs.until_gap(last)
        yield _race("plain CP-SAT's last gap", *reached, theirs)
    for gap in GAPS:
        name = f"a gap of {100 * gap:g} %"
        yield _race(name, ours.until_gap(gap), theirs.until_gap(gap), theirs)


def _race(
    name: str, mine: float | None, other: float | None, theirs: Timeline
) -> tuple[str, ...]:
    least = "" if other is not None else "> "
    other_seconds = theirs.seconds if other is None else other
    ratio = "–" if mine is None else f"{least}{number(other_seconds / mine)}"
    return name, number(mine, 2), f"{least}{number(other_seconds, 2)}", ratio


if __name__ == "__main__":
    main()
