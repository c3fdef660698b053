"""The town year by year: who is there, by age and rank, and how many retire."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scenarios import Town
from simulation.careers.fates import Reason
from simulation.careers.log import LEFT, CareerLog
from simulation.careers.measures.cohorts import AGES, age_band, of_year
from simulation.careers.measures.history import History
from simulation.summary import Key

RETIRED = frozenset({Reason.RETIRED, Reason.EARLY})


def pyramids(
    town: Town, log: CareerLog, all_: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield how many are there at the end of each year: in all, by age, by rung."""
    rungs = {one.id: [*one.rungs] for one in town.ladders.values()}
    names = [name for _, name in AGES]
    names += [rung for each in rungs.values() for rung in each]
    years = range(log.months // 12)
    strength = [0 for _ in years]
    found = [dict.fromkeys(names, 0) for _ in years]
    for one in all_:
        for year in one.years_there(log):
            end = log.start + 12 * year + 11
            strength[year] += 1
            found[year][age_band((end + 1 - one.cadre.born) // 12)] += 1
            rung = one.rung_at(end)
            if one.cadre.ladder is not None and rung >= 0:
                found[year][rungs[one.cadre.ladder][rung]] += 1
    for year in years:
        yield ("people", of_year(log, year + 1)), float(strength[year])
        for name in names:
            of = of_year(log, year + 1, f"group:{name}")
            yield ("people", of), float(found[year][name])


def retirement_waves(log: CareerLog) -> Iterator[tuple[Key, float]]:
    """Yield how many retire in each year."""
    found = Counter(
        (row.month - log.start) // 12 + 1
        for row in log.rows
        if row.happened is LEFT and row.of in RETIRED
    )
    for years in range(1, log.months // 12 + 1):
        yield ("retirements_in_year", of_year(log, years)), float(found[years])
