"""Intervals: from when pieces came until something became of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from scenarios.language.base import StreamId
from simulation.log import Row

Numbers = npt.NDArray[np.int64]
Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Intervals:
    """One interval a piece.

    Parameters
    ----------
    streams
        The places of the pieces' streams in the order of the town.
    begins, ends
        In microseconds.
    """

    streams: Numbers
    begins: Numbers
    ends: Numbers

    @property
    def of_this_year(self) -> "Intervals":
        """Those that began in the year, and not in the warm-up."""
        return self.where(self.begins >= 0)

    def where(self, chosen: Chosen) -> "Intervals":
        """Return some of them."""
        return Intervals(self.streams[chosen], self.begins[chosen], self.ends[chosen])

    def __add__(self, other: "Intervals") -> "Intervals":
        return Intervals(
            np.concatenate((self.streams, other.streams)),
            np.concatenate((self.begins, other.begins)),
            np.concatenate((self.ends, other.ends)),
        )


Places = Mapping[StreamId, int]
"""Of each stream, its place in the order of the town."""


def intervals(rows: Iterable[Row], places: Places) -> Intervals:
    """Return the intervals of rows, from what they say they are since until they were.

    An interval of a row that says nothing of the kind has no length.
    """
    moments: list[int] = []
    for row in rows:
        begin = row.at if row.since is None else row.since
        moments += (places[row.stream], begin, row.at)
    return _intervals(moments)


def until_first(
    arrived: Iterable[Row], begun: Iterable[Row], places: Places
) -> Intervals:
    """Return the intervals from the arrival of pieces until work on them first began.

    Parameters
    ----------
    arrived
        Rows of the pieces in question.
    begun
        Rows that begin work, in any order.
    places
        The streams' places.
    """
    waiting = {(row.stream, row.piece): row.at for row in arrived}
    moments: list[int] = []
    for row in sorted(begun, key=_MOMENT):
        came = waiting.pop((row.stream, row.piece), None)
        if came is not None:
            moments += (places[row.stream], came, row.at)
    return _intervals(moments)


_MOMENT = attrgetter("at")


def _intervals(moments: list[int]) -> Intervals:
    """Return intervals from a list of stream, begin, end, and so on."""
    return Intervals(*np.array(moments, dtype=np.int64).reshape(-1, 3).T.copy())
