"""Sheets of ``.xlsx`` workbooks."""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from scenarios.intake.cells import Cell, Sheet, clean_cell
from scenarios.intake.merging import Area, spread
from scenarios.reading.faults import FaultyScenarioError, Place, faulty
from scenarios.reading.limits import Limits
from scenarios.reading.workbooks import refuse_bomb

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

_DECIMALS = re.compile(r"[#0,]*0\.(0+)[^%]*")


def xlsx_sheets(path: Path, limits: Limits) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, merged cells filled.

    Raises
    ------
    FaultyScenarioError
        If it is none, or holds too much.
    """
    refuse_bomb(path, path.name, limits)
    try:
        with warnings.catch_warnings(action="ignore"):
            return tuple(_sheets(path, limits))
    except FaultyScenarioError:
        raise
    except Exception:  # noqa: BLE001  of broken files: any of a dozen kinds
        raise faulty("not_a_workbook", Place(path.name)) from None


def _sheets(path: Path, limits: Limits) -> Iterator[Sheet]:
    """Yield the sheets: their values from one reading, areas and formulas from another.

    Only the reading row by row is safe from sheets that claim to be of endless size,
    and only the other one knows of merged cells.
    """
    whole = load_workbook(path)
    values = load_workbook(path, data_only=True, read_only=True)
    for page in values.worksheets:
        page.reset_dimensions()
        twin = whole[page.title]
        rows = _filled_rows(page, Place(path.name, sheet=page.title), limits)
        cells = tuple(_with_formulas(row, twin) for row in _squared(rows))
        areas = [
            Area(one.min_row - 1, one.max_row, one.min_col - 1, one.max_col)
            for one in twin.merged_cells.ranges
        ]
        hidden = twin.sheet_state != "visible"
        yield Sheet(page.title, spread(cells, areas), hidden=hidden)
    values.close()


def _filled_rows(
    page: "ReadOnlyWorksheet", place: Place, limits: Limits
) -> list[list[Cell]]:
    """Return the rows down to the last that holds anything."""
    rows: list[list[Cell]] = []
    for number, row in enumerate(page.rows, start=1):
        cells = [
            clean_cell(
                cell.value,
                f"{get_column_letter(column)}{number}",
                decimals=shown_decimals(str(cell.number_format)),
            )
            for column, cell in enumerate(row[: limits.columns + 1], start=1)
        ]
        if any(cell.value is not None for cell in cells):
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append(cells)
        if len(rows) > limits.rows:
            raise faulty("too_many_rows", place, most=limits.rows)
    return rows


def _squared(rows: list[list[Cell]]) -> Iterator[list[Cell]]:
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows, start=1):
        yield row + [
            Cell(None, f"{get_column_letter(column)}{number}")
            for column in range(len(row) + 1, width + 1)
        ]


def _with_formulas(row: list[Cell], twin: "Worksheet") -> tuple[Cell, ...]:
    """Let a formula that was saved without its value be seen at least."""
    return tuple(
        clean_cell(str(twin[cell.at].value), cell.at)
        if cell.value is None and twin[cell.at].data_type == "f"
        else cell
        for cell in row
    )


def shown_decimals(number_format: str) -> int | None:
    """Return how many digits after the point a number format shows, if it says so."""
    found = _DECIMALS.match(number_format.partition(";")[0])
    return len(found[1]) if found else None
