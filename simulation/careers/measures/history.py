"""Each person's way through the years, read from the log."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios import Town
from scenarios.language.people import Identity, Sex
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import Chair, ChairId, Level
from simulation.careers.log import CareerLog, Happened, Row

STAFF = frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF})
"""Whose chances are measured; the others have no ladder and no seats."""

AGES = ((30, "age_30"), (40, "age_31_40"), (50, "age_41_50"), (200, "age_51"))
"""Cohorts by age at the start: the oldest of each."""

SEXES = ("men", "women")


@dataclass(frozen=True, slots=True)
class History:
    """What became of a person.

    Parameters
    ----------
    cadre
        The person, as on entering.
    left
        The month of leaving the town.
    rank_rises
        The months of stepping up a rung.
    seat_rises
        The months of taking a seat higher than any title held before, with its level.
    rung, rung_since
        The last place on the ladder, and since when.
    seated
        The level of the seat held last, 0 for none.
    """

    cadre: Cadre
    left: int | None
    rank_rises: tuple[int, ...]
    seat_rises: tuple[tuple[int, Level], ...]
    rung: int
    rung_since: int
    seated: int

    @property
    def first_rise(self) -> int | None:
        """The month of the first rise of either kind."""
        rises = (*self.rank_rises, *(month for month, _ in self.seat_rises))
        return min(rises, default=None)

    @property
    def first_rank_rise(self) -> int | None:
        """The month of the first step up a rung."""
        return min(self.rank_rises, default=None)

    @property
    def first_seat_rise(self) -> int | None:
        """The month of the first seat higher than any title held before."""
        return min((month for month, _ in self.seat_rises), default=None)


def histories(log: CareerLog) -> tuple[History, ...]:
    """Return everybody's history, in order of entering."""
    rows: dict[str, list[Row]] = {cadre.id: [] for cadre in log.cadres}
    for row in log.rows:
        rows[row.person].append(row)
    chairs = {chair.id: chair for chair in log.chairs}
    return tuple(_history(one, rows[one.id], chairs, log.start) for one in log.cadres)


def todays_staff(log: CareerLog, all_: Iterable[History]) -> tuple[History, ...]:
    """Return those of today's roster whose chances are measured: leaders have risen."""
    return tuple(
        one
        for one in all_
        if one.cadre.entered < log.start
        and one.cadre.identity in STAFF
        and one.cadre.title is not Level.LEADER
    )


def all_groups(town: Town) -> tuple[str, ...]:
    """Return everything that a measure of people may be of, in the order of reading."""
    rungs = (rung for ladder in town.ladders.values() for rung in ladder.rungs)
    cohorts = (*(name for _, name in AGES), *(one.value for one in Identity), *SEXES)
    return (
        "town",
        *(f"cohort:{cohort}" for cohort in cohorts),
        *(f"rung:{rung}" for rung in rungs),
    )


def groups(town: Town, cadre: Cadre, start: int) -> tuple[str, ...]:
    """Return what a measure of this person is of: the town, cohorts, today's rung."""
    age = (start - cadre.born) // 12
    band = next(name for oldest, name in AGES if age <= oldest)
    sex = SEXES[cadre.sex is Sex.FEMALE]
    cohorts = (f"cohort:{name}" for name in (band, cadre.identity.value, sex))
    if cadre.ladder is None or cadre.rung < 0:
        return ("town", *cohorts)
    rung = list(town.ladders[cadre.ladder].rungs)[cadre.rung]
    return ("town", *cohorts, f"rung:{rung}")


def _history(
    cadre: Cadre, rows: Iterable[Row], chairs: dict[ChairId, Chair], start: int
) -> History:
    left: int | None = None
    rank_rises: list[int] = []
    seat_rises: list[tuple[int, Level]] = []
    rung, since = cadre.rung, cadre.rung_since
    highest, seated = int(cadre.title or 0), 0
    for row in rows:
        match row.happened:
            case Happened.LEFT:
                left = row.month
            case Happened.PROMOTED:
                rank_rises.append(row.month)
                rung, since = rung + 1, row.month
            case Happened.CONFIRMED:
                rung, since = 0, cadre.confirmed(start)
            case Happened.SEATED if chairs[row.of].titled:
                seated = chairs[row.of].level
                if seated > highest:
                    highest = seated
                    seat_rises.append((row.month, chairs[row.of].level))
            case Happened.UNSEATED if chairs[row.of].titled:
                seated = 0
            case _:
                pass
    return History(
        cadre, left, tuple(rank_rises), tuple(seat_rises), rung, since, seated
    )
