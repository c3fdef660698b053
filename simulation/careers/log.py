"""What happened, row by row; every measure is computed from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scenarios.language.base import PersonId
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import Chair, ChairId


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


class ImbalanceError(RuntimeError):
    """The books of a replication don't balance: a fault of the simulator."""


def check_balance(log: CareerLog, *, present: Mapping[PersonId, object]) -> None:
    """Check that nobody was lost or counted twice, and that no chair had two holders.

    Parameters
    ----------
    log
        What happened.
    present
        Who is there at the end, as the play itself knows it.

    Raises
    ------
    ImbalanceError
        If the rows and the play disagree.
    """
    there = _there_at_the_end(log.rows)
    seated = _seated_at_the_end(log.rows)
    if there != set(present) or not there.issuperset(seated.values()):
        raise ImbalanceError("the rows don't add up to those present at the end")


def _there_at_the_end(rows: Sequence[Row]) -> set[PersonId]:
    """Return who entered and didn't leave; things happen to nobody else."""
    there: set[PersonId] = set()
    for row in rows:
        if (row.person in there) is (row.happened is ENTERED):
            raise ImbalanceError(f"{row}: in the town twice, or not at all")
        if row.happened is ENTERED:
            there.add(row.person)
        elif row.happened is LEFT:
            there.remove(row.person)
    return there


def _seated_at_the_end(rows: Sequence[Row]) -> dict[ChairId, PersonId]:
    """Return who took a chair and didn't give it up; one person at a time."""
    seated: dict[ChairId, PersonId] = {}
    for row in rows:
        holder = seated.get(row.of)
        if row.happened is SEATED:
            if holder is not None:
                raise ImbalanceError(f"{row}: {holder} sits there")
            seated[row.of] = row.person
        elif row.happened is UNSEATED:
            if holder != row.person:
                raise ImbalanceError(f"{row}: {holder} sits there")
            del seated[row.of]
    return seated
