"""What chances those have who are here today: the measures of promotion."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import nan
from statistics import fmean

from scenarios import Town
from simulation.careers.log import CareerLog
from simulation.careers.measures.cohorts import all_groups, groups, of_year
from simulation.careers.measures.history import History
from simulation.careers.measures.survival import (
    Wait,
    median_wait,
    still_waiting,
    survival,
)
from simulation.summary import Key

HORIZONS = (5, 10, 15)
"""Within how many years."""

Groups = Mapping[str, Sequence[History]]
"""The people of each group, by what a measure of them is of."""


def opportunities(
    town: Town, log: CareerLog, staff: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield the shares of today's staff who rise within so many years.

    Who leaves first has not risen. A horizon beyond the years played has no value.
    """
    everybody = grouped(town, log, staff)
    untitled = grouped(town, log, _untitled(staff))
    kinds: tuple[tuple[str, Groups, Callable[[History], int | None]], ...] = (
        ("promotion_opportunity", everybody, lambda one: one.first_rise),
        ("rank_promotion_opportunity", everybody, lambda one: one.first_rank_rise),
        ("mid_level_opportunity", untitled, lambda one: one.first_seat_rise),
    )
    for name, people, first in kinds:
        for of, members in people.items():
            months = [first(one) for one in members]
            for years in HORIZONS:
                yield (f"{name}_{years}y", of), _share(log, months, years)
    for one in staff:
        value = _share(log, [one.first_rise], 10)
        yield ("promoted_10y", f"person:{one.cadre.id}"), value


def waiting(
    town: Town, log: CareerLog, staff: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield how long those without a title wait for a first mid-level seat.

    The median years, and the share that still waits at the end of each year; no
    median where more than half are still to wait.
    """
    for of, members in grouped(town, log, _untitled(staff)).items():
        curve = survival([_wait(log, one, one.first_seat_rise) for one in members])
        yield ("years_to_mid_level_median", of), median_wait(curve)
        if not of.startswith("rung:"):
            for years in range(1, log.months // 12 + 1):
                at = of_year(log, years, of)
                yield ("mid_level_waiting_share", at), still_waiting(curve, years)


def climbing(
    town: Town, log: CareerLog, staff: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield the median years until those below a rung today first stand on it."""
    for ladder in town.ladders.values():
        mine = [one for one in staff if one.cadre.ladder == ladder.id]
        for number, rung in enumerate(ladder.rungs):
            below = [one for one in mine if one.cadre.rung < number]
            waits = (_wait(log, one, _on_rung(one, number)) for one in below)
            yield ("years_to_rung_median", f"rung:{rung}"), median_wait(survival(waits))


def stuck(
    town: Town, log: CareerLog, all_: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield the share, at the end, of those stuck on their rung without a seat.

    Stuck means longer than twice the years that the rung asks for. The share is of
    those on a rung that asks for years and has another above it.
    """
    end = log.start + log.months
    rungs = [rung for ladder in town.ladders.values() for rung in ladder.rungs]
    cohorts = [of for of in all_groups(town) if of.startswith("cohort:")]
    of_rungs = [f"rung:{rung}" for rung in rungs]
    found: dict[str, list[bool]] = {of: [] for of in ("town", *cohorts, *of_rungs)}
    for one in all_:
        minimum, rung = _minimum(town, one)
        if one.left is None and minimum > 0:
            is_stuck = end - one.rung_since > 2 * minimum and not one.seated
            of_now = groups(town, one.cadre, end)
            mine = [of for of in of_now if not of.startswith("rung:")]
            for of in (*mine, f"rung:{rung}"):
                found[of].append(is_stuck)
    for of, flags in found.items():
        yield ("stuck_share", of), fmean(flags) if flags else nan


def grouped(
    town: Town, log: CareerLog, people: Iterable[History]
) -> dict[str, list[History]]:
    """Return the people of each group that has any, in the order of reading."""
    found: dict[str, list[History]] = {of: [] for of in all_groups(town)}
    for one in people:
        for of in groups(town, one.cadre, log.start):
            found[of].append(one)
    return {of: members for of, members in found.items() if members}


def _untitled(staff: Sequence[History]) -> list[History]:
    return [one for one in staff if one.cadre.title is None]


def _share(log: CareerLog, months: Sequence[int | None], years: int) -> float:
    """Return the share for whom something comes within so many years."""
    if years * 12 > log.months:
        return nan
    before = log.start + years * 12
    return sum([one is not None and one < before for one in months]) / len(months)


def _wait(log: CareerLog, one: History, ended: int | None) -> Wait:
    """Return the years waited, and whether the wait came to an end."""
    if ended is not None:
        return Wait(max(0, ended - log.start) / 12, ended=True)
    until = log.start + log.months if one.left is None else one.left
    return Wait((until - log.start) / 12, ended=False)


def _on_rung(one: History, number: int) -> int | None:
    """Return the month in which somebody first stands on a rung, if that comes."""
    rises = number - max(0, one.cadre.rung)
    if rises == 0:
        return one.confirmed
    return one.rank_rises[rises - 1] if rises <= len(one.rank_rises) else None


def _minimum(town: Town, one: History) -> tuple[int, str]:
    """Return the months that somebody's rung asks for; 0 where nothing is above it."""
    if one.cadre.ladder is None or one.rung < 0:
        return 0, ""
    rungs = list(town.ladders[one.cadre.ladder].rungs.values())
    rung = rungs[one.rung]
    return (0 if rung is rungs[-1] else round(rung.years * 12)), rung.id
