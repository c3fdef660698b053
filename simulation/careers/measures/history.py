"""Each person's way through the years, read from the log."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scenarios import Town
from scenarios.language.people import Identity, Sex
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import Chair, ChairId, Level
from simulation.careers.log import (
    CONFIRMED,
    LEFT,
    PROMOTED,
    SEATED,
    UNSEATED,
    CareerLog,
    Happened,
    Row,
)

STAFF = frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF})
"""Whose chances are measured; the others have no ladder and no seats."""

AGES = ((30, "age_30"), (40, "age_31_40"), (50, "age_41_50"), (200, "age_51"))
"""Cohorts by age at the start: the oldest of each."""

SEXES = ("men", "women")


class Sitting(NamedTuple):
    """A time in a chair; without an end if it lasts."""

    chair: Chair
    since: int
    until: int | None


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
    confirmed
        The month of stepping on the ladder, of those who came below it.
    sittings
        The chairs that the person held.
    """

    cadre: Cadre
    left: int | None
    rank_rises: tuple[int, ...]
    seat_rises: tuple[tuple[int, Level], ...]
    rung: int
    rung_since: int
    seated: int
    confirmed: int | None
    sittings: tuple[Sitting, ...]

    def is_there(self, month: int) -> bool:
        """Tell whether the person is in the town at the end of a month."""
        return self.cadre.entered <= month and (self.left is None or self.left > month)

    def rung_at(self, month: int) -> int:
        """Return the place on the ladder at the end of a month; below 0 for none."""
        below = self.cadre.rung < 0
        if below and (self.confirmed is None or self.confirmed > month):
            return self.cadre.rung
        first = 0 if below else self.cadre.rung
        return first + sum(rise <= month for rise in self.rank_rises)

    def holds(self, month: int) -> tuple[Chair, ...]:
        """Return the chairs held at the end of a month."""
        return tuple(
            one.chair
            for one in self.sittings
            if one.since <= month and (one.until is None or one.until > month)
        )

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


def of_year(log: CareerLog, years: int, of: str = "town") -> str:
    """Return what a measure at the end of the so-manieth year is of."""
    year = f"year:{log.start // 12 + years - 1}"
    return year if of == "town" else f"{year}+{of.partition(':')[2]}"


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
    cadre: Cadre, rows: Sequence[Row], chairs: dict[ChairId, Chair], start: int
) -> History:
    rank_rises = tuple(row.month for row in rows if row.happened is PROMOTED)
    confirmed = _first(rows, CONFIRMED)
    rung, since = cadre.rung, cadre.rung_since
    if confirmed is not None:
        rung, since = 0, cadre.confirmed(start)
    sittings = tuple(_sittings(rows, chairs))
    titled = [one for one in sittings if one.chair.titled]
    last = titled[-1] if titled else None
    return History(
        cadre=cadre,
        left=_first(rows, LEFT),
        rank_rises=rank_rises,
        seat_rises=tuple(_seat_rises(titled, int(cadre.title or 0))),
        rung=rung + len(rank_rises),
        rung_since=rank_rises[-1] if rank_rises else since,
        seated=last.chair.level if last and last.until is None else 0,
        confirmed=confirmed,
        sittings=sittings,
    )


def _first(rows: Iterable[Row], happened: Happened) -> int | None:
    return next((row.month for row in rows if row.happened is happened), None)


def _sittings(rows: Sequence[Row], chairs: dict[ChairId, Chair]) -> Iterator[Sitting]:
    """Yield somebody's times in chairs, in order of their beginnings."""
    for place, row in enumerate(rows):
        if row.happened is SEATED:
            ends = (
                one.month
                for one in rows[place:]
                if one.happened is UNSEATED and one.of == row.of
            )
            yield Sitting(chairs[row.of], row.month, next(ends, None))


def _seat_rises(titled: Iterable[Sitting], highest: int) -> Iterator[tuple[int, Level]]:
    """Yield the seats that were higher than any title before."""
    for one in titled:
        if one.chair.level > highest:
            highest = one.chair.level
            yield one.since, one.chair.level
