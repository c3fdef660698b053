"""Pieces of work: how many came, what became of them, and how many lay open when."""

from collections.abc import Iterator

import numpy as np

from simulation.measures.intervals import Intervals, Numbers, intervals
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally
from simulation.measures.weeks import WEEK
from simulation.rows import Event
from simulation.summary import Key


def piece_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield counts of pieces: in a year's balance, two equal the other three."""
    arrived = intervals(ledger.table(Event.ARRIVED), ledger.streams)
    dropped = intervals(ledger.table(Event.DROPPED), ledger.streams)
    completed, left = ledger.completed, ledger.left_open
    gone = completed + dropped + left
    backlog = gone.where(gone.begins < 0)
    yield from _counts(ledger, arrived).sums("arrived")
    yield from _counts(ledger, backlog).sums("backlog_at_start")
    yield from _counts(ledger, completed).sums("completed")
    yield from _counts(ledger, dropped).sums("dropped")
    yield from _counts(ledger, left).sums("open_at_end")
    came, done, lost = (_weekly(ledger, one) for one in (arrived, completed, dropped))
    left_each_week = len(backlog.ends) + np.cumsum(came - done - lost)
    yield from _of_weeks("arrived", ledger, came)
    yield from _of_weeks("completed", ledger, done)
    yield from _of_weeks("dropped", ledger, lost)
    yield from _of_weeks("open_at_week_end", ledger, left_each_week)


def _counts(ledger: Ledger, pieces: Intervals) -> Tally:
    """Return how many pieces there are, by what their streams count for."""
    numbers = np.bincount(pieces.streams, minlength=len(ledger.places))
    tally = Tally(ledger.everywhere)
    for places, number in zip(ledger.places.values(), numbers, strict=True):
        tally.extend(places, [number])
    return tally


def _weekly(ledger: Ledger, pieces: Intervals) -> Numbers:
    """Return how many pieces there are by the week in which they came or went."""
    return np.bincount(pieces.ends // WEEK, minlength=len(ledger.weeks))


def _of_weeks(
    name: str, ledger: Ledger, numbers: Numbers
) -> Iterator[tuple[Key, float]]:
    for week, number in zip(ledger.weeks, numbers.tolist(), strict=True):
        yield (name, week), float(number)
