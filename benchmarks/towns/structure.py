"""The units and posts of an invented town."""

from collections.abc import Iterator

import numpy as np

from benchmarks.towns.parts import Desk, Structure, Unit
from benchmarks.towns.roster import workers
from benchmarks.towns.size import Size
from scenarios.language.posts import FullTime, PostGrade

SEASONS = (
    "1 1 3 3 1 1 1 1 1 1 1 1",
    "1 1 1 1 1 3 4 3 1 1 1 1",
    "1 1 1 1 1 1 1 1 3 3 1 1",
    "3 1 1 1 1 1 1 1 1 1 2 4",
)
"""Spring, floods, harvest, the end of the year."""

SEASONAL, DOUBLE, DUTY = 0.35, 0.08, 0.06
"""Shares of staff posts with a season, with two seats, and full-time."""


def structure(size: Size, chance: np.random.Generator, prefix: str = "") -> Structure:
    """Return the structure of a town of a size."""
    units = tuple(_units(size, prefix))
    offices = [unit for unit in units if unit.kind == "office"]
    stations = [unit for unit in units if unit.kind == "dispatched"]
    desks = (
        *_leaders_desks(size, prefix, units[0]),
        *_office_desks(size, chance, prefix, offices),
        *_station_desks(stations),
    )
    return Structure(prefix, units, desks, tuple(workers(size, chance, prefix, units)))


def _units(size: Size, prefix: str) -> Iterator[Unit]:
    yield Unit(f"{prefix}top", "leadership", 0)
    for number in range(size.offices):
        yield Unit(f"{prefix}office_{number}", "office", 1 + number % size.modules)
    for number in range(size.stations):
        yield Unit(f"{prefix}station_{number}", "dispatched", 1 + number % size.modules)


def _leaders_desks(size: Size, prefix: str, top: Unit) -> Iterator[Desk]:
    """Yield the head's post, the leads' and those of the leaders who assist.

    One who assists, as the secretary of discipline does, has nothing beside it.
    """
    yield Desk(f"{prefix}head", top.id, PostGrade.LEADER)
    for number in range(1, size.modules + 1):
        yield Desk(f"{prefix}lead_{number}", top.id, PostGrade.MODULE_LEAD)
    for number in range(size.leaders - size.modules - 1):
        kept = FullTime.NO if number else FullTime.EXCLUSIVE
        name = f"{prefix}assistant_{number}"
        yield Desk(name, top.id, PostGrade.ASSISTING_LEAD, full_time=kept)


def _office_desks(
    size: Size, chance: np.random.Generator, prefix: str, offices: list[Unit]
) -> Iterator[Desk]:
    for office in offices:
        yield Desk(f"{office.id}_chief", office.id, PostGrade.MID_CHIEF)
        yield Desk(f"{office.id}_deputy", office.id, PostGrade.MID_DEPUTY)
    for number in range(size.villages):
        office = offices[number % len(offices)]
        yield Desk(f"{prefix}village_{number}", office.id, PostGrade.AGENT)
    others = size.leaders + 2 * size.offices + size.villages + size.dispatched
    for number in range(size.posts - others):
        even = number < 2 * len(offices)
        at = number % len(offices) if even else int(chance.integers(len(offices)))
        yield _staff_desk(chance, f"{prefix}desk_{number}", offices[at].id)


def _staff_desk(chance: np.random.Generator, name: str, unit: str) -> Desk:
    seasonal, double, duty = chance.random(3) < (SEASONAL, DOUBLE, DUTY)
    return Desk(
        name,
        unit,
        seats=1 + int(double),
        season=SEASONS[chance.integers(len(SEASONS))] if seasonal else "",
        full_time=FullTime.DUTY if duty else FullTime.NO,
    )


def _station_desks(stations: list[Unit]) -> Iterator[Desk]:
    for station in stations:
        for number in range(3):
            yield Desk(f"{station.id}_desk_{number}", station.id, stationed=True)
