"""The staff while careers are played: who is there, who sits where, what happened.

Its verbs are the only things that can happen to anybody; each writes its row.
"""

from itertools import count
from typing import NamedTuple

from scenarios.language.base import LadderId, PersonId
from simulation.careers.bench import Bench
from simulation.careers.boards import Steps
from simulation.careers.cadre import BELOW, Cadre
from simulation.careers.career import Career
from simulation.careers.chairs import LEADER, Chair, ChairId
from simulation.careers.fates import Reason
from simulation.careers.log import (
    CONFIRMED,
    ENTERED,
    LEFT,
    PROMOTED,
    SEATED,
    SECONDED,
    UNSEATED,
    Happened,
    Row,
)
from simulation.careers.luck import Lot, Luck
from simulation.careers.places import Places
from simulation.careers.setting import Setting

Present = dict[PersonId, Career]
"""Who is there, by id."""


class Vacancy(NamedTuple):
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
    setting
        The design.
    luck
        The replication's luck.
    """

    def __init__(self, setting: Setting, luck: Luck) -> None:
        self.setting = setting
        self.conditions = setting.conditions
        self.luck = luck
        self.present: Present = {}
        self.bench = Bench(self.conditions)
        self.chairs = {chair.id: chair for chair in setting.chairs}
        self.vacant: dict[ChairId, Vacancy] = {}
        self.sittings = dict.fromkeys(self.chairs, 0)
        self.places = {one.id: Places(one) for one in setting.ladders.values()}
        self.climbers: dict[LadderId, Present] = {one: {} for one in setting.ladders}
        self.holders: dict[ChairId, Career] = {}
        self.to_replace: list[Career] = []
        self.cadres: list[Cadre] = []
        self.rows: list[Row] = []
        self._votes = luck.recommended()
        self._marks = luck.excellent_before(self.conditions.excellent_share)
        self._chains = count(1)

    def enter(self, cadre: Cadre) -> Career:
        """Let somebody begin in the town."""
        place = self.setting.places[cadre.line]
        career = Career(
            cadre=cadre,
            place=place,
            scale=self.setting.scale(cadre),
            marks=self._marks[place],
            votes=self._votes[place],
            special=cadre.line in self.setting.special,
            start=self.conditions.start,
        )
        self.present[cadre.id] = career
        if cadre.ladder is not None:
            self.climbers[cadre.ladder][cadre.id] = career
        self.bench.enter(career, cadre.entered)
        self.cadres.append(cadre)
        self.rows.append(Row(cadre.entered, ENTERED, cadre.id))
        return career

    def leave(self, career: Career, reason: Reason, now: int) -> None:
        """Let somebody go; the chairs fall vacant, and the place may be replaced.

        Who follows a leader is decided when the leader's chair is filled.
        """
        was_leader = career.is_leader
        for chair in _chairs_of(career):
            self.vacate(career, chair, now, left_by=career)
        del self.present[career.id]
        if career.cadre.ladder is not None:
            del self.climbers[career.cadre.ladder][career.id]
        career.gone = True
        self.bench.look(career, now)
        self.rows.append(Row(now, LEFT, career.id, reason))
        if not was_leader:
            self.replace(career)

    def second(self, career: Career, now: int) -> None:
        """Let somebody go for a time, and keep all but the right to stand."""
        career.away_until = now + self.conditions.second_months
        self.bench.look(career, now)
        self.bench.look_again(career, career.away_until)
        self.rows.append(Row(now, SECONDED, career.id))

    def replace(self, career: Career) -> None:
        """Put somebody who left on the list to be replaced, if luck will have it."""
        lots = self.luck.of(career.place, career.cadre.generation)
        if lots[Lot.REPLACED] < self.conditions.replace_share:
            self.to_replace.append(career)

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
        career.take(chair, self.conditions.policy, now)
        self.holders[chair.id] = career
        self.bench.look(career, now)
        if chair.titled or career.earning is not None:
            self.bench.hope(career, now)
        self.sittings[chair.id] += 1
        self.rows.append(Row(now, SEATED, career.id, chair.id, chain, candidates))

    def end_term(self, career: Career, chair: Chair, now: int) -> None:
        """End somebody's time in a chair: a leader moves away, others stand aside."""
        if chair.level is LEADER:
            self.leave(career, Reason.MOVED, now)
        else:
            career.rests[chair.kind] = now + self.conditions.term
            self.vacate(career, chair, now)
            self.bench.look(career, now)
            if career.earning is not None:
                self.bench.hope(career, now)
            self.bench.look_again(career, career.rests[chair.kind])

    def vacate(
        self,
        career: Career,
        chair: Chair,
        now: int,
        *,
        chain: int | None = None,
        left_by: Career | None = None,
    ) -> None:
        """Let a chair fall vacant, in a chain of vacancies or as the first of one.

        A title that lapses is gone with its holder.
        """
        career.give_up(chair, self.conditions.policy, now)
        del self.holders[chair.id]
        link = next(self._chains) if chain is None and chair.titled else chain
        if not chair.lapses:
            self.vacant[chair.id] = Vacancy(link or 0, left_by)
        self.rows.append(Row(now, UNSEATED, career.id, chair.id, link))

    def open_chairs(self) -> None:
        """Declare vacant what nobody was given on the eve."""
        for chair in self.setting.chairs:
            if chair.id not in self.holders and not chair.lapses:
                self.vacant[chair.id] = Vacancy(next(self._chains))

    def rise(
        self, career: Career, steps: Steps, happened: Happened, *, since: int, now: int
    ) -> None:
        """Put somebody one rung up."""
        career.rise(since)
        if happened is CONFIRMED:
            self.bench.hope(career, now)
        self.rows.append(Row(now, happened, career.id, steps.rungs[career.rung]))

    def lift(self, leader: Career, now: int) -> None:
        """Put a new leader on the rung that goes with the post, rung by rung."""
        ladder = leader.cadre.ladder
        if ladder is None:
            return
        steps = self.setting.ladders[ladder]
        while leader.rung < steps.of_leaders:
            happened = CONFIRMED if leader.rung == BELOW else PROMOTED
            self.rise(leader, steps, happened, since=now, now=now)


def _chairs_of(career: Career) -> tuple[Chair, ...]:
    """Return the one or two chairs that somebody holds."""
    title, duty = career.title, career.duty
    if title is None:
        return () if duty is None else (duty,)
    return (title,) if duty is None or duty is title else (title, duty)
