"""Tables: the rows of a log as numpy holds them; `simulation.record` says how."""

from collections.abc import Iterable, Sequence
from struct import Struct

import numpy as np
import numpy.typing as npt

from simulation.clock import NEVER
from simulation.record import COLUMNS, MOMENTS, SIZE, Record
from simulation.rows import EVENTS, PLACES, Event, Row

Table = npt.NDArray[np.void]

_ROW = Struct("=3q13i4x")
_FORM = np.dtype(
    {
        "names": COLUMNS,
        "formats": [np.int64 if name in MOMENTS else np.int32 for name in COLUMNS],
        "itemsize": SIZE,
    }
)


def empty_table(count: int) -> Table:
    """Return so many rows that say nothing: every number is 0."""
    return np.zeros(count, dtype=_FORM)


def table_of(record: Record) -> Table:
    """Return what was recorded, as it came; the record is then empty."""
    return np.frombuffer(record.taken(), dtype=_FORM)


def bytes_of(record: Record, row: Row) -> bytes:
    """Return a row as the record of a play has it."""
    cells = {name: _cell(record, name, cell) for name, cell in row._asdict().items()}
    return _ROW.pack(*(cells[name] for name in COLUMNS))


def _cell(record: Record, name: str, cell: object) -> int:
    match name, cell:
        case "event", Event() as event:
            return PLACES[event]
        case "since", None:
            return NEVER
        case _, None:
            return 0
        case "piece" | "step" | "other_piece", int() as number:
            return number + 1
        case _, int() as length:
            return length
        case _, text:
            return record.code(str(text))


def joined(tables: Sequence[Table]) -> Table:
    """Return tables as one."""
    # As bytes, since column by column takes four times as long.
    return np.concatenate([rows.view(f"V{SIZE}") for rows in tables]).view(_FORM)


def cells_of(table: Table, texts: Sequence[str], name: str) -> Iterable[object]:
    """Return a column of a table as the rows have it."""
    cells: list[int] = table[name].tolist()
    match name:
        case "at" | "length":
            return cells
        case "since":
            return [None if one == NEVER else one for one in cells]
        case "event":
            return map(EVENTS.__getitem__, cells)
        case "piece" | "step" | "other_piece":
            return [one - 1 if one else None for one in cells]
        case _:
            return map(texts.__getitem__, cells)
