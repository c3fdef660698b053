"""The town year by year: who is there, by age and rank, and how many retire."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scenarios import Town
from simulation.careers.fates import Reason
from simulation.careers.log import LEFT, CareerLog
from simulation.careers.measures.history import AGES, History, of_year
from simulation.summary import Key

RETIRED = frozenset({Reason.RETIRED, Reason.EARLY})


def pyramids(
    town: Town, log: CareerLog, all_: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield how many are there at the end of each year: in all, by age, by rung."""
    rungs = {one.id: list(one.rungs) for one in town.ladders.values()}
    bands = [name for _, name in AGES]
    names = [*bands, *(rung for each in rungs.values() for rung in each)]
    for years in range(1, log.months // 12 + 1):
        end = log.start + 12 * years - 1
        there = [one for one in all_ if one.is_there(end)]
        found = Counter(_band(one, end) for one in there)
        for one in there:
            rung = one.rung_at(end)
            if one.cadre.ladder is not None and rung >= 0:
                found[rungs[one.cadre.ladder][rung]] += 1
        yield ("people", of_year(log, years)), float(len(there))
        for name in names:
            yield ("people", of_year(log, years, f"group:{name}")), float(found[name])


def retirement_waves(log: CareerLog) -> Iterator[tuple[Key, float]]:
    """Yield how many retire in each year."""
    found = Counter(
        (row.month - log.start) // 12 + 1
        for row in log.rows
        if row.happened is LEFT and row.of in RETIRED
    )
    for years in range(1, log.months // 12 + 1):
        yield ("retirements_in_year", of_year(log, years)), float(found[years])


def _band(one: History, month: int) -> str:
    age = (month + 1 - one.cadre.born) // 12
    return next(name for oldest, name in AGES if age <= oldest)
