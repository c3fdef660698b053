"""Intervals: from when pieces came until something became of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from simulation.clock import NEVER
from simulation.tables import Table

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


def intervals(rows: Table, streams: Numbers) -> Intervals:
    """Return the intervals of rows, from what they say they are since until they were.

    An interval of a row that says nothing of the kind has no length.

    Parameters
    ----------
    rows
        The rows.
    streams
        For the code of each text, the place of the stream of this name.
    """
    ends = rows["at"].copy()
    begins = np.where(rows["since"] == NEVER, ends, rows["since"])
    return Intervals(streams[rows["stream"]], begins, ends)


def smallest(numbers: Numbers) -> npt.NDArray[np.unsignedinteger]:
    """Return numbers from 0 on in as few bits as they need; so they sort far sooner."""
    return numbers.astype(np.min_scalar_type(numbers.max(initial=0)))


def until_first(
    arrived: Table, beginnings: Sequence[Table], streams: Numbers
) -> Intervals:
    """Return the intervals from the arrival of pieces until work on them first began.

    Parameters
    ----------
    arrived
        Rows of the pieces in question.
    beginnings
        Rows that begin work.
    streams
        For the code of each text, the place of the stream of this name.
    """
    most = max(int(rows["piece"].max(initial=0)) for rows in (arrived, *beginnings))

    def pieces(rows: Table) -> Numbers:
        found: Numbers = streams[rows["stream"]] * (most + 1) + rows["piece"]
        return found

    first = np.full((int(streams.max(initial=0)) + 1) * (most + 1), NEVER)
    for rows in beginnings:
        np.minimum.at(first, pieces(rows), rows["at"])
    found = Intervals(
        streams[arrived["stream"]], arrived["at"].copy(), first[pieces(arrived)]
    )
    return found.where(found.ends < NEVER)
