"""Workbooks of plain sheets, the same bytes for the same content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

Cell = str | float | int
_WIDEST = 60
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The same time in every workbook, so that the same plan gives the same bytes."""
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its headings, and a row of cells for each thing."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook of some sheets."""
    file = BytesIO()
    with Workbook(file, _SAFE) as workbook:
        workbook.set_properties({"created": _NEVER})
        head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for sheet in sheets:
            _write(workbook, sheet, head)
    return file.getvalue()


def _write(workbook: Workbook, content: Sheet, head: Format) -> None:
    sheet = workbook.add_worksheet(content.name)
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, content.headings, head)
    widths = [_width(heading) for heading in content.headings]
    for place, row in enumerate(content.rows, start=1):
        sheet.write_row(place, 0, row)
        widths = [max(old, _width(one)) for old, one in zip(widths, row, strict=True)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    sheet.autofilter(0, 0, len(content.rows), len(content.headings) - 1)


def _width(value: Cell) -> int:
    """Return how many columns of a Latin letter a value is wide."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in str(value))
