"""The sections of one file, with what stands in spreadsheets in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel

from scenarios.language.matters import Matter, Score
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.structure import Module, Unit
from scenarios.language.work import Stream
from scenarios.reading.attachments import (
    file_named,
    text_of,
    with_days_off,
    with_traces,
)
from scenarios.reading.differences import with_differences
from scenarios.reading.faults import Fault, FaultyScenarioError
from scenarios.reading.files import Folder
from scenarios.reading.gaps import Gaps
from scenarios.reading.grids import Grid, read_grid
from scenarios.reading.nodes import Items, Keys, Node
from scenarios.reading.tables import Table, entries_of, rows_of

TABLES: dict[str, type[BaseModel]] = {
    "people": Person,
    "modules": Module,
    "units": Unit,
    "posts": Post,
    "matters": Matter,
    "work": Stream,
}
"""Sections that may stand in a spreadsheet, with the entry that a row makes."""


@dataclass(frozen=True, slots=True)
class SectionReader:
    """Reads the sections of one file, and notes what is wrong with them."""

    path: Path
    folder: Folder
    faults: list[Fault]
    gaps: list[Gaps]

    def section(self, key: str, node: Node) -> Node:
        """Return a section with its tables read."""
        if key == "scores":
            return self._scores(node)
        if isinstance(node, Keys) and "table" in node.entries and key in TABLES:
            node = self._entries(key, node)
        if key == "work" and isinstance(node, Keys):
            return with_traces(node, self.path, self.folder, self.faults)
        if key == "calendar" and isinstance(node, Keys):
            return with_days_off(node, self.path, self.folder, self.faults)
        return node

    def _entries(self, key: str, node: Keys) -> Node:
        model = TABLES[key]
        table = self._table(key, node, lambda grid: entries_of(grid, model))
        entries = table.rows if table and isinstance(table.rows, Keys) else None
        rows = node.entries.get("rows")
        if not isinstance(rows, Keys):
            return entries or Keys({}, node.place, {})
        return with_differences(entries, rows) if entries else rows

    def _scores(self, node: Node) -> Node:
        if isinstance(node, Items):
            return Keys({"rows": node}, node.place, {})
        if not isinstance(node, Keys) or "table" not in node.entries:
            return node
        table = self._table("scores", node, lambda grid: rows_of(grid, Score))
        kept = {key: one for key, one in node.entries.items() if key == "only"}
        rows = {"rows": table.rows} if table else {}
        return Keys({**rows, **kept}, node.place, node.key_places)

    def _table(
        self, key: str, node: Keys, read: Callable[[Grid], Table]
    ) -> Table | None:
        """Return a table; what can't be read may hold anything."""
        beside = {"table", "sheet", "only" if key == "scores" else "rows"}
        others = [one for one in node.entries if one not in beside]
        self.faults.extend(
            Fault("beside_table", node.key_place(one), values={"word": one})
            for one in others
        )
        if others:
            self.gaps.append(Gaps(sections=frozenset({key})))
        try:
            grid = _grid(node, self.path, self.folder, others)
        except FaultyScenarioError as error:
            self.faults.extend(error.faults)
            self.gaps.append(Gaps(sections=frozenset({key})))
            return None
        table = read(grid)
        self.faults.extend(table.faults)
        self.gaps.append(
            Gaps(
                sections=frozenset() if grid.rows else frozenset({key}),
                ids=frozenset({key}) if table.ids_lacking else frozenset(),
                columns={} if table.headed is None else {key: table.headed},
            )
        )
        return table


def _grid(node: Keys, path: Path, folder: Folder, others: list[str]) -> Grid:
    """Return the cells of a table; none if the key of its sheet is misspelt.

    Parameters
    ----------
    others
        Keys that don't belong beside a table.
    """
    found = file_named(node.entries["table"], path, folder)
    sheet = node.entries.get("sheet")
    if sheet is None and get_close_matches("sheet", others):
        raise FaultyScenarioError([])
    wanted = text_of(sheet) if sheet is not None else None
    return read_grid(found, folder.shown(found), wanted, folder.limits)
