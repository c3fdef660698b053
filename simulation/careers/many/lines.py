"""What doesn't change while careers are played: lines of people, and chairs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np

from scenarios.language.people import Identity, Sex
from simulation.careers.boards import Steps
from simulation.careers.cadre import BELOW, Cadre
from simulation.careers.career import ESTABLISHED
from simulation.careers.many.arrays import NEVER, Counts, Flags, Floats
from simulation.careers.retirement import schedule
from simulation.careers.setting import Setting


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The lines of people, in order of the ids of those who begin them.

    Parameters
    ----------
    civil, established, may_stay, special
        Whether they are civil servants, may hold mid-level chairs, may stay late,
        have a special post.
    scales
        What earns how many points, by the names of `Scale`.
    of_leaders
        The rung on which they stand at least as leaders.
    retirement
        By sex (men first): the age before the delay, the first month of birth that is
        delayed, the step and the largest delay.
    """

    civil: Flags
    established: Flags
    may_stay: Flags
    special: Flags
    scales: dict[str, Counts]
    of_leaders: Counts
    retirement: Counts

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """Return the lines of a setting."""
        cadres = setting.cadres
        scales = [setting.scale(one) for one in cadres]
        return cls(
            civil=_flags(one.identity is Identity.CIVIL_SERVANT for one in cadres),
            established=_flags(one.identity in ESTABLISHED for one in cadres),
            may_stay=_flags(one.may_stay for one in cadres),
            special=_flags(one.id in setting.special for one in cadres),
            scales={
                name: np.array([getattr(one, name) for one in scales], np.int32)
                for name in type(setting.no_ladder).__dataclass_fields__
            },
            of_leaders=_counts(
                BELOW if one.ladder is None else setting.ladders[one.ladder].of_leaders
                for one in cadres
            ),
            retirement=np.array(
                [[_schedule(one, sex) for one in cadres] for sex in Sex], np.int32
            ).reshape(len(Sex), len(cadres), 4),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Chairs:
    """The chairs, in the order in which they are filled.

    Parameters
    ----------
    level, duty
        The level, and that of the duty that goes with it, 0 for none.
    titled, lapses
        As of `Chair`.
    kind
        A number for each kind of chair, as people rest from them.
    turnover
        The rate a month at which it falls free by itself.
    longest
        The most months in it.
    """

    level: Counts
    duty: Counts
    titled: Flags
    lapses: Flags
    kind: Counts
    turnover: Floats
    longest: Counts

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """Return the chairs of a setting."""
        chairs = setting.chairs
        return cls(
            level=_counts(int(one.level) for one in chairs),
            duty=_counts(int(one.duty or 0) for one in chairs),
            titled=_flags(one.titled for one in chairs),
            lapses=_flags(one.lapses for one in chairs),
            kind=_counts(one.kind for one in chairs),
            turnover=np.array([rate for rate, _ in setting.tenures]),
            longest=_counts(longest or NEVER for _, longest in setting.tenures),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Climb:
    """A ladder, with the columns of those who climb it.

    Parameters
    ----------
    steps
        The ladder.
    columns
        The lines.
    months, service, excellent
        What each rung asks for before the next.
    titles
        A bit a level of title of which one is needed; all bits if none is.
    """

    steps: Steps
    columns: Counts
    months: Counts
    service: Counts
    excellent: Counts
    titles: Counts

    @classmethod
    def of(cls, steps: Steps, setting: Setting) -> Self:
        """Return a ladder of a setting."""
        mine = [n for n, one in enumerate(setting.cadres) if one.ladder == steps.id]
        return cls(
            steps=steps,
            columns=np.array(mine, np.int32),
            months=_counts(one.months for one in steps.steps),
            service=_counts(one.service for one in steps.steps),
            excellent=_counts(one.excellent for one in steps.steps),
            titles=_counts(one.titles for one in steps.steps),
        )


def _schedule(cadre: Cadre, sex: Sex) -> tuple[int, int, int, int]:
    one = schedule(sex, cadre.identity)
    return one.age * 12, one.first_born, one.step, one.most


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, np.bool_)


def _counts(values: Iterable[int]) -> Counts:
    return np.fromiter(values, np.int32)
