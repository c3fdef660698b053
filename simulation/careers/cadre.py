"""Who somebody is when entering the play: today's roster, recruits, outsiders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scenarios import Town
from scenarios.language.base import LadderId, PersonId
from scenarios.language.months import month
from scenarios.language.people import Identity, Person, Sex
from scenarios.pseudonyms import original
from simulation.careers.chairs import LEVEL_OF_TITLE, Level
from simulation.careers.chairs_of import is_played
from simulation.careers.conditions import Conditions
from simulation.careers.luck import Lot
from simulation.careers.retirement import retirement_month

PROBATION_MONTHS = 12
"""Months before a newcomer is confirmed (试用期; Civil Servants Law, article 34)."""

BELOW = -1
"""The rung of those who aren't on their ladder yet."""

LATEST_MONTHS = 36
"""How much longer those may stay who may stay longer."""


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
    may_stay
        Whether the person may stay beyond the statutory age.
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
    may_stay: bool = False

    @property
    def exposed(self) -> int:
        """The first month in which the person may leave."""
        return self.entered + 1

    def confirmed(self, start: int) -> int:
        """Return the month in which probation ends, or the play's first if later."""
        return max(self.joined + PROBATION_MONTHS, start)


def roster(town: Town) -> tuple[Cadre, ...]:
    """Return today's people in the order of their ids."""
    eve = month(town.calendar.year, 1) - 1
    people = sorted(town.people.values(), key=lambda one: original(one.id))
    return tuple(_of_roster(town, one, eve) for one in people if is_played(one))


def recruit(
    before: Cadre, lots: Sequence[float], conditions: Conditions, now: int
) -> Cadre:
    """Return the recruit who follows somebody; on probation, below the ladder."""
    generation = before.generation + 1
    sex = Sex.FEMALE if lots[Lot.SEX] < conditions.women else Sex.MALE
    born = now - age(lots[Lot.AGE], conditions.recruit_age)
    new = Cadre(
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
        may_stay=before.may_stay,
    )
    return staying(new, lots, conditions)


def outside_leader(
    new: Cadre, lots: Sequence[float], conditions: Conditions, rung: int
) -> Cadre:
    """Return the leader from outside, in place of a recruit, on a rung."""
    born = new.entered - age(lots[Lot.AGE], conditions.leader_age)
    leader = replace(
        new,
        born=born,
        joined=born + conditions.recruit_age[0] * 12,
        retires=retirement_month(new.sex, new.identity, born),
        rung=rung,
        title=Level.LEADER,
    )
    return staying(leader, lots, conditions)


def staying(cadre: Cadre, lots: Sequence[float], conditions: Conditions) -> Cadre:
    """Return somebody with a later month of retirement, if luck will have it."""
    late = conditions.late_share
    if not cadre.may_stay or lots[Lot.LATE] >= late:
        return cadre
    months = 1 + int(lots[Lot.LATE] / late * LATEST_MONTHS)
    return replace(cadre, retires=cadre.retires + min(LATEST_MONTHS, months))


def age(number: float, ages: tuple[int, int]) -> int:
    """Return an age in months, evenly between the youngest and the oldest."""
    youngest, oldest = ages
    return youngest * 12 + int(number * (oldest - youngest + 1) * 12)


def _of_roster(town: Town, person: Person, eve: int) -> Cadre:
    ladder, rung = _place(town, person)
    retires = retirement_month(person.sex, person.identity, person.born)
    elastic = (
        ladder is not None
        and town.ladders[ladder].late_retirement
        and person.identity is not Identity.CIVIL_SERVANT
    )
    return Cadre(
        id=person.id,
        line=person.id,
        generation=0,
        identity=person.identity,
        sex=person.sex,
        born=person.born,
        joined=person.joined,
        entered=eve,
        retires=person.retires or retires,
        ladder=ladder,
        rung=rung,
        rung_since=person.rank_since or person.joined,
        title=LEVEL_OF_TITLE[person.title.grade] if person.title else None,
        may_stay=elastic and person.retires is None,
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
