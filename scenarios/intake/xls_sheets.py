"""Sheets of ``.xls`` workbooks, the form before 2007."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import xlrd
from openpyxl.utils import get_column_letter
from xlrd.book import Book
from xlrd.sheet import Sheet as Page

from scenarios.intake.cells import Cell, Sheet, clean_cell
from scenarios.intake.merging import Area, spread
from scenarios.intake.xlsx_sheets import shown_decimals
from scenarios.reading.faults import Place, faulty
from scenarios.reading.limits import Limits


def xls_sheets(path: Path, limits: Limits) -> tuple[Sheet, ...]:  # noqa: ARG001  as its siblings
    """Return the sheets of a workbook, merged cells filled.

    Raises
    ------
    FaultyScenarioError
        If it is none, or locked by a password.
    """
    try:
        book = xlrd.open_workbook(str(path), formatting_info=True, logfile=StringIO())
        return tuple(_sheet(book, page) for page in book.sheets())
    except Exception:  # noqa: BLE001  xlrd raises whatever the damage leads it to
        raise faulty("not_an_xls", Place(path.name)) from None


def _sheet(book: Book, page: Page) -> Sheet:
    areas = [Area(*corners) for corners in page.merged_cells]
    rows = tuple(tuple(_cells(book, page, row)) for row in range(page.nrows))
    return Sheet(page.name, spread(rows, areas), hidden=bool(page.visibility))


def _cells(book: Book, page: Page, row: int) -> Iterator[Cell]:
    for column in range(page.ncols):
        kind = page.cell_type(row, column)
        value: object = page.cell_value(row, column)
        at = f"{get_column_letter(column + 1)}{row + 1}"
        if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
            yield clean_cell(_date(book, value), at)
        elif kind == xlrd.XL_CELL_ERROR:
            yield clean_cell("#?", at)
        else:
            style = book.xf_list[page.cell_xf_index(row, column)]
            shown = book.format_map[style.format_key].format_str
            yield clean_cell(value, at, decimals=shown_decimals(shown))


def _date(book: Book, value: float) -> object:
    try:
        return xlrd.xldate_as_datetime(value, book.datemode)
    except (xlrd.xldate.XLDateError, OverflowError):
        return value
