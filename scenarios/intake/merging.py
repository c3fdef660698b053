"""Merged cells: what is written once counts for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scenarios.intake.cells import Cell


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of merged cells: rows and columns from 0, the last ones excluded."""

    top: int
    bottom: int
    left: int
    right: int


def spread(
    rows: tuple[tuple[Cell, ...], ...], areas: Iterable[Area]
) -> tuple[tuple[Cell, ...], ...]:
    """Return rows in which each merged cell has the value of its first one."""
    changed = [[*row] for row in rows]
    for area in areas:
        if area.top >= len(changed) or area.left >= len(changed[area.top]):
            continue
        first = changed[area.top][area.left]
        for row, cells in enumerate(changed[area.top : area.bottom], area.top):
            for column in range(area.left, min(area.right, len(cells))):
                if (row, column) != (area.top, area.left):
                    cells[column] = replace(
                        first,
                        at=cells[column].at,
                        merged="above" if column == area.left else "left",
                    )
    return tuple(tuple(row) for row in changed)
