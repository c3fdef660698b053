"""Checks of every year that is played: nothing is lost, and times add up."""

from dataclasses import dataclass

import numpy as np

from simulation.log import Event, Log, Piece, Row, by_event, piece_of
from simulation.measures.intervals import numbers


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
    rows = by_event(log)
    left = [row for row in rows[Event.OPEN] if not row.person]
    ends = [*rows[Event.COMPLETED], *rows[Event.DROPPED], *left]
    arrived = rows[Event.ARRIVED]
    came = {*map(piece_of, arrived)}
    went = {*map(piece_of, ends)}
    repeated = len(arrived) - len(came) + len(ends) - len(went)
    return Checks(
        pieces=len(arrived),
        lost=len(came ^ went) + repeated,
        astray=_astray(arrived, ends),
        doubly_busy=_doubly_busy(log),
    )


def _astray(arrived: list[Row], ends: list[Row]) -> int:
    """Compare the two ways to sum up time in system.

    One goes through pieces, by what their last row says of their arrival; the other
    through time, by how many have come and not gone.
    """
    through_pieces = sum(row.at - row.since for row in ends if row.since is not None)
    moments = numbers(row.at for row in (*arrived, *ends))
    changes = np.repeat((1, -1), (len(arrived), len(ends)))
    order = np.argsort(moments, kind="stable")
    inside = np.cumsum(changes[order])[:-1]
    products: list[int] = (inside * np.diff(moments[order])).tolist()
    return abs(sum(products) - through_pieces)


def _doubly_busy(log: Log) -> int:
    """Count beginnings of work by people who have something in hand already."""
    in_hand: dict[str, Piece] = {}
    found = 0
    for row in log.rows:
        if row.event in _BEGINS:
            found += row.person in in_hand
            in_hand[row.person] = piece_of(row)
        elif row.event in _BREAKS and in_hand.get(row.person) == piece_of(row):
            # What is cut may have been interrupted before, and not be in hand.
            del in_hand[row.person]
    return found


_BEGINS = frozenset({Event.BEGAN, Event.RESUMED})
_BREAKS = frozenset({Event.ENDED, Event.INTERRUPTED, Event.CUT})
