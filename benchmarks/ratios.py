"""Ways to do the same thing, timed in turns in one run: ratios, not seconds, count."""

import time
from collections.abc import Callable, Iterator, Mapping
from statistics import median

from benchmarks.tables import number, table


def spent(act: Callable[[], object]) -> float:
    """Return the processor time that something takes."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def in_turns(
    ways: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, list[float]]:
    """Return the times of each way, one a round, all ways in every round."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, act in ways.items():
            times[name].append(spent(act))
    return times


def told(times: Mapping[str, list[float]], aims: Mapping[str, str]) -> str:
    """Return a table of medians, and of ratios to the first way within a round."""
    return table(("", "CPU s", "of the first", "aim"), _rows(times, aims))


def _rows(
    times: Mapping[str, list[float]], aims: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    first = next(iter(times.values()))
    for name, found in times.items():
        ratio = median(one / base for one, base in zip(found, first, strict=True))
        yield name, number(median(found), 3), number(ratio, 2), aims.get(name, "")
