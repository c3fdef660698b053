"""Tables in place of mappings: a row an entry, a column a key."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from pydantic import BaseModel

from scenarios.reading.faults import Fault, Place
from scenarios.reading.grids import Grid
from scenarios.reading.headings import Column
from scenarios.reading.heads import ID, Head, Heads, heads_of
from scenarios.reading.nodes import (
    GUESSED,
    NOWHERE,
    Items,
    Keys,
    Node,
    Scalar,
    is_stand_in,
    keys_of,
)
from scenarios.reading.row_steps import with_steps

UNNAMED = "#"
"""What the ids of rows begin with that have none of their own, or another row's."""
_SEPARATORS = re.compile(r"[、,，;；\s]+")
_TRUTH: dict[object, bool] = {
    "是": True, "有": True, "√": True, "y": True, "yes": True, "true": True, 1: True,
    "1": True, "否": False, "无": False, "n": False, "no": False, "false": False,
    0: False, "0": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds.

    Parameters
    ----------
    rows
        Entries by id, or as a list. Rows without an id of their own go by a number.
    faults
        Headings that aren't known, ids that are missing or stand twice, formulas
        without a value.
    headed
        Keys of the columns, where a heading isn't known.
    ids_lacking
        Whether rows have no id.
    """

    rows: Keys | Items
    faults: tuple[Fault, ...]
    headed: frozenset[tuple[str, ...]] | None
    ids_lacking: bool = False


def entries_of(grid: Grid, model: type[BaseModel]) -> Table:
    """Return a table's rows as a mapping by id."""
    heads = heads_of(grid, model)
    entries: dict[str, Node] = {}
    faults: list[Fault] = []
    if grid.rows and not heads.has_ids:
        faults.append(Fault("no_id_column", grid.place))
    for number, row in enumerate(grid.rows[1:]):
        key, entry = _row(row, heads.heads)
        twice = key is not None and str(key.value) in entries
        if heads.has_ids and (key is None or twice):
            faults.append(_fault_of_id(key, row, heads))
        named = key is not None and not is_stand_in(key) and not twice
        entries[str(key.value) if key and named else f"{UNNAMED}{number}"] = entry
    return Table(
        keys_of(entries, grid.place),
        (*grid.faults, *heads.faults, *faults),
        heads.headed,
        not heads.has_ids or any(one.startswith(UNNAMED) for one in entries),
    )


def rows_of(grid: Grid, model: type[BaseModel]) -> Table:
    """Return a table's rows as a list."""
    heads = heads_of(grid, model)
    rows = tuple(_row(row, heads.heads)[1] for row in grid.rows[1:])
    return Table(Items(rows, grid.place), (*grid.faults, *heads.faults), heads.headed)


def _fault_of_id(key: Scalar | None, row: tuple[Scalar, ...], heads: Heads) -> Fault:
    if key is not None:
        return Fault("duplicate_id", key.place, values={"id": str(key.value)})
    at = next(at for at, head in enumerate(heads.heads) if head.column is ID)
    return Fault("row_without_id", row[at].place if at < len(row) else _place(row))


def _row(
    row: tuple[Scalar, ...], heads: tuple[Head, ...]
) -> tuple[Scalar | None, Keys]:
    key: Scalar | None = None
    entry: dict[str, Node] = {}
    for head, cell in zip_longest(heads, row[: len(heads)]):
        column = head.column
        if column is ID:
            key = _id_cell(head, cell) or key
        elif column is not None and head.misspelt:
            _put(entry, column.path, Scalar("?", GUESSED))
        elif column is not None and cell is not None and cell.value is not None:
            _put(entry, column.path, _value(cell, column))
    place = _place(row if key is None else (key, *row))
    return key, with_steps(_both_languages(keys_of(entry, place)))


def _place(row: tuple[Scalar, ...]) -> Place:
    return next((one.place for one in row if not is_stand_in(one)), NOWHERE)


def _id_cell(head: Head, cell: Scalar | None) -> Scalar | None:
    if head.misspelt:
        return Scalar("?", NOWHERE)
    return None if cell is None or cell.value is None else cell


def _value(cell: Scalar, column: Column) -> Node:
    if is_stand_in(cell):
        return cell
    text = str(cell.value)
    if column.many:
        parts = [part for part in _SEPARATORS.split(text) if part]
        return Items(
            tuple(Scalar(column.choices.get(part, part), cell.place) for part in parts),
            cell.place,
        )
    if column.truth:
        known = text.lower() if isinstance(cell.value, str) else cell.value
        return Scalar(_TRUTH.get(known, cell.value), cell.place)
    if text in column.choices:
        return Scalar(column.choices[text], cell.place)
    return cell


def _put(entry: dict[str, Node], path: tuple[str, ...], value: Node) -> None:
    key, *rest = path
    if not rest:
        entry[key] = value
        return
    inside = entry.get(key)
    inner = dict(inside.entries) if isinstance(inside, Keys) else {}
    _put(inner, tuple(rest), value)
    known = inside is not None and is_stand_in(value)
    entry[key] = keys_of(inner, inside.place if inside and known else value.place)


def _both_languages(entry: Keys) -> Keys:
    """Let a name given in Chinese only stand for both languages."""
    alone = {
        key: node.entries["zh"]
        for key, node in entry.entries.items()
        if isinstance(node, Keys) and node.entries.keys() == {"zh"}
    }
    return entry.with_entries(alone)
