"""All the chance of one replication's careers, drawn before anybody starts.

Numbers belong to people and chairs by name, so the same person is called away in the
same month under every design that leaves the person in place, and whoever follows in
a person's place is the same recruit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from scenarios import Town
from scenarios.language.base import PersonId
from scenarios.pseudonyms import original
from simulation.careers.chairs import Chair, ChairId, chairs, is_played
from simulation.streams import stream

Numbers = NDArray[np.float64]


class Lot(IntEnum):
    """What the numbers of one person are for."""

    AGE = 0
    SEX = 1
    CALLED = 2
    LOST = 3
    REPLACED = 4
    INSIDE = 5


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The luck of somebody on today's roster and of those who follow in the place.

    Parameters
    ----------
    lots
        Numbers from 0 to 1: a row a person of the line, a column a `Lot`. Nobody
        enters and leaves within one month, so a row for each month is enough.
    excellent
        A number from 0 to 1 for each year: the mark of whoever is there.
    """

    lots: Numbers
    excellent: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Luck:
    """One replication's chance.

    Parameters
    ----------
    lines
        By the person of today's roster with whom the line begins.
    tenures
        By chair: numbers from 0 to 1, the k-th for how long its k-th holder stays.
    """

    lines: Mapping[PersonId, Line]
    tenures: Mapping[ChairId, Numbers]


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

    def line(person: PersonId) -> Line:
        name, years = f"person:{original(person)}", town.careers.years
        lots = stream(seed, replication, name, "career")
        marks = stream(seed, replication, name, "excellent")
        return Line(lots.random((years * 12 + 1, len(Lot))), marks.random(years))

    def tenures(chair: Chair) -> Numbers:
        numbers = stream(seed, replication, f"chair:{chair.id}", "tenure")
        return numbers.random(town.careers.years * 12 + 1)

    return Luck(
        {one.id: line(one.id) for one in town.people.values() if is_played(one)},
        {chair.id: tenures(chair) for chair in chairs(town)},
    )
