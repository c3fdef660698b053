"""Lines: what waits for a pool, as far as some people may take it."""

from itertools import dropwhile, takewhile

from tests.simulation.oracle.asks import ROUTINE


def heads(pools, line_of, passed_over):
    """Yield the most pressing of each line."""
    for pool in pools:
        line = (ask for ask in line_of(pool) if ask not in passed_over)
        if (head := next(line, None)) is not None:
            yield head


def pressing(pool):
    """Return what may interrupt."""
    return takewhile(lambda ask: ask.level > ROUTINE, pool.waiting)


def routine(pool):
    """Return what waits its turn."""
    return dropwhile(lambda ask: ask.level > ROUTINE, pool.waiting)


def open_to_backups(pool):
    """Return what backups may take: everything, while no holder is there."""
    if not pool.holders_present():
        return iter(pool.waiting)
    return (ask for ask in pool.waiting if ask.for_backups)
