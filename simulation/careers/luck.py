"""All the chance of one replication's careers, drawn before anybody starts.

Numbers belong to people and chairs by name, so the same person is called away in the
same month under every design that leaves the person in place, and whoever follows in
a person's place is the same recruit.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scenarios import Town
from scenarios.language.base import PersonId
from scenarios.pseudonyms import original
from simulation.careers.chairs import ChairId
from simulation.careers.chairs_of import chairs as chairs_of
from simulation.careers.chairs_of import is_played
from simulation.streams import Streams

Numbers = NDArray[np.float64]

FIRST_GENERATIONS = 12
"""How many people of a line are drawn for at once; more are drawn where needed."""


class Lot(IntEnum):
    """What the numbers of one person are for."""

    AGE = 0
    SEX = 1
    CALLED = 2
    LOST = 3
    REPLACED = 4
    INSIDE = 5
    RESIGNED = 6
    SECONDED = 7
    EARLY = 8
    LATE = 9


@dataclass(frozen=True, slots=True, eq=False)
class Luck:
    """One replication's chance. All numbers lie between 0 and 1.

    Parameters
    ----------
    lines
        The lines of people in order of the id of the first in each; the rows of what
        follows.
    lots
        By line, generation and `Lot`.
    marks, votes
        By line and year: the mark, and the recommendation, of whoever is there.
    secondments
        By line: the k-th for how long it is from the k-th secondment of anybody in it
        until the next of the same person.
    tenures
        By chair, in the order in which they are filled: the k-th for how long its
        k-th holder stays.
    changes
        By chair and year: whether the holder goes at a change of term.
    streams
        Where more is drawn from.
    """

    lines: tuple[PersonId, ...]
    lots: Numbers
    marks: Numbers
    votes: Numbers
    secondments: Numbers
    tenures: Numbers
    changes: Numbers
    streams: Streams
    _later: dict[tuple[int, int], Numbers] = field(default_factory=dict)

    def of(self, place: int, generation: int) -> Sequence[float]:
        """Return the numbers of one person, by `Lot`."""
        if generation < FIRST_GENERATIONS:
            numbers: list[float] = self.lots[place, generation].tolist()
            return numbers
        block, row = divmod(generation, FIRST_GENERATIONS)
        if (place, block) not in self._later:
            name = _line_name(self.lines[place])
            drawn = self.streams.numbers(name, f"career:{block}", _LOTS)
            self._later[place, block] = drawn.reshape(FIRST_GENERATIONS, len(Lot))
        later: list[float] = self._later[place, block][row].tolist()
        return later

    def recommended(self) -> list[Sequence[float]]:
        """Return each year's recommendation, line by line, in little memory."""
        return [array("d", line.tobytes()) for line in self.votes]

    def excellent_before(self, share: float) -> list[bytes]:
        """Return how many years were marked excellent before each year, line by line.

        Parameters
        ----------
        share
            Of all marks, how many are excellent.
        """
        before = np.zeros((len(self.lines), self.marks.shape[1] + 1), np.uint8)
        np.cumsum(self.marks < share, axis=1, out=before[:, 1:])
        return [line.tobytes() for line in before]


_LOTS = FIRST_GENERATIONS * len(Lot)


@dataclass(frozen=True, slots=True)
class Names:
    """For whom and for how long luck is drawn.

    Parameters
    ----------
    lines
        The people of today's roster, in order of their ids.
    chairs
        The chairs of the design.
    years
        How many years are played.
    """

    lines: tuple[PersonId, ...]
    chairs: tuple[ChairId, ...]
    years: int

    @classmethod
    def of(cls, town: Town) -> Self:
        """Return the names of a town."""
        played = (one.id for one in town.people.values() if is_played(one))
        names = tuple(chair.id for chair in chairs_of(town))
        return cls(tuple(sorted(played, key=original)), names, town.careers.years)


def draw_careers(town: Town, *, seed: int, replication: int) -> Luck:
    """Return the luck of one replication.

    Parameters
    ----------
    town
        Whose people and chairs there are to draw for.
    seed
        The root of all chance in a study.
    replication
        Which replication, from 0.
    """
    return draw_luck(Names.of(town), seed=seed, replication=replication)


def draw_luck(names: Names, *, seed: int, replication: int) -> Luck:
    """Return the luck of one replication, for names that are known already."""
    streams, years = Streams(seed, replication), names.years
    people = np.empty((len(names.lines), _LOTS + 3 * years))
    for row, line in enumerate(names.lines):
        people[row] = streams.numbers(_line_name(line), "career", people.shape[1])
    chairs = np.empty((len(names.chairs), years * 13 + 1))
    for row, chair in enumerate(names.chairs):
        chairs[row] = streams.numbers(f"chair:{chair}", "tenure", chairs.shape[1])
    by_year = people[:, _LOTS : _LOTS + 2 * years].reshape(-1, years, 2)
    return Luck(
        lines=names.lines,
        lots=people[:, :_LOTS].reshape(-1, FIRST_GENERATIONS, len(Lot)),
        marks=by_year[:, :, 0],
        votes=by_year[:, :, 1],
        secondments=people[:, _LOTS + 2 * years :],
        tenures=chairs[:, years:],
        changes=chairs[:, :years],
        streams=streams,
    )


def _line_name(line: PersonId) -> str:
    return f"person:{original(line)}"
