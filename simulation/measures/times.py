"""How long pieces waited and took, and how late they were."""

from collections.abc import Iterator

import numpy as np

from simulation.clock import HOUR
from simulation.measures.dues import Dues
from simulation.measures.intervals import Intervals, Numbers, until_first
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally, split
from simulation.measures.weeks import WEEK
from simulation.rows import Event
from simulation.summary import Key


def time_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield waiting times, times in system, and lateness."""
    yield from _waiting(ledger)
    yield from _in_system(ledger)
    yield from _lateness(ledger)


def _waiting(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    arrived = ledger.table(Event.ARRIVED)
    arrived = arrived.compress(ledger.arriving[ledger.streams[arrived["stream"]]])
    beginnings = [ledger.table(event) for event in (Event.BEGAN, Event.SENT)]
    waited = until_first(arrived, beginnings, ledger.streams)
    time = ledger.working_time.within(waited)
    yield from _tally(ledger, waited, time, unit=HOUR).means("waiting_hours")


def _in_system(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    completed = ledger.completed.of_this_year
    took = completed.where(ledger.arriving[completed.streams])
    time = ledger.working_time.within(took)
    tally = _tally(ledger, took, time, unit=HOUR)
    yield from tally.means("time_in_system_hours")
    yield from tally.percentiles("time_in_system_hours", 50, 90, 95)


def _lateness(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the share of late pieces, and how late those are.

    A piece that is open counts as late once its limit has passed, and doesn't count
    before.
    """
    dues = Dues(ledger)
    left = ledger.left_open
    overdue = left.where(dues.limits(left) < left.ends)
    pieces = (ledger.completed + overdue).of_this_year
    pieces = pieces.where(dues.have(pieces))
    limits = dues.limits(pieces)
    late = pieces.ends > limits
    yield from _tally(ledger, pieces, late.astype(np.int64)).means("late_share")
    excess = Intervals(pieces.streams, limits, pieces.ends).where(late)
    time = ledger.working_time.within(excess)
    hours = _tally(ledger, pieces.where(late), time, unit=HOUR)
    yield from hours.means("late_hours")


def _tally(
    ledger: Ledger, pieces: Intervals, values: Numbers, *, unit: int = 1
) -> Tally:
    """Return a value of each piece, by what it counts for and the week it came in."""
    tally = Tally((*ledger.everywhere, *ledger.weeks), unit=unit)
    streams = split(values, pieces.streams, len(ledger.places))
    for places, of_stream in zip(ledger.places.values(), streams, strict=True):
        tally.extend(places, of_stream)
    weeks = split(values, pieces.begins // WEEK, len(ledger.weeks))
    for week, of_week in zip(ledger.weeks, weeks, strict=True):
        tally.extend([week], of_week)
    return tally
