"""The people of an invented town."""

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.towns.parts import Unit, Worker
from benchmarks.towns.size import Size
from scenarios.language.people import Identity


def workers(
    size: Size, chance: np.random.Generator, prefix: str, units: Sequence[Unit]
) -> Iterator[Worker]:
    """Yield the leaders, the staff of the offices, and those of dispatched stations."""
    offices = [unit.id for unit in units if unit.kind == "office"]
    stations = [unit.id for unit in units if unit.kind == "dispatched"]
    for number in range(size.people):
        name = f"{prefix}p{number}"
        staff = number - size.leaders
        sent = staff - size.staff
        if staff < 0:
            yield Worker(name, units[0].id, Identity.CIVIL_SERVANT, 28, leader=True)
        elif sent >= 0:
            yield Worker(name, stations[sent // 3], Identity.DISPATCHED, 36)
        else:
            yield _staff(chance, name, offices[staff % len(offices)])


def _staff(chance: np.random.Generator, name: str, home: str) -> Worker:
    civil, full_week, on_leave = chance.random(3) < (0.3, 0.3, 0.2)
    month, day = 1 + int(chance.integers(12)), 1 + int(chance.integers(18))
    return Worker(
        name,
        home,
        Identity.CIVIL_SERVANT if civil else Identity.INSTITUTION_STAFF,
        40 if full_week else 22,
        away=f"2026-{month:02}-{day:02}/2026-{month:02}-{day + 9:02}"
        if on_leave
        else "",
    )
