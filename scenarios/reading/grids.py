"""Spreadsheets as grids of cells: CSV in the usual encodings, and Excel."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.reading.encodings import decoded
from scenarios.reading.faults import Fault, Place, faulty
from scenarios.reading.files import content
from scenarios.reading.limits import USUAL, Limits
from scenarios.reading.nodes import NOWHERE, Scalar, is_stand_in
from scenarios.reading.workbooks import formula_cells, workbook_rows


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, those without anything in them left out.

    Parameters
    ----------
    rows
        Each cell with its place; an empty one has the value ``None``.
    place
        Of the sheet as a whole.
    unsaved
        Cells with a formula and without a value of it; something stands in for them.
    """

    rows: tuple[tuple[Scalar, ...], ...]
    place: Place
    unsaved: tuple[Place, ...] = ()

    @property
    def faults(self) -> list[Fault]:
        """A fault for each formula without a value."""
        return [Fault("formula_without_value", place) for place in self.unsaved]


def read_grid(
    path: Path, shown: str, sheet: str | None, limits: Limits = USUAL
) -> Grid:
    """Return the cells of a CSV file or of one sheet of a workbook.

    Raises
    ------
    FaultyScenarioError
        If there is no such file or sheet, or it can't be read, or is too large.
    """
    place = Place(shown, sheet=sheet or "")
    found = content(path, shown, limits)
    match path.suffix.lower():
        case ".csv":
            rows: Iterable[Sequence[Scalar]] = _csv_rows(found, shown)
        case ".xlsx":
            rows = workbook_rows(path, shown, sheet, limits)
        case _:
            raise faulty("kind_of_table", place)
    bounded = tuple(_bounded(rows, place, limits))
    if path.suffix.lower() != ".xlsx":
        return Grid(tuple(_filled(bounded)), place)
    return _with_formulas(bounded, place, frozenset(formula_cells(path, shown, sheet)))


def _with_formulas(
    rows: Iterable[Sequence[Scalar]], place: Place, formulas: frozenset[Place]
) -> Grid:
    """Return the cells; a formula without a saved value is no empty cell."""
    if not formulas:
        return Grid(tuple(_filled(rows)), place)
    unsaved: list[Place] = []
    whole: list[list[Scalar]] = []
    for row in rows:
        empty = {one.place for one in row if one.value is None} & formulas
        unsaved += (one.place for one in row if one.place in empty)
        whole.append(
            [Scalar("?", NOWHERE) if one.place in empty else one for one in row]
        )
    return Grid(tuple(_filled(whole)), place, tuple(unsaved))


def _csv_rows(found: bytes, shown: str) -> Iterator[Sequence[Scalar]]:
    text = decoded(found)
    if text is None:
        raise faulty("unknown_encoding", Place(shown))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for number, row in enumerate(reader, start=1):
            yield [
                Scalar(text.strip() or None, Place(shown, number, column))
                for column, text in enumerate(row, start=1)
            ]
    except csv.Error:
        raise faulty("not_csv", Place(shown, reader.line_num)) from None


def _bounded(
    rows: Iterable[Sequence[Scalar]], place: Place, limits: Limits
) -> Iterator[Sequence[Scalar]]:
    """Yield rows as long as they are within the limits."""
    cells = 0
    for number, row in enumerate(rows, start=1):
        cells += len(row)
        if number > limits.rows:
            raise faulty("too_many_rows", place, most=limits.rows)
        if len(row) > limits.columns:
            raise faulty("too_many_columns", place, most=limits.columns)
        if cells > limits.cells:
            raise faulty("too_many_cells", place, most=limits.cells)
        yield row


def _filled(rows: Iterable[Sequence[Scalar]]) -> Iterator[tuple[Scalar, ...]]:
    """Yield the rows with anything in them that can be read."""
    for row in rows:
        if any(one.value is not None and not is_stand_in(one) for one in row):
            yield tuple(row)
