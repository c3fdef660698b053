"""What a measure of people is of: the town, a cohort, a rung, a year."""

from bisect import bisect_left

from scenarios import Town
from scenarios.language.people import Identity, Sex
from simulation.careers.cadre import Cadre
from simulation.careers.log import CareerLog

AGES = ((30, "age_30"), (40, "age_31_40"), (50, "age_41_50"), (200, "age_51"))
"""Cohorts by age at the start: the oldest of each."""

MEN, WOMEN = "men", "women"


def all_groups(town: Town) -> tuple[str, ...]:
    """Return everything that a measure of people may be of, in the order of reading."""
    rungs = (rung for ladder in town.ladders.values() for rung in ladder.rungs)
    cohorts = (
        *(name for _, name in AGES),
        *(one.value for one in Identity),
        MEN,
        WOMEN,
    )
    return (
        "town",
        *(f"cohort:{cohort}" for cohort in cohorts),
        *(f"rung:{rung}" for rung in rungs),
    )


def of_year(log: CareerLog, years: int, of: str = "town") -> str:
    """Return what a measure at the end of the so-manieth year is of."""
    year = f"year:{log.start // 12 + years - 1}"
    return year if of == "town" else f"{year}+{of.partition(':')[2]}"


def groups(town: Town, cadre: Cadre, start: int) -> tuple[str, ...]:
    """Return what a measure of this person is of: the town, cohorts, today's rung."""
    sex = WOMEN if cadre.sex is Sex.FEMALE else MEN
    band = age_band((start - cadre.born) // 12)
    cohorts = f"cohort:{band}", f"cohort:{cadre.identity.value}", f"cohort:{sex}"
    if cadre.ladder is None or cadre.rung < 0:
        return ("town", *cohorts)
    rung = [*town.ladders[cadre.ladder].rungs][cadre.rung]
    return ("town", *cohorts, f"rung:{rung}")


def age_band(age: int) -> str:
    """Return the cohort of an age in years."""
    return AGES[bisect_left(_OLDEST, age)][1]


_OLDEST = [oldest for oldest, _ in AGES]
