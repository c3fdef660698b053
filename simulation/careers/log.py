"""What happened, row by row; every measure is computed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scenarios.language.base import PersonId
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import Chair


class Happened(StrEnum):
    """What a row tells."""

    ENTERED = "entered"
    LEFT = "left"
    SEATED = "seated"
    UNSEATED = "unseated"
    CONFIRMED = "confirmed"
    PROMOTED = "promoted"
    SECONDED = "seconded"


ENTERED, LEFT, SEATED, UNSEATED, CONFIRMED, PROMOTED, SECONDED = Happened
"""The same by short names, which are looked up without asking the class."""


class Row(NamedTuple):
    """One thing that happened to one person.

    Parameters
    ----------
    month
        When, in months since year 0; the month before the first is the eve, on which
        the chairs of the design are given out.
    happened
        What.
    person
        To whom.
    of
        The reason of leaving, the chair, or the rung.
    chain
        Which chain of vacancies the row belongs to, if it is part of one.
    candidates
        How many stood for the chair, the one who got it among them.
    """

    month: int
    happened: Happened
    person: PersonId
    of: str = ""
    chain: int | None = None
    candidates: int = 0


@dataclass(frozen=True, slots=True)
class CareerLog:
    """The careers of one replication.

    Parameters
    ----------
    start
        The first month, in months since year 0.
    months
        How many months were played.
    cadres
        Everybody who was ever there, as on entering, in order of entering.
    chairs
        The chairs of the design.
    rows
        What happened, in order.
    points
        The points of those who are there at the end.
    """

    start: int
    months: int
    cadres: tuple[Cadre, ...]
    chairs: tuple[Chair, ...]
    rows: tuple[Row, ...]
    points: Mapping[PersonId, float]
