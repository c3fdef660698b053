"""The staff while careers are played: who is there, who sits where, what happened.

Its verbs are the only things that can happen to anybody; each writes its row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from scenarios import Town
from scenarios.language.base import PersonId
from scenarios.language.ladders import Points
from scenarios.language.months import month
from simulation.careers.boards import Steps
from simulation.careers.cadre import Cadre, Newcomers
from simulation.careers.career import Career, kind, term_months
from simulation.careers.chairs import Chair, ChairId, Level, chairs
from simulation.careers.fates import Reason
from simulation.careers.log import Happened, Row
from simulation.careers.luck import Line, Lot, Luck
from simulation.careers.points import points

Present = dict[PersonId, Career]
"""Who is there, by id."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A chair that nobody holds.

    Parameters
    ----------
    chain
        The chain of vacancies that it belongs to.
    left_by
        Who left the town from it, if that is why it is vacant.
    """

    chain: int
    left_by: Career | None = None


class Staff:
    """Everybody in the town, and the chairs.

    Parameters
    ----------
    town
        The design.
    luck
        The replication's luck.
    """

    def __init__(self, town: Town, luck: Luck) -> None:
        self.town = town
        self.luck = luck
        self.settings = town.careers
        self.start = month(town.calendar.year, 1)
        self.months = town.careers.years * 12
        self.chairs = chairs(town)
        self.ladders = {one.id: Steps.of(one) for one in town.ladders.values()}
        self.newcomers = Newcomers.of(town, luck)
        self.present: Present = {}
        self.vacant: dict[ChairId, Vacancy] = {}
        self.sittings: dict[ChairId, int] = dict.fromkeys(self._chair_ids(), 0)
        self.to_replace: list[Cadre] = []
        self.cadres: list[Cadre] = []
        self.rows: list[Row] = []
        self._chains = count(1)

    def enter(self, cadre: Cadre) -> Career:
        """Let somebody begin in the town."""
        first = max(0, -((self.start - cadre.exposed) // 12))
        marks = _marks(
            self.luck.lines[cadre.line], self.settings.flows.excellent_share, first
        )
        career = Career(cadre, cadre.rung, cadre.rung_since, marks)
        self.present[cadre.id] = career
        self.cadres.append(cadre)
        self.rows.append(Row(cadre.entered, Happened.ENTERED, cadre.id))
        return career

    def leave(self, career: Career, reason: Reason, now: int) -> None:
        """Let somebody go; the chairs fall vacant, and the place may be replaced.

        Who follows a leader is decided when the leader's chair is filled.
        """
        was_leader = career.is_leader
        for chair in _chairs_of(career):
            self.vacate(career, chair, now, left_by=career)
        del self.present[career.id]
        self.rows.append(Row(now, Happened.LEFT, career.id, reason))
        if not was_leader:
            self.replace(career.cadre)

    def replace(self, cadre: Cadre) -> None:
        """Put somebody who left on the list to be replaced, if luck will have it."""
        if self.lot(cadre, Lot.REPLACED) < self.settings.flows.replace_share:
            self.to_replace.append(cadre)

    def seat(
        self, career: Career, chair: Chair, now: int, *, candidates: int = 0
    ) -> None:
        """Give somebody a chair; what it takes the place of falls vacant in turn."""
        vacancy = self.vacant.pop(chair.id, None)
        chain = vacancy.chain if vacancy and chair.titled else None
        for other in _chairs_of(career):
            clash = (chair.titled and other.titled) or (chair.duty and other.duty)
            if clash:
                self.vacate(career, other, now, chain=chain)
        career.take(chair, self.settings.policy, now)
        self.sittings[chair.id] += 1
        self.rows.append(
            Row(now, Happened.SEATED, career.id, chair.id, chain, candidates)
        )

    def end_term(self, career: Career, chair: Chair, now: int) -> None:
        """End somebody's time in a chair: a leader moves away, others stand aside."""
        if chair.level is Level.LEADER:
            self.leave(career, Reason.MOVED, now)
        else:
            career.rests[kind(chair)] = now + term_months(self.settings.flows)
            self.vacate(career, chair, now)

    def vacate(
        self,
        career: Career,
        chair: Chair,
        now: int,
        *,
        chain: int | None = None,
        left_by: Career | None = None,
    ) -> None:
        """Let a chair fall vacant, in a chain of vacancies or as the first of one."""
        career.give_up(chair, self.settings.policy, now)
        link = next(self._chains) if chain is None and chair.titled else chain
        self.vacant[chair.id] = Vacancy(link or 0, left_by)
        self.rows.append(Row(now, Happened.UNSEATED, career.id, chair.id, link))

    def open_chairs(self) -> None:
        """Declare vacant what nobody was given on the eve."""
        taken = {
            one.id for career in self.present.values() for one in _chairs_of(career)
        }
        for chair in self.chairs:
            if chair.id not in taken:
                self.vacant[chair.id] = Vacancy(next(self._chains))

    def rise(
        self, career: Career, steps: Steps, happened: Happened, *, since: int, now: int
    ) -> None:
        """Put somebody one rung up."""
        career.rung += 1
        career.rung_since = since
        self.rows.append(Row(now, happened, career.id, steps.rungs[career.rung]))

    def points(self, career: Career, now: int) -> float:
        """Return somebody's points, by the table of the person's own ladder."""
        ladder = career.cadre.ladder
        table = self.ladders[ladder].points if ladder else Points()
        return points(table, career.service(now, self.start))

    def lot(self, cadre: Cadre, lot: Lot) -> float:
        """Return one of somebody's numbers."""
        return float(self.luck.lines[cadre.line].lots[cadre.generation, lot])

    def _chair_ids(self) -> Iterator[ChairId]:
        return (chair.id for chair in self.chairs)


def _chairs_of(career: Career) -> tuple[Chair, ...]:
    """Return the one or two chairs that somebody holds."""
    held = (career.title, career.duty)
    return tuple(dict.fromkeys(chair for chair in held if chair is not None))


def _marks(line: Line, share: float, first: int) -> tuple[int, ...]:
    """Return how many excellent years there were before each year, from a year on."""
    marks = [0]
    for year, number in enumerate(line.excellent.tolist()):
        marks.append(marks[-1] + (year >= first and number < share))
    return tuple(marks)
