"""Each person's way through the years, read from the log."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scenarios.language.people import Identity
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

    def years_there(self, log: CareerLog) -> range:
        """Return the years, from 0, at whose ends the person is in the town."""
        first = max(0, (self.cadre.entered - log.start) // 12)
        end = log.start + log.months if self.left is None else self.left
        return range(first, (end - log.start) // 12)

    def rung_at(self, month: int) -> int:
        """Return the place on the ladder at the end of a month; below 0 for none."""
        below = self.cadre.rung < 0
        if below and (self.confirmed is None or self.confirmed > month):
            return self.cadre.rung
        return (0 if below else self.cadre.rung) + bisect_right(self.rank_rises, month)

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
        rank, seat = self.first_rank_rise, self.first_seat_rise
        if rank is None or seat is None:
            return rank if seat is None else seat
        return min(rank, seat)

    @property
    def first_rank_rise(self) -> int | None:
        """The month of the first step up a rung."""
        return self.rank_rises[0] if self.rank_rises else None

    @property
    def first_seat_rise(self) -> int | None:
        """The month of the first seat higher than any title held before."""
        return self.seat_rises[0][0] if self.seat_rises else None


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


def _history(
    cadre: Cadre, rows: Sequence[Row], chairs: dict[ChairId, Chair], start: int
) -> History:
    months: dict[Happened, list[int]] = {PROMOTED: [], CONFIRMED: [], LEFT: []}
    for row in rows:
        if row.happened in months:
            months[row.happened].append(row.month)
    rank_rises = tuple(months[PROMOTED])
    left, confirmed = _only(months[LEFT]), _only(months[CONFIRMED])
    rung, since = cadre.rung, cadre.rung_since
    if confirmed is not None:
        rung, since = 0, cadre.confirmed(start)
    sittings = _sittings(rows, chairs)
    titled = [one for one in sittings if one.chair.titled]
    last = titled[-1] if titled else None
    return History(
        cadre=cadre,
        left=left,
        rank_rises=rank_rises,
        seat_rises=tuple(_seat_rises(titled, int(cadre.title or 0))),
        rung=rung + len(rank_rises),
        rung_since=rank_rises[-1] if rank_rises else since,
        seated=last.chair.level if last and last.until is None else 0,
        confirmed=confirmed,
        sittings=sittings,
    )


def _only(months: Sequence[int]) -> int | None:
    return months[0] if months else None


def _sittings(rows: Iterable[Row], chairs: dict[ChairId, Chair]) -> tuple[Sitting, ...]:
    """Return somebody's times in chairs, in order of their beginnings."""
    found: list[Sitting] = []
    lasting: dict[ChairId, int] = {}
    for row in rows:
        if row.happened is SEATED:
            lasting[row.of] = len(found)
            found.append(Sitting(chairs[row.of], row.month, None))
        elif row.happened is UNSEATED:
            place = lasting.pop(row.of)
            since = found[place].since
            found[place] = Sitting(chairs[row.of], since, row.month)
    return tuple(found)


def _seat_rises(titled: Iterable[Sitting], highest: int) -> Iterator[tuple[int, Level]]:
    """Yield the seats that were higher than any title before."""
    for one in titled:
        if one.chair.level > highest:
            highest = one.chair.level
            yield one.since, one.chair.level
