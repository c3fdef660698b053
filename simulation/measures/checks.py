"""Checks of every year that is played: nothing is lost, and times add up."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from simulation.clock import NEVER
from simulation.log import Log
from simulation.measures.intervals import Chosen, Numbers, smallest
from simulation.rows import EVENTS, Event
from simulation.tables import Table, joined


@dataclass(frozen=True, slots=True)
class Checks:
    """What was checked, and what was found broken.

    Parameters
    ----------
    pieces
        Pieces that arrived, in the warm-up or in the year.
    lost
        Pieces that are neither completed nor dropped nor open, or more than one.
    astray
        By how many microseconds the time in system summed over pieces differs from
        the number in system summed over time (Little's law on the path itself).
    doubly_busy
        Spells of work that overlap another of the same person.
    """

    pieces: int = 0
    lost: int = 0
    astray: int = 0
    doubly_busy: int = 0

    @property
    def hold(self) -> bool:
        """Whether nothing was found broken."""
        return self.lost == self.astray == self.doubly_busy == 0

    def __add__(self, other: "Checks") -> "Checks":
        return Checks(
            self.pieces + other.pieces,
            self.lost + other.lost,
            self.astray + other.astray,
            self.doubly_busy + other.doubly_busy,
        )


def check(log: Log) -> Checks:
    """Check a year that was played."""
    rows = log.by_event
    left = rows[Event.OPEN]
    left = left.compress(left["person"] == 0)
    ends = joined([rows[Event.COMPLETED], rows[Event.DROPPED], left])
    arrived = rows[Event.ARRIVED]
    came, went = np.unique(_pieces(arrived)), np.unique(_pieces(ends))
    repeated = len(arrived) - len(came) + len(ends) - len(went)
    return Checks(
        pieces=len(arrived),
        lost=len(np.setxor1d(came, went, assume_unique=True)) + repeated,
        astray=_astray(arrived, ends),
        doubly_busy=_doubly_busy(log.table),
    )


def _pieces(rows: Table) -> Numbers:
    """Return a number for the piece of each row."""
    pieces: Numbers = rows["stream"].astype(np.int64) << 32 | rows["piece"]
    return pieces


def _astray(arrived: Table, ends: Table) -> int:
    """Compare the two ways to sum up time in system.

    One goes through pieces, by what their last row says of their arrival; the other
    through time, by how many have come and not gone.
    """
    since = ends["since"]
    through_pieces = int(np.sum((ends["at"] - since)[since != NEVER]))
    moments = np.concatenate((arrived["at"], ends["at"]))
    changes = np.repeat((1, -1), (len(arrived), len(ends)))
    order = np.argsort(moments, kind="stable")
    inside = np.cumsum(changes[order])[:-1]
    # Where 64 bits don't hold a sum, both lack the same, and so does no difference.
    through_time = int(np.sum(inside * np.diff(moments[order])))
    return abs(through_time - through_pieces)


def _doubly_busy(table: Table) -> int:
    """Count beginnings of work by people who have something in hand already.

    What is cut may have been interrupted before, and not be in hand.
    """
    rows = table.compress(_are(table, (*_BEGINS, *_BREAKS)))
    rows = rows.take(np.argsort(smallest(rows["person"]), kind="stable"))
    people, pieces = rows["person"], _pieces(rows)
    begins = _are(rows, _BEGINS)
    places = np.flatnonzero(begins)
    # For each row, which beginning is the last before it or is itself.
    last = np.cumsum(begins) - 1
    ends = np.flatnonzero(~begins & (last >= 0))
    last = last[ends]
    of_same = people[places[last]] == people[ends]
    is_over = np.zeros(len(places), bool)
    is_over[last[of_same & (pieces[places[last]] == pieces[ends])]] = True
    is_followed = people[places[1:]] == people[places[:-1]]
    return int(np.count_nonzero(is_followed & ~is_over[:-1]))


def _are(table: Table, events: Iterable[Event]) -> Chosen:
    """Return which rows are of some events."""
    asked = np.array([event in events for event in EVENTS])
    chosen: Chosen = asked[table["event"]]
    return chosen


_BEGINS = (Event.BEGAN, Event.RESUMED)
_BREAKS = (Event.ENDED, Event.INTERRUPTED, Event.CUT)
