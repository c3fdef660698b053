"""The heads of a table: what each of its columns stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import BaseModel

from scenarios.reading.faults import Fault
from scenarios.reading.grids import Grid
from scenarios.reading.headings import ID_HEADINGS, Column, columns, tidy
from scenarios.reading.nodes import Scalar, is_stand_in

ID = Column(("id",))


@dataclass(frozen=True, slots=True)
class Head:
    """One column of a table.

    Parameters
    ----------
    column
        What it stands for; ``None`` if nobody knows.
    misspelt
        Whether that is only the nearest guess, so that its cells aren't looked at.
    """

    column: Column | None
    misspelt: bool = False


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a table.

    Parameters
    ----------
    heads
        From the left.
    faults
        A fault for each heading that isn't known.
    doubtful
        Whether a column may stand for anything.
    """

    heads: tuple[Head, ...]
    faults: tuple[Fault, ...] = ()
    doubtful: bool = False

    @property
    def has_ids(self) -> bool:
        """Whether there is a column of ids."""
        return any(head.column is ID for head in self.heads)

    @property
    def headed(self) -> frozenset[tuple[str, ...]] | None:
        """Keys that have a column, if those of another column aren't known."""
        if not self.doubtful:
            return None
        return frozenset(one.column.path for one in self.heads if one.column)


def heads_of(grid: Grid, model: type[BaseModel]) -> Heads:
    """Return what the first row of a grid says of its columns."""
    if not grid.rows:
        return Heads((), (Fault("empty_table", grid.place),))
    known = {**columns(model), **dict.fromkeys(ID_HEADINGS, ID)}
    given = {_heading(cell) for cell in grid.rows[0]}
    taken = {known[one].path for one in given if one in known}
    heads: list[Head] = []
    faults: list[Fault] = []
    for cell in grid.rows[0]:
        heading = _heading(cell)
        near = get_close_matches(heading, known, n=1) if heading not in known else []
        heads.append(_head(heading, near, known, taken))
        if heading and heading not in known and not is_stand_in(cell):
            values = {"heading": str(cell.value), "nearest": near[0] if near else ""}
            key = "unknown_heading_near" if near else "unknown_heading"
            faults.append(Fault(key, cell.place, values=values))
    named = zip(heads, grid.rows[0], strict=True)
    doubtful = any(_heading(cell) and head.column is None for head, cell in named)
    return Heads(tuple(heads), tuple(faults), doubtful)


def _heading(cell: Scalar) -> str:
    return "" if cell.value is None else tidy(str(cell.value))


def _head(
    heading: str,
    near: list[str],
    known: Mapping[str, Column],
    taken: set[tuple[str, ...]],
) -> Head:
    """Return what a heading means; the nearest, if no other column means that."""
    if not heading or heading in known:
        return Head(known.get(heading))
    column = known[near[0]] if near else None
    if column is None or column.path in taken:
        return Head(None)
    return Head(column, misspelt=True)
