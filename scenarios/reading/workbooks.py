"""Sheets of Excel workbooks, row by row, so that nothing large is ever held whole."""

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.reading.entities import refuse_entities
from scenarios.reading.faults import FaultyScenarioError, Place, faulty
from scenarios.reading.limits import Limits
from scenarios.reading.nodes import Scalar

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SheetRow = Sequence[Scalar]

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


def workbook_rows(
    path: Path, shown: str, sheet: str | None, limits: Limits
) -> Iterator[SheetRow]:
    """Yield the rows of one sheet, of the first that has cells if none is named.

    Formulas are never worked out; of each, the value that was saved with it counts.

    Raises
    ------
    FaultyScenarioError
        If it is no workbook, unpacks to too much, or has no such sheet.
    """
    refuse_bomb(path, shown, limits)
    with closing(_opened(path, shown)) as book, _broken_is_a_fault(shown):
        page = _page(book, shown, sheet)
        place = Place(shown, sheet=page.title)
        for number, row in enumerate(page.iter_rows(), start=1):
            yield [
                Scalar(_value(cell.value), _place(place, number, column))
                for column, cell in enumerate(row, start=1)
            ]


def formula_cells(path: Path, shown: str, sheet: str | None) -> Iterator[Place]:
    """Yield the cells of a sheet that hold a formula, whatever it came to.

    The workbook must have been read before, within its limits.
    """
    with _broken_is_a_fault(shown):
        if not _has_formulas(path):
            return
    book = _opened(path, shown, values=False)
    with closing(book), _broken_is_a_fault(shown):
        page = _page(book, shown, sheet)
        for number, row in enumerate(page.iter_rows(), start=1):
            for column, cell in enumerate(row, start=1):
                if cell.data_type == "f":
                    yield _place(Place(shown, sheet=page.title), number, column)


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as packed:
        sheets = (one for one in packed.namelist() if one.startswith("xl/worksheets/"))
        return any(_FORMULA.search(packed.read(one)) for one in sheets)


def refuse_bomb(path: Path, shown: str, limits: Limits) -> None:
    """Refuse what unpacks to too much, or declares entities.

    No part is ever unpacked beyond what the archive says of it.

    Raises
    ------
    FaultyScenarioError
        If it does, or is no archive at all.
    """
    with _broken_is_a_fault(shown), zipfile.ZipFile(path) as packed:
        size = sum(one.file_size for one in packed.infolist())
        if size > limits.file_bytes:
            raise faulty("unpacks_too_large", Place(shown), most=limits.file_bytes)
        for one in packed.infolist():
            with packed.open(one) as part:
                refuse_entities(part, shown)


def _opened(path: Path, shown: str, *, values: bool = True) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415  takes half a second to import

    with _broken_is_a_fault(shown), warnings.catch_warnings(action="ignore"):
        whole = BytesIO(path.read_bytes())
        return load_workbook(whole, data_only=values, read_only=True)


@contextmanager
def _broken_is_a_fault(shown: str) -> Iterator[None]:
    """Make a fault of whatever a broken workbook makes the library raise."""
    try:
        yield
    except (FaultyScenarioError, MemoryError):
        raise
    except Exception:  # noqa: BLE001  any of a dozen kinds, AttributeError too
        raise faulty("not_a_workbook", Place(shown)) from None


def _page(book: "Workbook", shown: str, sheet: str | None) -> "Worksheet":
    """Return the sheet wanted, without the size that it claims to have."""
    pages: dict[str, Worksheet] = {page.title: page for page in book.worksheets}
    if sheet is None and not pages:
        raise faulty("empty_table", Place(shown))
    wanted = next(iter(pages)) if sheet is None else sheet
    if wanted not in pages:
        names = "、".join(pages)
        raise faulty("no_such_sheet", Place(shown), sheet=wanted, sheets=names)
    reset = getattr(pages[wanted], "reset_dimensions", None)
    if reset is not None:
        reset()
    return pages[wanted]


def _place(sheet: Place, row: int, column: int) -> Place:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    return Place(
        sheet.file, sheet=sheet.sheet, cell=f"{get_column_letter(column)}{row}"
    )


def _value(value: object) -> str | int | float | bool | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
