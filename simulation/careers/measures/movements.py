"""What happened to the town as a whole: promotions, seats, comings and goings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import nan
from statistics import fmean

from scenarios import Town
from simulation.careers.chairs import Chair, ChairId, Level
from simulation.careers.fates import Reason
from simulation.careers.log import LEFT, PROMOTED, SEATED, SECONDED, CareerLog, Row
from simulation.careers.measures.history import History
from simulation.summary import Key

MID_LEVEL = (Level.MID_CHIEF, Level.MID_DEPUTY)


def promotions(
    town: Town, log: CareerLog, all_: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield promotions a year: in all, to each rung, and to each kind of seat.

    What the reform itself gives out on the eve isn't counted.
    """
    ranks = Counter(f"rung:{row.of}" for row in log.rows if row.happened is PROMOTED)
    seats = Counter(
        f"seat:{level.word}"
        for one in all_
        for month, level in one.seat_rises
        if month >= log.start
    )
    yield ("promotions", "town"), (ranks.total() + seats.total()) * 12 / log.months
    rungs = [f"rung:{rung}" for one in town.ladders.values() for rung in one.rungs]
    levels = [f"seat:{level.word}" for level in sorted(Level, reverse=True)]
    found = ranks + seats
    for of in (*rungs, *levels):
        yield ("promotions", of), found[of] * 12 / log.months


def seats(log: CareerLog, all_: Sequence[History]) -> Iterator[tuple[Key, float]]:
    """Yield how many mid-level seats there are, and how they change hands."""
    chairs = {chair.id: chair for chair in log.chairs if chair.titled}
    filled = [
        row for row in log.rows if row.happened is SEATED and row.month >= log.start
    ]
    of_level = {
        level: [
            row for row in filled if row.of in chairs and chairs[row.of].level is level
        ]
        for level in MID_LEVEL
    }
    numbers = Counter(one.level for one in chairs.values() if not one.kept)
    for of, levels in (
        ("town", MID_LEVEL),
        *((f"seat:{level.word}", (level,)) for level in MID_LEVEL),
    ):
        rows = [row for level in levels for row in of_level[level]]
        yield ("mid_level_seats", of), float(sum(numbers[level] for level in levels))
        yield ("seat_appointments", of), len(rows) * 12 / log.months
        yield ("bench_strength", of), _mean([row.candidates for row in rows])
    yield ("titles_lost", "town"), float(_titles_lost(log, all_))
    yield from _two_tracks(log)
    yield from _chains(filled, chairs, log.months / 12)


def comings_and_goings(
    log: CareerLog, all_: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield who left a year and why, who came, and who is there at the end."""
    years = log.months / 12
    reasons = Counter(row.of for row in log.rows if row.happened is LEFT)
    names = {
        "retirements": Reason.RETIRED,
        "early_retirements": Reason.EARLY,
        "called_away": Reason.CALLED,
        "resignations": Reason.RESIGNED,
        "deaths_and_illness": Reason.LOST,
        "leaders_moved": Reason.MOVED,
    }
    for name, reason in names.items():
        yield (name, "town"), reasons[reason] / years
    seconded = sum(row.happened is SECONDED for row in log.rows)
    yield ("secondments", "town"), seconded / years
    came = sum(one.cadre.entered >= log.start for one in all_)
    yield ("newcomers", "town"), came / years
    there = [one.cadre for one in all_ if one.left is None]
    end = log.start + log.months
    yield ("strength_at_end", "town"), float(len(there))
    ages = [(end - one.born) / 12 for one in there]
    yield ("mean_age_at_end_years", "town"), _mean(ages)


def _titles_lost(log: CareerLog, all_: Sequence[History]) -> int:
    """Return how many of today's mid-level titles the design doesn't keep."""
    titled = {chair.id: chair.level for chair in log.chairs if chair.titled}
    kept = {
        row.person: titled[row.of]
        for row in log.rows
        if row.happened is SEATED and row.month < log.start and row.of in titled
    }
    today = [one.cadre for one in all_ if one.cadre.entered < log.start]
    return sum(
        one.title in MID_LEVEL and kept.get(one.id, 0) < one.title
        for one in today
        if one.title is not None
    )


def _two_tracks(log: CareerLog) -> Iterator[tuple[Key, float]]:
    """Yield how far titles and duties are apart when the design begins."""
    chairs = {chair.id: chair for chair in log.chairs}
    on_eve = [
        (row.person, chairs[row.of])
        for row in log.rows
        if row.happened is SEATED and row.month < log.start
    ]
    titled = {who for who, one in on_eve if one.titled and one.level in MID_LEVEL}
    on_duty = {who for who, one in on_eve if one.duty is not None}
    yield ("titles_without_duty", "town"), float(len(titled - on_duty))
    yield ("duties_without_title", "town"), float(len(on_duty - titled))


def _chains(
    filled: Sequence[Row], chairs: Mapping[ChairId, Chair], years: float
) -> Iterator[tuple[Key, float]]:
    """Yield how many chains of vacancies there were, and how many moves they made.

    In all, and by the chair that was filled first.
    """
    moves = Counter(row.chain for row in filled if row.chain is not None)
    first: dict[int, str] = {}
    for row in filled:
        if row.chain is not None:
            first.setdefault(row.chain, f"seat:{chairs[row.of].level.word}")
    for of in (
        "town",
        *(f"seat:{level.word}" for level in sorted(Level, reverse=True)),
    ):
        mine = [moves[one] for one, begins in first.items() if of in {"town", begins}]
        yield ("chains", of), len(mine) / years
        yield ("chain_length", of), _mean(mine)


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else nan
