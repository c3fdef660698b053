"""Who somebody is when entering the play: today's roster, recruits, outsiders."""

from dataclasses import dataclass, replace
from typing import Self

from scenarios import Town
from scenarios.language.base import LadderId, PersonId
from scenarios.language.months import month
from scenarios.language.people import Identity, Person, Sex
from simulation.careers.chairs import LEVEL_OF_TITLE, Level, is_played
from simulation.careers.luck import Lot, Luck
from simulation.careers.retirement import retirement_month

PROBATION_MONTHS = 12
"""Months before a newcomer is confirmed (试用期; Civil Servants Law, article 34)."""

BELOW = -1
"""The rung of those who aren't on their ladder yet."""


@dataclass(frozen=True, slots=True)
class Cadre:
    """What is known of a person on entering.

    Parameters
    ----------
    id
        The id in the roster; who follows ``p017`` is ``p017+1``, then ``p017+2``.
    line, generation
        With whom the line begins, and how many have gone before in it.
    identity, sex, born, joined
        As in the roster.
    entered
        The month of entering; for today's roster, the month before the play.
    retires
        The month of retirement.
    ladder
        The ladder that the person climbs, if there is one.
    rung, rung_since
        The place on it, counted from 0 at the lowest, and since when.
    title
        The level of the title that the roster gives.
    """

    id: PersonId
    line: PersonId
    generation: int
    identity: Identity
    sex: Sex
    born: int
    joined: int
    entered: int
    retires: int
    ladder: LadderId | None
    rung: int
    rung_since: int
    title: Level | None

    @property
    def exposed(self) -> int:
        """The first month in which the person may leave."""
        return self.entered + 1

    def confirmed(self, start: int) -> int:
        """Return the month in which probation ends, or the play's first if later."""
        return max(self.joined + PROBATION_MONTHS, start)


def roster(town: Town) -> tuple[Cadre, ...]:
    """Return today's people in the order of the roster."""
    eve = month(town.calendar.year, 1) - 1
    return tuple(
        _of_roster(town, one, eve) for one in town.people.values() if is_played(one)
    )


@dataclass(frozen=True, slots=True)
class Newcomers:
    """How those who come are made of the luck of the place they come to.

    Parameters
    ----------
    luck
        The replication's luck.
    recruit_age, leader_age
        Youngest and oldest age of recruits and of leaders from outside.
    women
        Share of women among those who come: the roster's.
    """

    luck: Luck
    recruit_age: tuple[int, int]
    leader_age: tuple[int, int]
    women: float

    @classmethod
    def of(cls, town: Town, luck: Luck) -> Self:
        """Return the newcomers of a town."""
        sexes = [one.sex for one in town.people.values() if is_played(one)]
        flows = town.careers.flows
        women = sexes.count(Sex.FEMALE) / max(1, len(sexes))
        return cls(luck, flows.recruit_age, flows.outside_leader_age, women)

    def recruit(self, before: Cadre, now: int) -> Cadre:
        """Return the recruit who follows somebody; on probation, below the ladder."""
        generation = before.generation + 1
        lots = self.luck.lines[before.line].lots[generation]
        sex = Sex.FEMALE if lots[Lot.SEX] < self.women else Sex.MALE
        born = now - _age(lots[Lot.AGE], self.recruit_age)
        return Cadre(
            id=before.line + f"+{generation}",
            line=before.line,
            generation=generation,
            identity=before.identity,
            sex=sex,
            born=born,
            joined=now,
            entered=now,
            retires=retirement_month(sex, before.identity, born),
            ladder=before.ladder,
            rung=BELOW,
            rung_since=now,
            title=None,
        )

    def leader(self, before: Cadre, now: int, rung: int) -> Cadre:
        """Return the leader from outside who follows another, on the same rung."""
        new = self.recruit(before, now)
        age = self.luck.lines[new.line].lots[new.generation, Lot.AGE]
        born = now - _age(age, self.leader_age)
        return replace(
            new,
            born=born,
            joined=born + self.recruit_age[0] * 12,
            retires=retirement_month(new.sex, new.identity, born),
            rung=rung,
            title=Level.LEADER,
        )


def _age(number: float, ages: tuple[int, int]) -> int:
    """Return an age in months, evenly between the youngest and the oldest."""
    youngest, oldest = ages
    return youngest * 12 + int(number * (oldest - youngest + 1) * 12)


def _of_roster(town: Town, person: Person, eve: int) -> Cadre:
    ladder, rung = _place(town, person)
    return Cadre(
        id=person.id,
        line=person.id,
        generation=0,
        identity=person.identity,
        sex=person.sex,
        born=person.born,
        joined=person.joined,
        entered=eve,
        retires=person.retires
        or retirement_month(person.sex, person.identity, person.born),
        ladder=ladder,
        rung=rung,
        rung_since=person.rank_since or person.joined,
        title=LEVEL_OF_TITLE[person.title.grade] if person.title else None,
    )


def _place(town: Town, person: Person) -> tuple[LadderId | None, int]:
    """Return the ladder of a person and the rung on it.

    Of several ladders for one identity it is the one that has the person's rung, else
    the first.
    """
    own = [one for one in town.ladders.values() if one.identity is person.identity]
    for ladder in own:
        if person.rank is not None and person.rank in ladder.rungs:
            return ladder.id, list(ladder.rungs).index(person.rank)
    return (own[0].id if own else None), BELOW
