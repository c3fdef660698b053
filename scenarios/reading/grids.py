"""Spreadsheets as grids of cells: CSV in the usual encodings, and Excel."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.reading.encodings import decoded
from scenarios.reading.faults import Place, faulty
from scenarios.reading.limits import USUAL, Limits
from scenarios.reading.nodes import Scalar

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, those without anything in them left out.

    Parameters
    ----------
    rows
        Each cell with its place; an empty one has the value ``None``.
    place
        Of the sheet as a whole.
    """

    rows: tuple[tuple[Scalar, ...], ...]
    place: Place


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
    if not path.is_file():
        raise faulty("no_such_file", place)
    if path.stat().st_size > limits.file_bytes:
        raise faulty("too_large", place, most=limits.file_bytes)
    if path.suffix.lower() == ".csv":
        rows = _csv_rows(path, shown, limits)
    elif path.suffix.lower() == ".xlsx":
        rows = _xlsx_rows(path, shown, sheet, limits)
    else:
        raise faulty("kind_of_table", place)
    filled = tuple(row for row in rows if any(one.value is not None for one in row))
    return Grid(filled, place)


def _csv_rows(path: Path, shown: str, limits: Limits) -> Iterator[tuple[Scalar, ...]]:
    text = decoded(path.read_bytes())
    if text is None:
        raise faulty("unknown_encoding", Place(shown))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for number, row in enumerate(reader, start=1):
            _bound(number, len(row), Place(shown, number), limits)
            yield tuple(
                Scalar(text.strip() or None, Place(shown, number, column))
                for column, text in enumerate(row, start=1)
            )
    except csv.Error:
        raise faulty("not_csv", Place(shown, reader.line_num)) from None


def _xlsx_rows(
    path: Path, shown: str, sheet: str | None, limits: Limits
) -> Iterator[tuple[Scalar, ...]]:
    book = opened_workbook(path, shown, limits)
    names: Sequence[str] = book.sheetnames
    wanted = sheet or names[0]
    if wanted not in names:
        raise faulty(
            "no_such_sheet", Place(shown), sheet=wanted, sheets="、".join(names)
        )
    yield from _sheet_rows(book[wanted], shown, limits)


def opened_workbook(path: Path, shown: str, limits: Limits = USUAL) -> "Workbook":
    """Return a workbook with the values that its formulas had when it was saved.

    Raises
    ------
    FaultyScenarioError
        If it is none, or unpacks to too much.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  takes half a second to import

    _refuse_bomb(path, shown, limits)
    try:
        return load_workbook(path, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        raise faulty("not_a_workbook", Place(shown)) from None


def _sheet_rows(
    page: "Worksheet", shown: str, limits: Limits
) -> Iterator[tuple[Scalar, ...]]:
    whole = Place(shown, sheet=page.title)
    for number, row in enumerate(page.iter_rows(), start=1):
        _bound(number, len(row), whole, limits)
        yield tuple(_cell(one, shown, page.title) for one in row)


def _cell(cell: "Cell | MergedCell", shown: str, sheet: str) -> Scalar:
    place = Place(shown, sheet=sheet, cell=cell.coordinate)
    value = cell.value
    if isinstance(value, str):
        return Scalar(value.strip() or None, place)
    if isinstance(value, datetime):
        return Scalar(value.date().isoformat(), place)
    if isinstance(value, date):
        return Scalar(value.isoformat(), place)
    if isinstance(value, float) and value.is_integer():
        return Scalar(int(value), place)
    if value is None or isinstance(value, bool | int | float):
        return Scalar(value, place)
    return Scalar(str(value), place)


def _refuse_bomb(path: Path, shown: str, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except zipfile.BadZipFile:
        raise faulty("not_a_workbook", Place(shown)) from None
    if size > limits.file_bytes:
        raise faulty("too_large", Place(shown), most=limits.file_bytes)


def _bound(rows: int, columns: int, place: Place, limits: Limits) -> None:
    if rows > limits.rows:
        raise faulty("too_many_rows", place, most=limits.rows)
    if columns > limits.columns:
        raise faulty("too_many_columns", place, most=limits.columns)
