"""Who enters, in all replications, and what will take them away."""

from dataclasses import dataclass

import numpy as np

from scenarios.language.people import Sex
from simulation.careers.cadre import BELOW, LATEST_MONTHS
from simulation.careers.chairs import Level
from simulation.careers.fates import NOT_LEADERS, Reason
from simulation.careers.log import Happened
from simulation.careers.luck import Lot
from simulation.careers.many.arrays import NEVER, Counts, Floats
from simulation.careers.many.crowd import FATES, NOBODY, Crowd, People
from simulation.careers.many.fortunes import called_months, waits
from simulation.careers.retirement import EARLIEST_MONTHS


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """Those who enter together.

    Parameters
    ----------
    at
        Replications and lines.
    lots
        Their luck.
    born, woman, retires
        Months of birth, 1 for women, months of retirement.
    """

    at: People
    lots: Floats
    born: Counts
    woman: Counts
    retires: Counts


def begin(crowd: Crowd) -> None:
    """Let today's people enter, in every replication."""
    size, count = crowd.present.shape
    cadres = crowd.setting.cadres
    at = np.repeat(np.arange(size), count), np.tile(np.arange(count), size)
    lots = crowd.fortunes.lots(*at, np.zeros(size * count, np.int32))

    def each(values: list[int]) -> Counts:
        return np.tile(np.array(values, np.int32), size)

    crowd.rung[at] = each([one.rung for one in cadres])
    crowd.rung_since[at] = each([one.rung_since for one in cadres])
    crowd.titles[at] = each([1 << one.title if one.title else 0 for one in cadres])
    crowd.joined[at] = each([one.joined for one in cadres])
    arrival = Arrival(
        at=at,
        lots=lots,
        born=each([one.born for one in cadres]),
        woman=each([int(one.sex is Sex.FEMALE) for one in cadres]),
        retires=_staying(crowd, each([one.retires for one in cadres]), at[1], lots),
    )
    _enter(crowd, arrival, crowd.conditions.start - 1)


def follow(crowd: Crowd, at: People, now: int, *, lead: bool) -> None:
    """Let recruits, or leaders from outside, follow those who left.

    Parameters
    ----------
    crowd
        Everybody.
    at
        Replications and lines.
    now
        The month.
    lead
        Whether they come as leaders, on the rung of those who left.
    """
    conditions = crowd.conditions
    crowd.generation[at] += 1
    lots = crowd.fortunes.lots(*at, crowd.generation[at])
    youngest, oldest = conditions.leader_age if lead else conditions.recruit_age
    months = (lots[:, Lot.AGE] * (oldest - youngest + 1) * 12).astype(np.int32)
    born = now - (youngest * 12 + months)
    woman = (lots[:, Lot.SEX] < conditions.women).astype(np.int32)
    retires = _retirement(crowd, at[1], woman, born)
    crowd.joined[at] = born + conditions.recruit_age[0] * 12 if lead else now
    crowd.rung_since[at] = now
    crowd.titles[at] = 1 << Level.LEADER if lead else 0
    if not lead:
        crowd.rung[at] = BELOW
    retires = _staying(crowd, retires, at[1], lots)
    _enter(crowd, Arrival(at, lots, born, woman, retires), now)


def _enter(crowd: Crowd, arrival: Arrival, now: int) -> None:
    at, start = arrival.at, crowd.conditions.start
    crowd.present[at], crowd.entered[at] = True, now
    crowd.retires[at] = arrival.retires
    for cleared in (
        crowd.held, crowd.highest, crowd.duty, crowd.duty_bars, crowd.away_until,
        crowd.earning, crowd.since, crowd.chief, crowd.deputy,
    ):  # fmt: skip
        cleared[at] = 0
    crowd.title_chair[at] = crowd.duty_chair[at] = NOBODY
    crowd.rests[:, at[0], at[1]] = 0
    marks = crowd.fortunes.marks
    first = min(marks.shape[2] - 1, max(0, -((start - now - 1) // 12)))
    crowd.first_year[at] = first
    crowd.marks_before[at] = marks[at[0], at[1], first]
    _decide(crowd, arrival)
    births = arrival.born * 2 + arrival.woman
    crowd.journal.note(Happened.ENTERED, now, crowd.who(at), of=births)


def _decide(crowd: Crowd, arrival: Arrival) -> None:
    """Put down when each fate would come, as `simulation.careers.fates` does."""
    conditions, lots, at = crowd.conditions, arrival.lots, arrival.at
    exposed, joined = crowd.entered[at] + 1, crowd.joined[at]
    begin_ = np.maximum(exposed, joined + conditions.minimum)
    early = np.maximum(exposed, _early_from(crowd, arrival))
    months = {
        Reason.RETIRED: np.maximum(arrival.retires, exposed),
        Reason.EARLY: early + waits(lots[:, Lot.EARLY], conditions.left_early),
        Reason.LOST: exposed + waits(lots[:, Lot.LOST], conditions.lost),
        Reason.CALLED: called_months(
            lots[:, Lot.CALLED], begin_, arrival.born, conditions
        ),
        Reason.RESIGNED: begin_ + waits(lots[:, Lot.RESIGNED], conditions.resigned),
        Reason.SECONDED: begin_ + waits(lots[:, Lot.SECONDED], conditions.seconded),
    }
    bound = crowd.lines.established[at[1]]
    for number, reason in enumerate(FATES):
        found = months[reason]
        spared = reason in NOT_LEADERS
        crowd.fates[number][at] = np.where(bound, found, NEVER) if spared else found


def _early_from(crowd: Crowd, arrival: Arrival) -> Counts:
    """Return what `simulation.careers.retirement.early_from` does."""
    lines, joined, retires = arrival.at[1], crowd.joined[arrival.at], arrival.retires
    near = np.maximum(retires - 5 * 12, joined + 20 * 12)
    civil = np.minimum(joined + 30 * 12, near)
    age = crowd.lines.retirement[arrival.woman, lines, 0]
    others = np.maximum(retires - EARLIEST_MONTHS, arrival.born + age)
    return np.where(crowd.lines.civil[lines], civil, others)


def _retirement(crowd: Crowd, lines: Counts, woman: Counts, born: Counts) -> Counts:
    age, first, step, most = crowd.lines.retirement[woman, lines].T
    delay = np.minimum(most, (born - first) // step + 1)
    months: Counts = born + age + np.where(born < first, 0, delay)
    return months


def _staying(crowd: Crowd, retires: Counts, lines: Counts, lots: Floats) -> Counts:
    share, late = crowd.conditions.late_share, lots[:, Lot.LATE]
    stays = crowd.lines.may_stay[lines] & (late < share)
    if not stays.any():
        return retires
    months = 1 + (late / share * LATEST_MONTHS).astype(np.int32)
    return np.where(stays, retires + np.minimum(LATEST_MONTHS, months), retires)
