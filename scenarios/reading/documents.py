"""One scenario file read whole: its YAML, with its tables in their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from scenarios.language.matters import Matter, Score
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.structure import Module, Unit
from scenarios.language.work import Stream
from scenarios.reading.differences import with_differences
from scenarios.reading.faults import Fault, FaultyScenarioError, faulty
from scenarios.reading.files import Folder
from scenarios.reading.grids import Grid, read_grid
from scenarios.reading.nodes import Items, Keys, Node, Scalar
from scenarios.reading.tables import entries_of, rows_of
from scenarios.reading.traces import check_trace
from scenarios.reading.yaml_nodes import FULL_WIDTH_COLON, parse_yaml, read_text

TABLES: dict[str, type[BaseModel]] = {
    "people": Person,
    "modules": Module,
    "units": Unit,
    "posts": Post,
    "matters": Matter,
    "work": Stream,
}
"""Sections that may stand in a spreadsheet, with the entry that a row makes."""


def read_keys(path: Path, folder: Folder) -> Keys:
    """Return a file's keys as they are written.

    Raises
    ------
    FaultyScenarioError
        If the file isn't there or isn't YAML as scenarios use it.
    """
    shown = folder.shown(path)
    root = parse_yaml(read_text(path, shown, folder.limits), shown, folder.limits)
    if not isinstance(root, Keys):
        full_width = isinstance(root, Scalar) and FULL_WIDTH_COLON in str(root.value)
        key = "full_width_colon" if full_width else "not_a_scenario"
        raise faulty(key, root.place)
    return root


@dataclass(frozen=True, slots=True)
class WithTables:
    """A file's keys with every table read.

    Parameters
    ----------
    root
        The keys; sections that couldn't be read at all are missing.
    faults
        Of the tables, by their sections.
    """

    root: Keys
    faults: Mapping[str, list[Fault]]


def with_tables(root: Keys, path: Path, folder: Folder) -> WithTables:
    """Return a file's keys with every table read, and the faults of its tables."""
    read: dict[str, Node] = {}
    faults: dict[str, list[Fault]] = {}
    for key, node in root.entries.items():
        found: list[Fault] = []
        try:
            read[key] = _section(key, node, path, folder, found)
        except FaultyScenarioError as error:
            found += error.faults
        if found:
            faults[key] = found
    return WithTables(Keys(read, root.place, root.key_places), faults)


def _section(
    key: str, node: Node, path: Path, folder: Folder, found: list[Fault]
) -> Node:
    """Return a section with its tables read; add what faults don't prevent that."""
    if key == "scores":
        return _scores(node, path, folder, found)
    if isinstance(node, Keys) and "table" in node.entries and key in TABLES:
        rest = {"table", "sheet", "rows"}
        _refuse_others(node, rest)
        table, wrong = entries_of(_grid(node, path, folder), TABLES[key])
        found += wrong
        rows = node.entries.get("rows")
        node = with_differences(table, rows) if isinstance(rows, Keys) else table
    if key == "work" and isinstance(node, Keys):
        return _with_traces(node, path, folder)
    if key == "calendar" and isinstance(node, Keys):
        return _with_days_off(node, path, folder)
    return node


def _scores(node: Node, path: Path, folder: Folder, found: list[Fault]) -> Node:
    if isinstance(node, Items):
        return Keys({"rows": node}, node.place, {})
    if isinstance(node, Keys) and "table" in node.entries:
        _refuse_others(node, {"table", "sheet", "only"})
        rows, wrong = rows_of(_grid(node, path, folder), Score)
        found += wrong
        kept = {key: one for key, one in node.entries.items() if key == "only"}
        return Keys({"rows": rows, **kept}, node.place, node.key_places)
    return node


def _grid(node: Keys, path: Path, folder: Folder) -> Grid:
    table = node.entries["table"]
    name = _text(table)
    sheet = node.entries.get("sheet")
    found = folder.find(name, path, table.place)
    if not found.is_file():
        raise faulty("no_such_table", table.place, file=name)
    wanted = _text(sheet) if sheet is not None else None
    return read_grid(found, folder.shown(found), wanted, folder.limits)


def _text(node: Node) -> str:
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return node.value
    raise faulty("not_text", node.place)


def _refuse_others(node: Keys, known: set[str]) -> None:
    faults = [
        Fault("beside_table", node.key_place(key), values={"word": key})
        for key in node.entries
        if key not in known
    ]
    if faults:
        raise FaultyScenarioError(faults)


def _with_traces(work: Keys, path: Path, folder: Folder) -> Keys:
    """Let each trace name its file by its whole path."""
    changed: dict[str, Node] = {}
    for key, stream in work.entries.items():
        arrive = stream.entries.get("arrive") if isinstance(stream, Keys) else None
        trace = arrive.entries.get("trace") if isinstance(arrive, Keys) else None
        if isinstance(stream, Keys) and isinstance(arrive, Keys) and trace is not None:
            found = folder.find(_text(trace), path, trace.place)
            if not found.is_file():
                raise faulty("no_such_table", trace.place, file=_text(trace))
            check_trace(found, folder.shown(found), folder.limits)
            whole = Scalar(str(found), trace.place)
            changed[key] = stream.with_entries(
                {"arrive": arrive.with_entries({"trace": whole})}
            )
    return work.with_entries(changed)


def _with_days_off(calendar: Keys, path: Path, folder: Folder) -> Keys:
    """Let days off that stand in a file be a list."""
    days = calendar.entries.get("days_off")
    if not isinstance(days, Scalar) or days.value is None:
        return calendar
    found = folder.find(_text(days), path, days.place)
    if not found.is_file():
        raise faulty("no_such_table", days.place, file=_text(days))
    grid = read_grid(found, folder.shown(found), None, folder.limits)
    cells = [row[0] for row in grid.rows]
    if cells and not str(cells[0].value)[:1].isdigit():
        cells = cells[1:]
    return calendar.with_entries({"days_off": Items(tuple(cells), days.place)})
