"""Tables in place of mappings: a row an entry, a column a key."""

import re
from difflib import get_close_matches

from pydantic import BaseModel

from scenarios.reading.faults import Fault, FaultyScenarioError
from scenarios.reading.grids import Grid
from scenarios.reading.headings import ID_HEADINGS, Column, columns, tidy
from scenarios.reading.nodes import Items, Keys, Node, Scalar, keys_of
from scenarios.reading.row_steps import with_steps

_SEPARATORS = re.compile(r"[、,，;；\s]+")
_TRUTH: dict[object, bool] = {
    "是": True, "有": True, "√": True, "y": True, "yes": True, "true": True, 1: True,
    "1": True, "否": False, "无": False, "n": False, "no": False, "false": False,
    0: False, "0": False,
}  # fmt: skip


def entries_of(grid: Grid, model: type[BaseModel]) -> tuple[Keys, list[Fault]]:
    """Return a table's rows as a mapping by id, and the table's faults.

    They are every heading that isn't known, whose column is left out, and every row
    without an id or with that of another row, which is left out too.

    Raises
    ------
    FaultyScenarioError
        If it has no column of ids.
    """
    heads, faults = _heads(grid, model)
    if not any(head is _ID for head in heads):
        faults.append(Fault("no_id_column", grid.place))
        raise FaultyScenarioError(faults)
    entries: dict[str, Node] = {}
    for row in grid.rows[1:]:
        key, entry = _row(row, heads)
        if key is None:
            faults.append(Fault("row_without_id", row[0].place))
        elif str(key.value) in entries:
            faults.append(
                Fault("duplicate_id", key.place, values={"id": str(key.value)})
            )
        else:
            entries[str(key.value)] = entry
    return keys_of(entries, grid.place), faults


def rows_of(grid: Grid, model: type[BaseModel]) -> tuple[Items, list[Fault]]:
    """Return a table's rows as a list, and every heading that isn't known."""
    heads, faults = _heads(grid, model)
    rows = tuple(_row(row, heads)[1] for row in grid.rows[1:])
    return Items(rows, grid.place), faults


_ID = Column(("id",))


def _heads(
    grid: Grid, model: type[BaseModel]
) -> tuple[list[Column | None], list[Fault]]:
    if not grid.rows:
        return [], [Fault("empty_table", grid.place)]
    known = {**columns(model), **dict.fromkeys(ID_HEADINGS, _ID)}
    heads: list[Column | None] = []
    faults: list[Fault] = []
    for cell in grid.rows[0]:
        heading = "" if cell.value is None else tidy(str(cell.value))
        heads.append(known.get(heading))
        if heading and heading not in known:
            near = get_close_matches(heading, known, n=1)
            values = {"heading": str(cell.value), "nearest": near[0] if near else ""}
            key = "unknown_heading_near" if near else "unknown_heading"
            faults.append(Fault(key, cell.place, values=values))
    return heads, faults


def _row(
    row: tuple[Scalar, ...], heads: list[Column | None]
) -> tuple[Scalar | None, Keys]:
    key: Scalar | None = None
    entry: dict[str, Node] = {}
    for cell, column in zip(row, heads, strict=False):
        if column is None or cell.value is None:
            continue
        if column is _ID:
            key = cell
        else:
            _put(entry, column.path, _value(cell, column))
    whole = _both_languages(keys_of(entry, (key or row[0]).place))
    return key, with_steps(whole)


def _value(cell: Scalar, column: Column) -> Node:
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
    entry[key] = keys_of(inner, value.place)


def _both_languages(entry: Keys) -> Keys:
    """Let a name given in Chinese only stand for both languages."""
    alone = {
        key: node.entries["zh"]
        for key, node in entry.entries.items()
        if isinstance(node, Keys) and node.entries.keys() == {"zh"}
    }
    return entry.with_entries(alone)
