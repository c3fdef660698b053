"""Intervals: from when pieces came until something became of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenarios.language.base import StreamId
from simulation.log import Piece, Row, piece_of

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
    rows = [*rows]
    return Intervals(
        numbers(places[row.stream] for row in rows),
        numbers(row.at if row.since is None else row.since for row in rows),
        numbers(row.at for row in rows),
    )


def until_first(
    arrived: Iterable[Row], often: Sequence[Row], seldom: Sequence[Row], places: Places
) -> Intervals:
    """Return the intervals from the arrival of pieces until work on them first began.

    Parameters
    ----------
    arrived
        Rows of the pieces in question.
    often, seldom
        Rows of two kinds that begin work, each in the order of time.
    places
        The streams' places.
    """
    first = _first(often)
    for piece, moment in _first(seldom).items():
        first[piece] = min(moment, first.get(piece, moment))
    found = [row for row in arrived if piece_of(row) in first]
    return Intervals(
        numbers(places[row.stream] for row in found),
        numbers(row.at for row in found),
        numbers(first[piece_of(row)] for row in found),
    )


def _first(rows: Sequence[Row]) -> dict[Piece, int]:
    """Return when each piece first had such a row."""
    return {piece_of(row): row.at for row in reversed(rows)}


def numbers(values: Iterable[int]) -> Numbers:
    """Return whole numbers as an array, without a list of them in between."""
    return np.fromiter(values, dtype=np.int64)
